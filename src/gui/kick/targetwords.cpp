// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/targetwords.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace {

struct TargetTexts
{
    Q_DECLARE_TR_FUNCTIONS(TargetTexts)
};

} // namespace

StatePane::Content TargetWords::content(SearchTarget::State state, int marked)
{
    const QString icon = u"user"_s;
    switch (state) {
    case SearchTarget::State::Blank:
        return {.icon = icon,
                .text = TargetTexts::tr("Find the user who is to be forced offline."),
                .detail = {},
                .action = TargetTexts::tr("Find a user")};
    case SearchTarget::State::Waiting:
        return {.icon = icon,
                .text = TargetTexts::tr("No user is open yet."),
                .detail =
                    TargetTexts::tr("A user who has exactly this text as an identifier opens automatically."),
                .action = {}};
    case SearchTarget::State::Unmatched:
        return {.icon = icon,
                .text = TargetTexts::tr("No user is open."),
                .detail = TargetTexts::tr("The search on the left has found no user."),
                .action = {}};
    case SearchTarget::State::Unchosen:
        return {.icon = icon,
                .text = TargetTexts::tr("No user is open."),
                .detail = TargetTexts::tr("Choose the user in the list on the left."),
                .action = {}};
    case SearchTarget::State::Opening:
        return {.icon = icon,
                .text = TargetTexts::tr("Opening the highlighted user…"),
                .detail = {},
                .action = {}};
    case SearchTarget::State::Several:
        return {.icon = u"list"_s,
                .text = TargetTexts::tr("%Ln user(s) are marked.", nullptr, marked),
                .detail = TargetTexts::tr("Here one user at a time is forced offline. "
                                          "Make a list to force all of them offline."),
                .action = TargetTexts::tr("Make a list of them")};
    case SearchTarget::State::Open:
    case SearchTarget::State::Manual:
        break;
    }
    return {};
}

QString TargetWords::kick(int count)
{
    const QString text = count == 0
                             ? TargetTexts::tr("Force sign-out")
                             : TargetTexts::tr("Force sign-out from %Ln application(s)", nullptr, count);
    return text + u"  "_s + QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
}

QString TargetWords::hint(SearchTarget::State state, bool isNoneTicked)
{
    switch (state) {
    case SearchTarget::State::Waiting:
    case SearchTarget::State::Unmatched:
    case SearchTarget::State::Unchosen:
    case SearchTarget::State::Opening:
        return TargetTexts::tr("Open a user first.");
    case SearchTarget::State::Several:
        return TargetTexts::tr("Several users are marked: make a list of them, or mark one only.");
    case SearchTarget::State::Blank:
    case SearchTarget::State::Open:
    case SearchTarget::State::Manual:
        break;
    }
    return isNoneTicked ? TargetTexts::tr("Tick at least one application.") : QString();
}

QString TargetWords::everywhereHint()
{
    return TargetTexts::tr(
        "To sign out of all apps, Kickdesk needs the app list, which this access key can't read.");
}
