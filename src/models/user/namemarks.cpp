// SPDX-License-Identifier: Apache-2.0
#include "models/user/namemarks.h"

#include "core/identifiers/lookalikes.h"

#include <QCoreApplication>

void NameMarks::add(const ServerText &name)
{
    ++m_names[name.plain()];
    if (++m_skeletons[Lookalikes::skeleton(name)] > 1)
        m_hasTwins = true;
}

void NameMarks::clear()
{
    m_names.clear();
    m_skeletons.clear();
    m_hasTwins = false;
}

NameMark NameMarks::mark(const ServerText &name) const
{
    if (m_hasTwins && m_names.value(name.plain()) > 1)
        return NameMark::Same;
    if (m_hasTwins && m_skeletons.value(Lookalikes::skeleton(name)) > 1)
        return NameMark::Alike;
    if (Lookalikes::isMixed(name))
        return NameMark::Mixed;
    return name.hasHiddenCharacters() ? NameMark::Hidden : NameMark::None;
}

QString NameMarks::label(NameMark mark)
{
    switch (mark) {
    case NameMark::None:
        return {};
    case NameMark::Same:
        return QCoreApplication::translate("NameMarks", "same name");
    case NameMark::Alike:
        return QCoreApplication::translate("NameMarks", "look-alike name");
    case NameMark::Mixed:
        return QCoreApplication::translate("NameMarks", "mixed alphabets");
    case NameMark::Hidden:
        return QCoreApplication::translate("NameMarks", "invisible characters");
    }
    return {};
}

QString NameMarks::sentence(NameMark mark)
{
    switch (mark) {
    case NameMark::None:
        return {};
    case NameMark::Same:
        return QCoreApplication::translate(
            "NameMarks", "Another user found has the same name. Compare the user ID and the contact.");
    case NameMark::Alike:
        return QCoreApplication::translate(
            "NameMarks",
            "Another user found has a name that looks the same. Compare the user ID and the contact.");
    case NameMark::Mixed:
        return QCoreApplication::translate(
            "NameMarks",
            "This name mixes look-alike letters from different alphabets. Compare the user ID and "
            "the contact.");
    case NameMark::Hidden:
        return QCoreApplication::translate(
            "NameMarks", "This name contains invisible characters. They are shown as [U+…].");
    }
    return {};
}
