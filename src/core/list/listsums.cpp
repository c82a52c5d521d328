// SPDX-License-Identifier: Apache-2.0
#include "core/list/listsums.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

QString counted(const char *words, qsizetype number)
{
    return QCoreApplication::translate("ListSum", words, nullptr, static_cast<int>(number));
}

} // namespace

QString ListSums::text(const ListSum &sum)
{
    QStringList parts{counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln user(s)"), sum.users)};
    if (sum.headings > 0)
        parts << counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln heading(s)"), sum.headings);
    if (sum.blank > 0)
        parts << counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln blank"), sum.blank);
    if (sum.merged > 0)
        parts << counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln merged"), sum.merged);
    if (sum.refused > 0)
        parts << counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln refused"), sum.refused);
    const QString lines = counted(QT_TRANSLATE_N_NOOP("ListSum", "%Ln line(s)"), sum.lines);
    return u"%1 = %2"_s.arg(lines, parts.join(u" + "_s));
}
