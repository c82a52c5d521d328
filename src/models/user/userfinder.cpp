// SPDX-License-Identifier: Apache-2.0
#include "models/user/userfinder.h"

#include "kick/pool/resolver.h"
#include "models/user/exactmatch.h"
#include "models/user/usersearchmodel.h"

UserFinder::UserFinder(Resolver *resolver, UserSearchModel *users, QObject *parent)
    : QObject(parent)
    , m_resolver(resolver)
    , m_users(users)
{
    connect(users, &UserSearchModel::searched, this, &UserFinder::takeSearch);
}

void UserFinder::search(const QString &text)
{
    stop();
    m_text = text;
    sendKeywords(ExactMatches::keywords(text));
}

void UserFinder::find(IdType type, const QString &text)
{
    stop();
    m_text = text;
    m_type = type;
    m_users->clear();
    lookUp(type);
}

void UserFinder::expectOne()
{
    m_isOneExpected = true;
    if (m_hasAnswer && !m_type && searchOtherwise())
        m_hasAnswer = false;
}

void UserFinder::stop()
{
    if (m_call)
        m_call->abort();
    m_call.clear();
    m_users->pause();
    m_text.clear();
    m_type.reset();
    m_error.reset();
    m_hasAnswer = false;
    m_isCompared = true;
    m_isOneExpected = false;
    m_isLookedUp = false;
}

const std::optional<Error> &UserFinder::error() const
{
    return m_error ? m_error : m_users->error();
}

void UserFinder::sendKeywords(const QString &keywords)
{
    m_keywords = keywords;
    m_users->search(keywords);
}

void UserFinder::lookUp(IdType type)
{
    m_isLookedUp = true;
    m_call = m_resolver->find(type, m_text, this, [this](const Result<FoundUsers> &found) {
        m_call.clear();
        m_isCompared = !found || found->isCompared;
        if (found)
            m_users->setUsers(found->users);
        else
            m_error = found.error();
        finish();
    });
}

void UserFinder::takeSearch()
{
    if (!searchOtherwise())
        finish();
}

/// Where a search has found no user: once more with the separators of a number, then as the one type that the
/// text looks like. False when there is nothing left to ask.
bool UserFinder::searchOtherwise()
{
    if (m_users->error() || m_users->rowCount() > 0 || m_isLookedUp)
        return false;
    const QString plain = IdTypes::check(m_text).value;
    if (m_keywords != plain) {
        sendKeywords(plain);
        return true;
    }
    const std::optional<IdType> telling = ExactMatches::tellingType(m_text);
    if (!telling || !m_isOneExpected)
        return false;
    lookUp(*telling);
    return true;
}

void UserFinder::finish()
{
    m_hasAnswer = true;
    Q_EMIT answered();
}
