// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// One text of a .ts file.
struct Message
{
    QString context;
    QString source;
    /// One, or as many as the language has plural forms.
    QStringList translations;
    bool isFinished = true;
    bool isPlural = false;
};

namespace Catalogue {

/// The messages of the .ts file @p xml; empty when it cannot be read.
QList<Message> read(const QByteArray &xml);

/// What is wrong with @p message in any language, as words for the one who translates; empty when nothing is.
QStringList faults(const Message &message);

/// What is wrong with @p message as a Chinese one.
QStringList chineseFaults(const Message &message);

/// True when @p text holds a Chinese character.
bool hasHan(const QString &text);

} // namespace Catalogue
