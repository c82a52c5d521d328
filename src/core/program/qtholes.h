// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QVersionNumber>

/// A published hole of Qt in a part that a program like this one may use.
struct QtHole
{
    /// As it is registered: CVE-….
    QString id;
    /// Qt's own name of the part.
    QString part;
    /// True where data from outside can get there in this program.
    bool isReached = false;

    friend bool operator==(const QtHole &, const QtHole &) = default;
};

namespace QtHoles {

/// What is known of Qt @p version, by the records of its makers. A distribution may have repaired it under
/// the same number.
QList<QtHole> in(const QVersionNumber &version);

} // namespace QtHoles
