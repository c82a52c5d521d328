// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowfixture.h"

#include <QStringList>

#include <functional>
#include <memory>

/// What the tests of the kick sheet look at.
namespace SheetParts {

/// A session on @p pool with a changed profile.
std::unique_ptr<Session> sessionWith(const SandboxSession &pool,
                                     const std::function<void(Profile *)> &change);

/// The names of the rows of the checklist that are in @p state.
QStringList namesIn(const WindowFixture &f, SessionState state);

/// True when no row of the checklist is being checked.
bool isChecked(const WindowFixture &f);

/// The names of the applications on the sheet.
QStringList listed(const WindowFixture &f);

/// A user who is online in at least @p least applications.
User userOnlineIn(const SandboxSession &pool, int least);

} // namespace SheetParts
