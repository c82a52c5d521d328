// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/mix.h"
#include "sandbox/pool/textparts.h"
#include "sandbox/pool/usernumbers.h"
#include "sandbox/pool/users.h"

#include <algorithm>

namespace Simulated {

using namespace UserNumbers;

namespace {

struct Source
{
    std::string_view provider;
    std::string_view extIdpId;
    /// Written before the rest of the user's ID in that source.
    std::string_view prefix;
    bool hexadecimal;
};

constexpr std::array sources{
    Source{"wechatwork", "62f20932716fbcc10d966ee5", "", false},
    Source{"lark", "62f2093b1d9c4e5a7b8f0c12", "ou_", true},
    Source{"dingtalk", "62f20944a0b1c2d3e4f50617", "manager", false},
    Source{"ad", "62f2094d8e7f6a5b4c3d2e1f", "", true},
};

} // namespace

bool Users::hasIdentity(quint32 index, qsizetype provider) const
{
    // A featured user has one, so that every kind of look-up can be tried on the first page.
    return (isFeatured(index) && provider == index % 4) ||
           (dice(index, Identities) >> (provider * 8)) % 100 < 18;
}

QByteArray Users::userIdInIdp(quint32 index, qsizetype provider) const
{
    const Source &source = sources[static_cast<size_t>(provider)];
    QByteArray result = view(source.prefix).toByteArray();
    if (source.hexadecimal) {
        appendHex(result, dice(index, Identities), 16);
        appendHex(result, Mix::scatter(index + Mix::scatter(m_seed)), 16);
    } else {
        if (source.prefix.empty())
            appendLetters(result, index, 0);
        appendDigits(result, firstNumber + shuffled(index));
    }
    return result;
}

QList<UserIdentity> Users::identities(quint32 index) const
{
    QList<UserIdentity> result;
    for (qsizetype i = 0; i < static_cast<qsizetype>(sources.size()); ++i) {
        if (!hasIdentity(index, i))
            continue;
        const Source &source = sources[static_cast<size_t>(i)];
        QByteArray id;
        appendHex(id, static_cast<quint64>(createdAt(index) / 1000), 8);
        appendHex(id, Mix::hash(m_seed, index, i), 16);
        result.append({.identityId = id,
                       .provider = view(source.provider).toByteArray(),
                       .extIdpId = view(source.extIdpId).toByteArray(),
                       .userIdInIdp = userIdInIdp(index, i)});
    }
    return result;
}

std::optional<quint32> Users::byIdentity(QByteArrayView value) const
{
    const qsizetype colon = value.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    const QByteArrayView name = value.first(colon);
    const QByteArrayView id = value.sliced(colon + 1);
    for (qsizetype i = 0; i < static_cast<qsizetype>(sources.size()); ++i) {
        const Source &source = sources[static_cast<size_t>(i)];
        if (name != view(source.provider) && name != view(source.extIdpId))
            continue;
        const auto index = source.hexadecimal ? byHex(id.last(std::min<qsizetype>(id.size(), 16)))
                                              : byNumber(trailingDigits(id), firstNumber);
        if (index && hasIdentity(*index, i) && userIdInIdp(*index, i) == id)
            return index;
    }
    return std::nullopt;
}

} // namespace Simulated
