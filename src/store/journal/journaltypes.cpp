// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journaltypes.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct StateRow
{
    ItemState state;
    QLatin1StringView name;
};

constexpr std::array states{
    StateRow{ItemState::Pending, "pending"_L1},          StateRow{ItemState::Intent, "intent"_L1},
    StateRow{ItemState::Accepted, "accepted"_L1},        StateRow{ItemState::Rejected, "rejected"_L1},
    StateRow{ItemState::RetryAt, "retry_at"_L1},         StateRow{ItemState::NotSent, "not_sent"_L1},
    StateRow{ItemState::Unknown, "unknown"_L1},          StateRow{ItemState::Verified, "verified"_L1},
    StateRow{ItemState::StillOnline, "still_online"_L1}, StateRow{ItemState::GivenUp, "given_up"_L1},
};

struct JobStateRow
{
    JobState state;
    QLatin1StringView name;
};

constexpr std::array jobStates{
    JobStateRow{JobState::Writing, "writing"_L1},
    JobStateRow{JobState::Open, "open"_L1},
    JobStateRow{JobState::Halted, "halted"_L1},
    JobStateRow{JobState::Finished, "finished"_L1},
};

struct CanaryRow
{
    Canary canary;
    QLatin1StringView name;
};

constexpr std::array canaries{
    CanaryRow{Canary::None, "none"_L1},
    CanaryRow{Canary::Automatic, "automatic"_L1},
    CanaryRow{Canary::Ask, "ask"_L1},
};

constexpr std::array retryable{KickOutcome::StillOnline, KickOutcome::Rejected, KickOutcome::NotSent,
                               KickOutcome::Unknown};

/// Fewer digits than this are no phone number.
constexpr qsizetype shortestPhone = 7;

} // namespace

QString ItemStates::name(ItemState state)
{
    const auto *const row = std::ranges::find(states, state, &StateRow::state);
    return row == states.end() ? QString() : QString(row->name);
}

std::optional<ItemState> ItemStates::fromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(states, [name](const StateRow &state) { return name == state.name; });
    return row == states.end() ? std::nullopt : std::optional(row->state);
}

QString JobStates::name(JobState state)
{
    const auto *const row = std::ranges::find(jobStates, state, &JobStateRow::state);
    return row == jobStates.end() ? QString() : QString(row->name);
}

std::optional<JobState> JobStates::fromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(jobStates, [name](const JobStateRow &state) { return name == state.name; });
    return row == jobStates.end() ? std::nullopt : std::optional(row->state);
}

QString Canaries::name(Canary canary)
{
    const auto *const row = std::ranges::find(canaries, canary, &CanaryRow::canary);
    return row == canaries.end() ? QString() : QString(row->name);
}

std::optional<Canary> Canaries::fromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(canaries, [name](const CanaryRow &canary) { return name == canary.name; });
    return row == canaries.end() ? std::nullopt : std::optional(row->canary);
}

bool JournalText::isRetryable(KickOutcome outcome)
{
    return std::ranges::find(retryable, outcome) != retryable.end();
}

QString JournalText::masked(IdType type, const QString &identifier)
{
    // A phone may have been typed as a user name as well.
    const QString digits = identifier.startsWith(u'+') ? identifier.sliced(1) : identifier;
    const bool isPhone =
        digits.size() >= shortestPhone && std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); });
    return isPhone || type == IdType::Phone ? Users::maskedPhone(ServerText(identifier)) : identifier;
}
