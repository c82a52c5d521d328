// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/list/listruncontroller.h"

#include <QString>

/// What is said about the run of a list, made when it is shown.
namespace ListReceipts {

/// What the list is doing, or how it has ended: "Running", "Halted", "Finished".
QString headline(const JobSummary &summary, const std::optional<JobEnd> &end);

/// "812 of 5,000 · 203 a second · about 20 s left".
QString pace(const JobSummary &summary);

/// What halted it and what to do next; empty when nothing did.
QString trouble(const JobSummary &summary, const std::optional<JobEnd> &end);

/// Everything, to be pasted into a ticket, in the language of the program.
QString text(const ListFacts &facts, const JobSummary &summary, const std::optional<JobEnd> &end);

} // namespace ListReceipts
