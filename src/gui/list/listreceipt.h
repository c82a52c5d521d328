// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/list/listruncontroller.h"

#include <QString>

/// What is said about the run of a list, made when it is shown.
namespace ListReceipts {

/// What the list is doing, or how it has ended: "Running", "Halted", "Finished".
QString headline(const ListRunSummary &summary, const std::optional<ListRunEnd> &end);

/// "812 of 5,000 · 203 a second · about 20 s left".
QString pace(const ListRunSummary &summary);

/// What halted it and what to do next; empty when nothing did.
QString trouble(const ListRunSummary &summary, const std::optional<ListRunEnd> &end);

/// Everything, to be pasted into a ticket, in the language of the program.
QString text(const ListFacts &facts, const ListRunSummary &summary, const std::optional<ListRunEnd> &end);

} // namespace ListReceipts
