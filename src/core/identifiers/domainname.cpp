// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/domainname.h"

#include "core/identifiers/idtype.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

QString DomainNames::user(const QString &text)
{
    static const QRegularExpression account(uR"(^[\pL\pN._-]+\\([^\\/@\s]+)$)"_s);
    return account.match(IdTypes::check(text).value).captured(1);
}
