// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/run/listrunboard.h"
#include "store/history/listrecord.h"

#include <functional>

class QWidget;

/// Questions about a list as a whole. Each is answered later, and the answer that changes nothing is the one
/// that Enter and Esc give.
namespace ListBoxes {

/// Asks whether the list of @p users users (0: not known yet) that is being worked on may be given up;
/// @p replace is called where it may.
void askToReplace(QWidget *parent, qsizetype users, const std::function<void()> &replace);

/// Says that a list runs, so that no other one can be taken up now.
void tellThatOneRuns(QWidget *parent, const ListRunSummary &summary);

/// Asks whether the users of @p summary without a good result may be forced offline once more; @p retry is
/// called where they may.
void askToRetry(QWidget *parent, const ListRunSummary &summary, const std::function<void()> &retry);

/// Says that @p record, which is unfinished, is for the same users as the list that is to begin: @p resume is
/// called where it is to go on, @p begin where another one is wanted.
void askToResume(QWidget *parent, const ListRecord &record, const std::function<void()> &resume,
                 const std::function<void()> &begin);

} // namespace ListBoxes
