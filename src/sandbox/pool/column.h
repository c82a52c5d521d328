// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/bitmap.h"
#include "sandbox/pool/users.h"

#include <QByteArray>

#include <bitset>
#include <vector>

namespace Simulated {

/// One text of every user, lower-case and end to end in one piece of memory, so that a million of them are
/// searched by running over it once.
class Column
{
public:
    Column(const Users &users, UserField field);

    /// Adds to @p found every user whose text contains @p needle, which is lower-case UTF-8 and not empty.
    void addMatches(Bitmap &found, QByteArrayView needle) const;

    /// The text of one user, lower-case.
    QByteArrayView text(quint32 index) const;

private:
    bool canContain(QByteArrayView needle) const;

    QByteArray m_texts;
    /// Where the text after each user's begins.
    std::vector<quint32> m_ends;
    std::bitset<256> m_bytes;
};

} // namespace Simulated
