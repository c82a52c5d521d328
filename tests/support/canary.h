// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// One way in which a secret could be written down.
struct CanaryForm
{
    QString name;
    QByteArray bytes;
};

namespace Canaries {

/// @p secret in twelve encodings. Those of Base64 are the parts that do not depend on what stands around it.
QList<CanaryForm> forms(const QByteArray &secret);

/// The names of the forms of @p secret that @p haystack holds.
QStringList found(const QByteArray &haystack, const QByteArray &secret);

/// The same for every file under @p folder, each "path: form".
QStringList foundUnder(const QString &folder, const QByteArray &secret);

} // namespace Canaries
