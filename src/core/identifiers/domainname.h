// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Accounts as Windows writes them: `CORP\zhangsan`.
namespace DomainNames {

/// The user of @p text without the domain: "zhangsan"; empty where @p text has no domain in front.
QString user(const QString &text);

} // namespace DomainNames
