// SPDX-License-Identifier: Apache-2.0
#include "models/user/searchtarget.h"

void SearchTarget::ask(bool isBlank)
{
    become(isBlank ? State::Blank : State::Waiting);
}

void SearchTarget::takeAnswer(qsizetype found)
{
    if (m_state == State::Waiting)
        become(found > 0 ? State::Unchosen : State::Unmatched);
}

void SearchTarget::mark(const QList<User> &users)
{
    if (!mayChoose() || (users.isEmpty() && m_state == State::Manual))
        return;
    if (users.isEmpty())
        become(State::Unchosen);
    else if (users.size() > 1)
        become(State::Several);
    else if (!m_user || m_user->userId != users.constFirst().userId)
        become(State::Opening);
}

void SearchTarget::open(const User &user)
{
    if (!mayChoose() || m_isHeld)
        return;
    become(State::Open);
    m_user = user;
}

void SearchTarget::openManual()
{
    become(State::Manual);
}

/// There may be users to choose from: where the key lists no applications, the user found leads to Manual.
bool SearchTarget::mayChoose() const
{
    switch (m_state) {
    case State::Unchosen:
    case State::Opening:
    case State::Several:
    case State::Open:
    case State::Manual:
        return true;
    case State::Blank:
    case State::Waiting:
    case State::Unmatched:
        return false;
    }
    return false;
}

void SearchTarget::become(State state)
{
    if (m_isHeld)
        return;
    m_state = state;
    m_user.reset();
}
