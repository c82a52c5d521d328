// SPDX-License-Identifier: Apache-2.0
#include "gui/help/helptopics.h"

#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Which place is about which widget, by its object name. What is around another one comes later.
struct Context
{
    QLatin1StringView objectName;
    HelpPage page = HelpPage::Guide;
    QLatin1StringView anchor;
};

constexpr std::array contexts{
    Context{"searchPanel"_L1, HelpPage::Guide, "find"_L1},
    Context{"manualPanel"_L1, HelpPage::Guide, "restricted-key"_L1},
    Context{"userCard"_L1, HelpPage::Guide, "identify"_L1},
    Context{"historyTabs"_L1, HelpPage::Guide, "sign-ins"_L1},
    Context{"userPanel"_L1, HelpPage::Guide, "applications"_L1},
    Context{"kickSheet"_L1, HelpPage::Guide, "sheet"_L1},
    Context{"resultPanel"_L1, HelpPage::Guide, "receipt"_L1},
    Context{"returnNotice"_L1, HelpPage::Guide, "return-watch"_L1},
    Context{"kickPage"_L1, HelpPage::Guide, "kick"_L1},
    Context{"historyPage"_L1, HelpPage::Guide, "history"_L1},
    Context{"connectionBand"_L1, HelpPage::Guide, "connections"_L1},
    Context{"ProfileEditor"_L1, HelpPage::Guide, "connection-fields"_L1},
    Context{"ConnectionDialog"_L1, HelpPage::Guide, "connections"_L1},
    Context{"SecretDialog"_L1, HelpPage::Guide, "secret"_L1},
    Context{"DoctorDialog"_L1, HelpPage::Guide, "doctor"_L1},
    Context{"SettingsDialog"_L1, HelpPage::Guide, "settings"_L1},
    Context{"SupportDialog"_L1, HelpPage::Guide, "support"_L1},
    Context{"lockBox"_L1, HelpPage::Guide, "lock"_L1},
    Context{"StartPage"_L1, HelpPage::Guide, "start"_L1},
    Context{"AboutDialog"_L1, HelpPage::Guide, "trouble"_L1},
    Context{"listSourcePanel"_L1, HelpPage::Guide, "list-source"_L1},
    Context{"listUsersPanel"_L1, HelpPage::Guide, "list-users"_L1},
    Context{"listPlanPanel"_L1, HelpPage::Guide, "list-plan"_L1},
    Context{"listRunPanel"_L1, HelpPage::Guide, "list-run"_L1},
    Context{"listPage"_L1, HelpPage::Guide, "lists"_L1},
    Context{"listOffer"_L1, HelpPage::Guide, "list-interrupted"_L1},
    Context{"reconnectBox"_L1, HelpPage::Guide, "connections"_L1},
    Context{"removeConnectionBox"_L1, HelpPage::Guide, "connections"_L1},
    Context{"refusedBox"_L1, HelpPage::Guide, "connection-fields"_L1},
    Context{"leaveBox"_L1, HelpPage::Guide, "list-run"_L1},
    Context{"waitBox"_L1, HelpPage::Guide, "receipt"_L1},
    Context{"instanceBox"_L1, HelpPage::Guide, "already-open"_L1},
    Context{"listReplaceBox"_L1, HelpPage::Guide, "lists"_L1},
    Context{"listRunsBox"_L1, HelpPage::Guide, "list-run"_L1},
    Context{"listRetryBox"_L1, HelpPage::Guide, "list-run"_L1},
    Context{"listUnfinishedBox"_L1, HelpPage::Guide, "list-interrupted"_L1},
    Context{"PoolDialog"_L1, HelpPage::Guide, "list-source"_L1},
    Context{"LeftOutDialog"_L1, HelpPage::Guide, "list-plan"_L1},
    Context{"ListUserDialog"_L1, HelpPage::Guide, "list-run"_L1},
    Context{"UserChooserDialog"_L1, HelpPage::Guide, "list-users"_L1},
    Context{"ProtectedUsersDialog"_L1, HelpPage::Guide, "list-users"_L1},
};

struct PageName
{
    HelpPage page;
    QLatin1StringView name;
};

constexpr std::array pageNames{
    PageName{HelpPage::Guide, "guide"_L1},
    PageName{HelpPage::Administrator, "administrator"_L1},
    PageName{HelpPage::Security, "security"_L1},
    PageName{HelpPage::Journal, "journal"_L1},
};

} // namespace

std::optional<HelpTopic> HelpTopics::about(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const auto context = std::ranges::find(contexts, widget->objectName(), &Context::objectName);
        if (context != contexts.end())
            return HelpTopic{.page = context->page, .anchor = context->anchor};
    }
    return {};
}

QList<HelpTopic> HelpTopics::all()
{
    QList<HelpTopic> result;
    for (const Context &context : contexts)
        result.append({.page = context.page, .anchor = context.anchor});
    return result;
}

QString HelpTopics::fileName(HelpPage page, Language language)
{
    const QLatin1StringView name = std::ranges::find(pageNames, page, &PageName::page)->name;
    return name + (language == Language::Chinese ? ".zh-CN.md"_L1 : ".md"_L1);
}

std::optional<HelpTopic> HelpTopics::fromLink(const QString &link, HelpPage current)
{
    const QString file = link.section(u'#', 0, 0);
    const QString anchor = link.section(u'#', 1);
    if (file.isEmpty())
        return HelpTopic{.page = current, .anchor = anchor};
    for (const PageName &each : pageNames) {
        for (const Language language : {Language::English, Language::Chinese}) {
            if (file == fileName(each.page, language))
                return HelpTopic{.page = each.page, .anchor = anchor};
        }
    }
    return {};
}
