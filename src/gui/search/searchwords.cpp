// SPDX-License-Identifier: Apache-2.0
#include "gui/search/searchwords.h"

#include "gui/widgets/errorwords.h"
#include "models/user/userfinder.h"
#include "models/user/usersearchmodel.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

StatePane::Content SearchWords::content(const Facts &facts)
{
    if (facts.fault) {
        const bool isWrongShape = facts.fault == IdFault::WrongShape;
        return {.icon = u"warning"_s,
                .text = IdTypes::faultText(*facts.fault),
                .detail = {},
                .action = isWrongShape ? QCoreApplication::translate("SearchPanel", "Search in every field")
                                       : QCoreApplication::translate("SearchPanel", "Clear")};
    }
    if (facts.error) {
        const bool isForbidden = isNotPermitted(*facts.error);
        return {.icon = ErrorWords::icon(*facts.error),
                .text = errorText(*facts.error),
                .detail = ErrorWords::detail(*facts.error),
                .action = isForbidden ? QCoreApplication::translate("SearchPanel", "Go on without looking up")
                                      : QCoreApplication::translate("SearchPanel", "Try again")};
    }
    if (facts.isBusy)
        return {.icon = {},
                .text = QCoreApplication::translate("SearchPanel", "Searching…"),
                .detail = {},
                .action = {}};
    if (facts.hasAnswer) {
        const QString hint =
            facts.type ? QString()
                       : QCoreApplication::translate("SearchPanel",
                                                     "Authing itself searches, for the text as you type it: "
                                                     "type Chinese names in Chinese.");
        return {.icon = u"user-missing"_s,
                .text =
                    facts.type
                        ? QCoreApplication::translate("SearchPanel", "No user of this pool has this as %1.")
                              .arg(IdTypes::label(*facts.type))
                        : QCoreApplication::translate("SearchPanel", "No user of this pool matches."),
                .detail = facts.user.isEmpty()
                              ? hint
                              : QCoreApplication::translate(
                                    "SearchPanel", "The part before the backslash is a Windows domain, which "
                                                   "Authing may not keep. Search for “%1” alone.")
                                    .arg(ServerText(facts.user).plain()),
                .action = facts.type ? QCoreApplication::translate("SearchPanel", "Search in every field")
                                     : QCoreApplication::translate("SearchPanel", "Clear")};
    }
    if (facts.type) {
        return {.icon = u"search"_s,
                .text =
                    QCoreApplication::translate("SearchPanel", "Type the whole identifier and press Enter."),
                .detail = {},
                .action = {}};
    }
    return {.icon = u"search"_s,
            .text = QCoreApplication::translate(
                "SearchPanel", "Type a name, phone, e-mail, username or ID to find the user."),
            .detail = {},
            .action = {}};
}

QString SearchWords::count(const UserSearchModel &users)
{
    const QLocale locale;
    const int rows = users.rowCount();
    const auto total = static_cast<int>(users.totalCount());
    QString text;
    if (rows > 0 && users.error())
        text = errorText(*users.error());
    else if (users.isCut() && rows >= UserSearchModel::maximumRows)
        text = QCoreApplication::translate("SearchPanel",
                                           "The first %1 of %2 users; type more to narrow the search.")
                   .arg(locale.toString(rows), locale.toString(total));
    else if (rows > 0)
        text = rows == total ? QCoreApplication::translate("SearchPanel", "%Ln user(s)", nullptr, total)
                             : QCoreApplication::translate("SearchPanel", "%1 of %Ln user(s)", nullptr, total)
                                   .arg(locale.toString(rows));
    return text;
}

QString SearchWords::hint(const UserSearchModel &users, const UserFinder &finder)
{
    if (users.rowCount() > 0 && !finder.isCompared())
        return QCoreApplication::translate(
            "SearchPanel", "The server found this user but does not show the identities. Compare the user "
                           "with the ticket; open the user if it is the right one.");
    return users.rowCount() > 1 && finder.type()
               ? QCoreApplication::translate("SearchPanel",
                                             "More than one user matches. Choose the right one.")
               : QString();
}
