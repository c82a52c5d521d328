// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowfixture.h"

#include <QStringList>

#include <functional>

/// The main window with its page of lists open, and the steps that an agent takes there.
class ListFixture : public WindowFixture
{
public:
    explicit ListFixture(Language language, const QStringList &faults = {},
                         const SandboxOptions &options = {.users = 200});
    ListFixture(Language language, const Profile &profile, const Secret &secret);

    /// Begins a list of @p users on @p pool, in the journal @p file, and stops it. The rows of its
    /// spreadsheet, where it has one, are those of @p source.
    static void interrupt(const SandboxSession &pool, const QString &file, int users,
                          const std::function<QByteArray()> &source = {});

    /// IDs of the first users of a pool with 200 of them.
    static QStringList userIds(int count);

    void click(const char *button) const;
    /// Chooses a row, as the arrow keys do.
    void choose(const char *table, int row) const;
    /// Puts @p text on the clipboard and presses the keys that paste a list.
    void paste(const QString &text) const;
    /// Pastes @p text and looks the users up; true when every row is in its bucket.
    bool resolve(const QString &text) const;
    /// Makes the plan for what @p radio stands for; true when it is there.
    bool plan(const char *radio = "listEverywhereRadio") const;
    /// Types the number where it is asked for, and starts the list; true when it runs.
    bool run() const;
    /// True when the run has come to its end, or was halted.
    bool waitForEnd() const;
    /// All of it.
    bool runAll(const QStringList &userIds) const;
    /// What the roll-up says of @p key; empty where it has no button.
    QString rolledUp(const char *rollUp, int key) const;
};
