// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/applications.h"

#include "sandbox/pool/mix.h"

#include <array>

namespace Simulated {

namespace {

struct Model
{
    const char *identifier;
    const char *name;
    const char *description;
    const char *type;
    const char *protocol;
    bool isIntegrateApp;
};

// Data of the sandbox, not texts of the program.
constexpr std::array models{
    Model{"oa", "OA 门户", "员工门户与审批", "web", "oidc", false},
    Model{"gitlab", "GitLab", "代码仓库与流水线", "web", "saml", true},
    Model{"crm", "CRM", "客户关系管理", "web", "oidc", false},
    Model{"wiki", "Wiki", "知识库", "web", "oidc", false},
    Model{"mail", "企业邮箱", "Mail and calendar", "web", "saml", true},
    Model{"vpn", "VPN 远程接入", "Remote access gateway", "gateway-app", "saml", true},
    Model{"hr", "人力资源系统", "考勤、薪酬与档案", "web", "oidc", false},
    Model{"jira", "Jira", "Issue tracking", "web", "saml", true},
    Model{"expense", "财务报销", "报销与预算", "spa", "oidc", false},
    Model{"chat", "即时通讯", "Team chat", "native", "oidc", false},
    Model{"jenkins", "Jenkins", "持续集成", "web", "oauth", true},
    Model{"erp", "ERP", "采购、库存与生产", "web", "cas", false},
    Model{"bi", "BI 数据看板", "Dashboards", "spa", "oidc", false},
    Model{"meeting", "会议室预订", "Room booking", "mini-program", "oidc", false},
    Model{"learning", "在线学习平台", "Courses and exams", "web", "oidc", false},
    Model{"confluence", "Confluence", "Documentation", "web", "saml", true},
    Model{"drive", "企业网盘", "Files", "native", "oidc", false},
    Model{"servicedesk", "Service Desk", "工单与资产", "web", "oidc", false},
    Model{"grafana", "Grafana", "Monitoring", "web", "oauth", true},
    Model{"contract", "合同管理", "合同与印章", "web", "cas", false},
    Model{"supplier", "供应商门户", "Supplier portal", "web", "oidc", false},
    Model{"mobile", "移动办公 App", "Mobile workplace", "native", "oidc", false},
    Model{"sales", "Salesforce", "Sales", "web", "saml", true},
    Model{"open-api", "开放 API 平台", "API gateway", "api", "oidc", false},
    Model{"survey", "问卷调查", "Surveys", "spa", "oidc", false},
    Model{"legal", "法务系统", "Legal", "web", "cas", false},
    Model{"kibana", "Kibana", "日志检索", "web", "oidc", true},
    Model{"desk", "云桌面", "Virtual desktops", "native", "saml", true},
    Model{"shop", "员工福利商城", "Benefits", "mini-program", "oidc", false},
    Model{"travel", "差旅预订", "Travel booking", "web", "oidc", false},
};

SandboxApplication application(quint32 seed, int index)
{
    const Model &model = models[static_cast<size_t>(index) % models.size()];
    const int round = index / static_cast<int>(models.size());
    const QByteArray suffix = round == 0 ? QByteArray() : QByteArray::number(round + 1);
    constexpr qint64 firstCreated = 0x62188e71;
    const QByteArray id = QByteArray::number(firstCreated + qint64{index} * 86'413, 16) +
                          QByteArray::number(Mix::hash(seed, 7, index) | quint64{1} << 63, 16);
    return {.appId = id,
            .appIdentifier =
                suffix.isEmpty() ? QByteArray(model.identifier) : model.identifier + ('-' + suffix),
            .appName = suffix.isEmpty() ? QByteArray(model.name) : model.name + (' ' + suffix),
            .appDescription = model.description,
            .appType = model.type,
            .defaultProtocol = model.protocol,
            .isIntegrateApp = model.isIntegrateApp};
}

} // namespace

Applications::Applications(quint32 seed, int count)
{
    m_list.reserve(count);
    for (int i = 0; i < count; ++i) {
        m_list.append(application(seed, i));
        m_byId.insert(m_list.constLast().appId, i);
    }
}

std::optional<int> Applications::find(const QByteArray &appId) const
{
    const auto at = m_byId.constFind(appId);
    return at == m_byId.cend() ? std::nullopt : std::optional(at.value());
}

} // namespace Simulated
