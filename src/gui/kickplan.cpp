// SPDX-License-Identifier: Apache-2.0
#include "gui/kickplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

QString KickPlans::title(const KickPlan &plan)
{
    return plan.user ? Users::displayName(*plan.user).plain() : ServerText(plan.userId).plain();
}

QStringList KickPlans::appIds(const KickPlan &plan)
{
    QStringList result;
    for (const Application &application : plan.applications)
        result << application.appId;
    return result;
}

QString KickPlans::name(const Application &application)
{
    return application.appName.isEmpty() ? ServerText(application.appId).plain()
                                         : application.appName.plain();
}

QString KickPlans::identifier(const User &user, IdType type)
{
    const ServerText text = Users::identifier(user, type);
    // Without hidden characters and within the length limit the plain text is the text itself.
    return text.hasHiddenCharacters() ? QString()
                                      : IdTypes::check(type, text.plain(IdTypes::maximumLength)).value;
}

QStringList KickPlans::requests(const KickPlan &plan)
{
    QStringList result;
    const QStringList ids = appIds(plan);
    for (qsizetype from = 0; from < ids.size(); from += KickRequest::maximumAppIds) {
        const QJsonObject body{
            {u"appIds"_s, QJsonArray::fromStringList(ids.mid(from, KickRequest::maximumAppIds))},
            {u"options"_s, QJsonObject{{u"userIdType"_s, IdTypes::wireName(plan.userIdType)}}},
            {u"userId"_s, plan.userId},
        };
        result << QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    return result;
}
