// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/mix.h"
#include "sandbox/pool/textparts.h"
#include "sandbox/pool/usernumbers.h"
#include "sandbox/pool/users.h"

#include <algorithm>

namespace Simulated {

using namespace UserNumbers;

namespace {

bool isSame(UserField field, QByteArrayView left, QByteArrayView right)
{
    return field == UserField::Email ? left.compare(right, Qt::CaseInsensitive) == 0 : left == right;
}

} // namespace

QList<quint32> Users::matches(UserField field, QByteArrayView value) const
{
    QList<quint32> result;
    const auto take = [&](quint32 index) {
        const quint32 user = bearer(field, index);
        if (user < m_count && !result.contains(user) && isSame(field, text(field, user), value))
            result.append(user);
    };
    if (value.isEmpty())
        return result;
    if (const std::optional<quint32> index = candidate(field, value))
        take(*index);
    if (field == UserField::Phone)
        std::ranges::for_each(phoneTwins, take);
    return result;
}

std::optional<quint32> Users::candidate(UserField field, QByteArrayView value) const
{
    switch (field) {
    case UserField::Id:
        return value.size() == 24 ? byHex(value.sliced(8)) : std::nullopt;
    case UserField::Phone: {
        const quint64 number = value.last(std::min<qsizetype>(value.size(), 8)).toByteArray().toULongLong();
        const quint64 start = phoneRange - m_seed % phoneRange;
        return static_cast<quint32>((number + start) % phoneRange * phoneFactorInverse % phoneRange);
    }
    case UserField::Email:
        return byNumber(trailingDigits(value.first(std::max<qsizetype>(value.indexOf('@'), 0))), firstNumber);
    case UserField::Username:
        return byNumber(trailingDigits(value), firstNumber);
    case UserField::ExternalId:
        return byNumber(trailingDigits(value), firstEmployee);
    case UserField::Name:
    case UserField::Nickname:
        break;
    }
    return std::nullopt;
}

std::optional<quint32> Users::byNumber(QByteArrayView digits, quint64 offset) const
{
    bool isNumber = false;
    const quint64 number = digits.toByteArray().toULongLong(&isNumber);
    if (!isNumber || number < offset)
        return std::nullopt;
    const quint64 index = unshuffled(number - offset);
    return index < m_count ? std::optional(static_cast<quint32>(index)) : std::nullopt;
}

std::optional<quint32> Users::byHex(QByteArrayView digits) const
{
    bool isNumber = false;
    const quint64 number = digits.toByteArray().toULongLong(&isNumber, 16);
    const quint64 index = Mix::gather(number) - Mix::scatter(m_seed);
    return isNumber && index < m_count ? std::optional(static_cast<quint32>(index)) : std::nullopt;
}

} // namespace Simulated
