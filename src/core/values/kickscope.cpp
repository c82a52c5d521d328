// SPDX-License-Identifier: Apache-2.0
#include "core/values/kickscope.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ScopeName
{
    KickScope scope;
    QLatin1StringView wireName;
};

constexpr std::array scopeTable{
    ScopeName{KickScope::Given, "given"_L1},
    ScopeName{KickScope::EverUsed, "ever_used"_L1},
    ScopeName{KickScope::Online, "online"_L1},
    ScopeName{KickScope::Everywhere, "everywhere"_L1},
};

} // namespace

QString KickScopes::wireName(KickScope scope)
{
    const auto *const row = std::ranges::find(scopeTable, scope, &ScopeName::scope);
    return row == scopeTable.end() ? QString() : QString(row->wireName);
}

std::optional<KickScope> KickScopes::fromWireName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(scopeTable, [name](const ScopeName &each) { return name == each.wireName; });
    return row == scopeTable.end() ? std::nullopt : std::optional(row->scope);
}
