// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/list/listruncontroller.h"

#include <QString>
#include <QStringList>

/// What is said about the run of a list, made when it is shown.
namespace ListReceipts {

/// What the list is doing, or how it has ended: "Running", "Halted", "Finished".
QString headline(const ListRunSummary &summary, const std::optional<ListRunEnd> &end);

/// "812 of 5,000 · 203 a second · about 20 s left".
QString pace(const ListRunSummary &summary);

/// What halted it and what to do next, and what could not be kept; empty when neither.
QString trouble(const ListRunSummary &summary, const std::optional<ListRunEnd> &end);

/// How many users without a good result the receipt names.
inline constexpr qsizetype mostNamed = 50;

/// The users of a list who have a result that is not a good one.
struct BadEnds
{
    /// The worst first, each with the sign and the words of its fact; mostNamed at most.
    QStringList lines;
    /// How many more there are.
    qint64 others = 0;
};

BadEnds badEnds(const ListRunTargets &targets, const ListRunBoard &board);

/// Everything, to be pasted into a ticket, in the language of the program.
QString text(const ListFacts &facts, const ListRunSummary &summary, const std::optional<ListRunEnd> &end,
             const BadEnds &badEnds);

} // namespace ListReceipts
