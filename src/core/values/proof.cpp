// SPDX-License-Identifier: Apache-2.0
#include "core/values/proof.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array modeNames{
    std::pair{ProofMode::Auto, "auto"_L1},
    std::pair{ProofMode::Each, "each"_L1},
    std::pair{ProofMode::List, "list"_L1},
};

} // namespace

QString ProofModes::wireName(ProofMode mode)
{
    return std::ranges::find(modeNames, mode, [](const auto &row) { return row.first; })->second;
}

std::optional<ProofMode> ProofModes::fromWireName(QStringView name)
{
    const auto row =
        std::ranges::find_if(modeNames, [name](const auto &each) { return each.second == name; });
    return row == modeNames.end() ? std::nullopt : std::optional(row->first);
}

QList<ProofMode> ProofModes::all()
{
    QList<ProofMode> result;
    for (const auto &row : modeNames)
        result << row.first;
    return result;
}

ProofMode ProofModes::decided(ProofMode mode, qint64 questions)
{
    if (mode != ProofMode::Auto)
        return mode;
    return questions <= mostQuestions ? ProofMode::Each : ProofMode::List;
}

std::optional<ProofMode> Proofs::mode(const QList<AppProof> &apps)
{
    const auto isConfirmed = [](const AppProof &app) { return app.confirmedAfter.has_value(); };
    if (std::ranges::none_of(apps, isConfirmed))
        return {};
    return std::ranges::any_of(apps, &AppProof::isByList) ? ProofMode::List : ProofMode::Each;
}
