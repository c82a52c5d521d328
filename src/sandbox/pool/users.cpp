// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/users.h"

#include "sandbox/pool/mix.h"
#include "sandbox/pool/names.h"
#include "sandbox/pool/textparts.h"
#include "sandbox/pool/usernumbers.h"

#include <utility>

namespace Simulated {

using namespace UserNumbers;

namespace {

struct PhonePlan
{
    std::string_view countryCode;
    std::string_view prefix;
};

constexpr std::array chinesePlans{
    PhonePlan{"+86", "138"}, PhonePlan{"+86", "139"}, PhonePlan{"+86", "136"}, PhonePlan{"+86", "150"},
    PhonePlan{"+86", "158"}, PhonePlan{"+86", "186"}, PhonePlan{"+86", "188"}, PhonePlan{"+86", "177"},
};
constexpr std::array foreignPlans{
    PhonePlan{"+1", "20"},   PhonePlan{"+1", "41"},  PhonePlan{"+44", "77"},
    PhonePlan{"+49", "151"}, PhonePlan{"+81", "90"}, PhonePlan{"+61", "4"},
};

constexpr std::array domains{"example.com", "corp.example.com", "mail.example.org", "example.net"};

} // namespace

quint64 Users::dice(quint32 index, quint32 purpose) const
{
    return Mix::scatter((quint64{index} << 32 | purpose) + Mix::scatter(m_seed));
}

bool Users::isWestern(quint32 index) const
{
    return dice(index, Origin) % 100 < 22;
}

quint32 Users::bearer(UserField field, quint32 index) const
{
    const bool isContact = field == UserField::Phone || field == UserField::Email ||
                           field == UserField::Username || field == UserField::ExternalId;
    if (!isContact || !m_exchanged || (index != m_exchanged->first && index != m_exchanged->second))
        return index;
    return index == m_exchanged->first ? m_exchanged->second : m_exchanged->first;
}

void Users::append(QByteArray &out, UserField field, quint32 user) const
{
    const quint32 index = bearer(field, user);
    switch (field) {
    case UserField::Id:
        appendHex(out, static_cast<quint64>(createdAt(index) / 1000), 8);
        appendHex(out, Mix::scatter(index + Mix::scatter(m_seed)), 16);
        break;
    case UserField::Phone:
        appendPhone(out, index);
        break;
    case UserField::Email:
        appendEmail(out, index);
        break;
    case UserField::Username:
        appendUsername(out, index);
        break;
    case UserField::ExternalId:
        if (isFeatured(index) || dice(index, Presence) % 100 < 75) {
            out.append('E');
            appendDigits(out, firstEmployee + shuffled(index));
        }
        break;
    case UserField::Name:
        appendName(out, index);
        break;
    case UserField::Nickname:
        appendNickname(out, index);
        break;
    }
}

QByteArray Users::text(UserField field, quint32 index) const
{
    QByteArray result;
    append(result, field, index);
    return result;
}

void Users::appendName(QByteArray &out, quint32 index) const
{
    if (index < renameable && !m_renamed[index].isEmpty())
        out.append(m_renamed[index]);
    else if (isWestern(index))
        out.append(givenName(index)).append(' ').append(familyName(index));
    else
        out.append(familyName(index)).append(givenName(index));
}

QByteArray Users::givenName(quint32 index) const
{
    const quint64 dice = this->dice(index, NameParts);
    if (isWestern(index))
        return pick(Names::westernGivenNames, dice);
    return view(pick(Names::givenNames, dice).hanzi).toByteArray();
}

QByteArray Users::familyName(quint32 index) const
{
    const quint64 dice = this->dice(index, NameParts) >> 32;
    if (isWestern(index))
        return pick(Names::westernSurnames, dice);
    return view(pick(Names::surnames, dice).hanzi).toByteArray();
}

void Users::appendNickname(QByteArray &out, quint32 index) const
{
    const quint64 dice = this->dice(index, Presence) >> 16;
    if (dice % 100 >= 30)
        return;
    if (!isWestern(index))
        out.append(dice & 1024 ? "阿" : "小");
    out.append(givenName(index));
}

void Users::appendLetters(QByteArray &out, quint32 index, int style) const
{
    const quint64 dice = this->dice(index, NameParts);
    QByteArrayView given;
    QByteArray family;
    if (isWestern(index)) {
        given = pick(Names::westernGivenLetters, dice);
        family = familyName(index).toLower();
    } else {
        given = view(pick(Names::givenNames, dice).pinyin);
        family = view(pick(Names::surnames, dice >> 32).pinyin).toByteArray();
    }
    switch (style) {
    case 0:
        out.append(family).append(given);
        break;
    case 1:
        out.append(given).append('.').append(family);
        break;
    case 2:
        out.append(given.first(1)).append(family);
        break;
    default:
        out.append(family).append('_').append(given);
        break;
    }
}

void Users::appendUsername(QByteArray &out, quint32 index) const
{
    const quint64 dice = this->dice(index, Contact);
    if (!isFeatured(index) && dice % 100 < 8)
        return;
    appendLetters(out, index, static_cast<int>(dice >> 8 & 3));
    appendDigits(out, firstNumber + shuffled(index));
}

void Users::appendEmail(QByteArray &out, quint32 index) const
{
    const quint64 dice = this->dice(index, Contact) >> 16;
    if (!isFeatured(index) && dice % 100 < 14)
        return;
    appendLetters(out, index, static_cast<int>(dice >> 8 & 1));
    appendDigits(out, firstNumber + shuffled(index));
    out.append('@').append(pick(domains, dice >> 10));
}

void Users::appendPhone(QByteArray &out, quint32 index) const
{
    const bool isTwin = index == phoneTwins[0] || index == phoneTwins[1];
    const quint32 owner = index == phoneTwins[1] ? phoneTwins[0] : index;
    const quint64 dice = this->dice(owner, Contact) >> 32;
    if (!isFeatured(index) && !isTwin && dice % 100 < 12)
        return;
    const PhonePlan &plan =
        isWestern(owner) && !isTwin ? pick(foreignPlans, dice >> 8) : pick(chinesePlans, dice >> 8);
    out.append(view(plan.prefix));
    appendDigits(out, (owner * phoneFactor + m_seed % phoneRange) % phoneRange, 8);
}

QByteArray Users::phoneCountryCode(quint32 user) const
{
    if (text(UserField::Phone, user).isEmpty())
        return {};
    const quint32 index = bearer(UserField::Phone, user);
    if (index == phoneTwins[1])
        return "+1";
    const quint64 dice = this->dice(index, Contact) >> 32;
    const bool isForeign = isWestern(index) && index != phoneTwins[0];
    return view((isForeign ? pick(foreignPlans, dice >> 8) : pick(chinesePlans, dice >> 8)).countryCode)
        .toByteArray();
}

QByteArray Users::status(quint32 index) const
{
    const quint64 dice = this->dice(index, Standing) % 1000;
    if (isFeatured(index) || dice < 930)
        return "Activated";
    if (dice < 965)
        return "Suspended";
    if (dice < 980)
        return "Deactivated";
    return dice < 995 ? "Resigned" : "Archived";
}

bool Users::isActivated(quint32 index) const
{
    return isFeatured(index) || dice(index, Standing) % 1000 < 930;
}

QByteArray Users::gender(quint32 index) const
{
    constexpr std::array genders{"M", "F", "U", "U"};
    return pick(genders, dice(index, Standing) >> 20);
}

qint64 Users::createdAt(quint32 index) const
{
    constexpr qint64 newest = 1'750'000'000'000;
    // A steady stream: the first in the list is the newest.
    constexpr qint64 spacingMs = 97'000;
    return newest - index * spacingMs - static_cast<qint64>(dice(index, Origin) >> 40 & 0xffff);
}

bool Users::rename(const OtherNames &names)
{
    return std::exchange(m_renamed, names) != names;
}

} // namespace Simulated
