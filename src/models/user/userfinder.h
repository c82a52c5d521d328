// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"

#include <QObject>
#include <QPointer>

#include <optional>

class PendingCall;
class Resolver;
class UserSearchModel;

/// Asks who has a text, in every field or exactly as one type, and fills a UserSearchModel with the answer.
/// Only the newest question is answered.
class UserFinder : public QObject
{
    Q_OBJECT

public:
    /// @p resolver and @p users must outlive the finder.
    UserFinder(Resolver *resolver, UserSearchModel *users, QObject *parent = nullptr);

    /// Searches @p text, which IdTypes::check() accepts, in every field.
    void search(const QString &text);
    /// Looks @p text up as @p type.
    void find(IdType type, const QString &text);
    /// The agent means one user by the text of search(): where it finds no user, the text is looked up as the
    /// type that its form tells. Answers again if that is still to be asked.
    void expectOne();
    /// Drops the question and its answer; the users of the model stay until the next one.
    void stop();

    /// The text of the question; empty where there is none.
    const QString &text() const { return m_text; }
    /// The type of find(); nothing for a search in every field.
    const std::optional<IdType> &type() const { return m_type; }
    /// True when the question is answered, or failed.
    bool hasAnswer() const { return m_hasAnswer; }
    /// False when the only user was found by what the server does not show: a person has to compare.
    bool isCompared() const { return m_isCompared; }
    /// Why there is no answer, or no later page of it.
    const std::optional<Error> &error() const;

Q_SIGNALS:
    void answered();

private:
    void sendKeywords(const QString &keywords);
    void lookUp(IdType type);
    void takeSearch();
    bool searchOtherwise();
    void finish();

    Resolver *m_resolver;
    UserSearchModel *m_users;
    QPointer<PendingCall> m_call;
    QString m_text;
    QString m_keywords;
    std::optional<IdType> m_type;
    std::optional<Error> m_error;
    bool m_hasAnswer = false;
    bool m_isCompared = true;
    bool m_isOneExpected = false;
    bool m_isLookedUp = false;
};
