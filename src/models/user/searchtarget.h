// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <optional>

/// Whom a kick on the search page would hit: exactly one user, who belongs to the text in the search box, or
/// no user and why. Every way to a target leads through here, so that search and target cannot drift apart.
class SearchTarget
{
public:
    enum class State {
        /// The search box is empty.
        Blank,
        /// The text in the box has no answer yet.
        Waiting,
        /// No user is known to match: there is none, the text is refused, or the question failed.
        Unmatched,
        /// Users match, and none of them is highlighted.
        Unchosen,
        /// One of the users that match is highlighted and about to be opened.
        Opening,
        /// More than one user is marked.
        Several,
        /// One user is open: the target.
        Open,
        /// The agent types the identifier, because the key cannot look users up.
        Manual,
    };

    State state() const { return m_state; }
    /// The user who is open; nothing in any other state.
    const std::optional<User> &user() const { return m_user; }
    /// True while a confirmation is open: nothing changes until it is closed.
    bool isHeld() const { return m_isHeld; }

    /// The text or the ID type in the box was changed, or the text is asked about again.
    void ask(bool isBlank);
    /// The text was answered, with @p found users.
    void takeAnswer(qsizetype found);
    /// Other users of the answer are marked.
    void mark(const QList<User> &users);
    /// @p user of the answer is opened.
    void open(const User &user);
    /// The agent goes on with an identifier that is not looked up.
    void openManual();

    void setHeld(bool isHeld) { m_isHeld = isHeld; }

private:
    bool mayChoose() const;
    void become(State state);

    State m_state = State::Blank;
    std::optional<User> m_user;
    bool m_isHeld = false;
};
