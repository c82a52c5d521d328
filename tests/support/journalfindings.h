// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/journal/journaltypes.h"
#include "store/journal/journalverdict.h"

#include <QString>

/// What a journal looks like to those who ask.
namespace JournalFindings {

/// What a check of @p file finds. Not readable when there was no answer.
JournalVerdict verdictOf(const QString &file);

/// How many rows @p condition leaves: a table of @p file, with WHERE or without. -1 when it cannot be read.
int countOf(const QString &file, const QString &condition);

/// `written`, or the name of the error code.
QString nameOf(const Result<JournalReceipt> &written);

} // namespace JournalFindings
