// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"

#include <QHash>

/// Why a name does not tell who is meant.
enum class NameMark {
    None,
    /// Another user that is shown has exactly this name.
    Same,
    /// Another user that is shown has a name that looks like this one.
    Alike,
    /// The name mixes alphabets whose letters look alike.
    Mixed,
    /// The name has invisible characters.
    Hidden,
};

/// The names that are shown together, and which of them can be taken for another.
class NameMarks
{
public:
    void add(const ServerText &name);
    void clear();

    /// The mark of @p name, which is among those that were added, or alone.
    NameMark mark(const ServerText &name) const;
    /// True when two of the names that were added are or look the same.
    bool hasTwins() const { return m_hasTwins; }

    /// A word or two for a row; empty for None.
    static QString label(NameMark mark);
    /// A sentence for the place where the user is to be recognised; empty for None.
    static QString sentence(NameMark mark);

private:
    QHash<QString, int> m_names;
    QHash<QString, int> m_skeletons;
    bool m_hasTwins = false;
};
