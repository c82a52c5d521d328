// SPDX-License-Identifier: Apache-2.0
#include "models/words/environmentwords.h"

#include "core/values/servertext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

QString environmentLabel(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QCoreApplication::translate("Environment", "Production");
    case Environment::Test:
        return QCoreApplication::translate("Environment", "Test");
    case Environment::Sandbox:
        return QCoreApplication::translate("Environment", "Sandbox");
    }
    return {};
}

QString poolLabel(const Profile &profile)
{
    QStringList parts{environmentLabel(profile.environment), ServerText(profile.name).plain()};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u" · "_s);
}
