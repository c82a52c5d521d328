// SPDX-License-Identifier: Apache-2.0
#include "models/words/environmentwords.h"

#include <QCoreApplication>

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
