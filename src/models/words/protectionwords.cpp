// SPDX-License-Identifier: Apache-2.0
#include "models/words/protectionwords.h"

#include <QCoreApplication>

QString ProtectionWords::label(Protection protection)
{
    switch (protection) {
    case Protection::None:
        return {};
    case Protection::Self:
        return QCoreApplication::translate("ProtectionWords", "yourself");
    case Protection::Protected:
        return QCoreApplication::translate("ProtectionWords", "protected");
    }
    return {};
}

QString ProtectionWords::warning(Protection protection)
{
    switch (protection) {
    case Protection::None:
        return {};
    case Protection::Self:
        return QCoreApplication::translate(
            "ProtectionWords",
            "This is yourself. To send it all the same, give a reason and type the name or the user ID.");
    case Protection::Protected:
        return QCoreApplication::translate("ProtectionWords",
                                           "This user is protected. To send it all the same, give a reason "
                                           "and type the name or the user ID.");
    }
    return {};
}
