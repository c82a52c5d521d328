// SPDX-License-Identifier: Apache-2.0
#include "core/values/types.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct OutcomeInfo
{
    KickOutcome outcome;
    QLatin1StringView wireName;
    const char *label;
};

constexpr std::array outcomeTable{
    OutcomeInfo{KickOutcome::Verified, "verified"_L1, QT_TRANSLATE_NOOP("KickOutcomes", "Confirmed offline")},
    OutcomeInfo{KickOutcome::Accepted, "accepted"_L1,
                QT_TRANSLATE_NOOP("KickOutcomes", "Accepted, not confirmed")},
    OutcomeInfo{KickOutcome::StillOnline, "still_online"_L1,
                QT_TRANSLATE_NOOP("KickOutcomes", "Still online")},
    OutcomeInfo{KickOutcome::Rejected, "rejected"_L1,
                QT_TRANSLATE_NOOP("KickOutcomes", "Rejected by Authing")},
    OutcomeInfo{KickOutcome::NotSent, "not_sent"_L1, QT_TRANSLATE_NOOP("KickOutcomes", "Not sent")},
    OutcomeInfo{KickOutcome::Unknown, "unknown"_L1, QT_TRANSLATE_NOOP("KickOutcomes", "Result unknown")},
    OutcomeInfo{KickOutcome::Skipped, "skipped"_L1, QT_TRANSLATE_NOOP("KickOutcomes", "Skipped")},
    OutcomeInfo{KickOutcome::Planned, "planned"_L1,
                QT_TRANSLATE_NOOP("KickOutcomes", "Planned, nothing sent")},
};

const OutcomeInfo &info(KickOutcome outcome)
{
    return *std::ranges::find(outcomeTable, outcome, &OutcomeInfo::outcome);
}

} // namespace

QString Languages::wireName(Language language)
{
    return language == Language::Chinese ? u"zh-CN"_s : u"en-US"_s;
}

std::optional<Language> Languages::fromWireName(QStringView name)
{
    if (name == "zh-CN"_L1)
        return Language::Chinese;
    if (name == "en-US"_L1)
        return Language::English;
    return {};
}

Language Languages::fromSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

QString SessionStates::wireName(SessionState state)
{
    switch (state) {
    case SessionState::Unknown:
        return u"unknown"_s;
    case SessionState::Online:
        return u"online"_s;
    case SessionState::Offline:
        return u"offline"_s;
    }
    return {};
}

SessionState SessionStates::fromWireName(QStringView name)
{
    if (name == "online"_L1)
        return SessionState::Online;
    return name == "offline"_L1 ? SessionState::Offline : SessionState::Unknown;
}

QString KickOutcomes::wireName(KickOutcome outcome)
{
    return info(outcome).wireName;
}

std::optional<KickOutcome> KickOutcomes::fromWireName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(outcomeTable, [name](const OutcomeInfo &each) { return name == each.wireName; });
    return row == outcomeTable.end() ? std::nullopt : std::optional(row->outcome);
}

QList<KickOutcome> KickOutcomes::all()
{
    QList<KickOutcome> result;
    for (const OutcomeInfo &each : outcomeTable)
        result.append(each.outcome);
    return result;
}

QString KickOutcomes::label(KickOutcome outcome)
{
    return QCoreApplication::translate("KickOutcomes", info(outcome).label);
}

ServerText Users::displayName(const User &user)
{
    const std::array candidates{user.name, user.nickname, user.username, user.email, user.phone};
    const auto found = std::ranges::find_if_not(candidates, &ServerText::isEmpty);
    return found == candidates.end() ? ServerText(user.userId) : *found;
}

ServerText Users::identifier(const User &user, IdType type)
{
    switch (type) {
    case IdType::UserId:
        return ServerText(user.userId);
    case IdType::ExternalId:
        return user.externalId;
    case IdType::Phone:
        return user.phone;
    case IdType::Email:
        return user.email;
    case IdType::Username:
        return user.username;
    case IdType::Identity:
    case IdType::SyncRelation: {
        const auto isUsable = [](const Identity &i) {
            return !i.extIdpId.isEmpty() && !i.provider.isEmpty() && !i.userIdInIdp.isEmpty();
        };
        if (!user.identities)
            return {};
        const auto found = std::ranges::find_if(*user.identities, isUsable);
        if (found == user.identities->end())
            return {};
        const QString &source = type == IdType::Identity ? found->extIdpId : found->provider;
        return ServerText(source + u':' + found->userIdInIdp.verbatim());
    }
    }
    return {};
}

QString Users::maskedPhone(const ServerText &phone)
{
    const QString text = phone.plain();
    if (text.size() < 8)
        return QString(u'*').repeated(text.size());
    return text.left(3) + u"****"_s + text.right(4);
}

QString Users::maskedEmail(const ServerText &email)
{
    const QString text = email.plain();
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1)
        return QString(u'*').repeated(text.size());
    return text.left(1) + u"***"_s + (at > 2 ? text.mid(at - 1, 1) : QString()) + text.mid(at);
}

QString Users::maskedContact(const User &user)
{
    return user.phone.isEmpty() ? maskedEmail(user.email) : maskedPhone(user.phone);
}

QString Users::wireName(UserStatus status)
{
    switch (status) {
    case UserStatus::Activated:
        return u"Activated"_s;
    case UserStatus::Suspended:
        return u"Suspended"_s;
    case UserStatus::Deactivated:
        return u"Deactivated"_s;
    case UserStatus::Resigned:
        return u"Resigned"_s;
    case UserStatus::Archived:
        return u"Archived"_s;
    case UserStatus::Unknown:
        break;
    }
    return {};
}

QList<UserStatus> Users::statuses()
{
    return {UserStatus::Activated, UserStatus::Suspended, UserStatus::Deactivated, UserStatus::Resigned,
            UserStatus::Archived};
}

QString Users::statusLabel(UserStatus status)
{
    switch (status) {
    case UserStatus::Activated:
        return QCoreApplication::translate("Users", "Activated");
    case UserStatus::Suspended:
        return QCoreApplication::translate("Users", "Suspended");
    case UserStatus::Deactivated:
        return QCoreApplication::translate("Users", "Deactivated");
    case UserStatus::Resigned:
        return QCoreApplication::translate("Users", "Resigned");
    case UserStatus::Archived:
        return QCoreApplication::translate("Users", "Archived");
    case UserStatus::Unknown:
        return QCoreApplication::translate("Users", "Status unknown");
    }
    return {};
}
