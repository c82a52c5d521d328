// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/list/idlist.h"
#include "kick/pace/readgate.h"
#include "kick/plan/listresolution.h"
#include "kick/pool/listprogress.h"
#include "kick/session.h"

#include <QList>
#include <QPointer>
#include <QSet>

/// One list being looked up; see ListResolver.
class ListLookup : public PendingAnswer<Result<ListResolution>>
{
    Q_OBJECT

public:
    ListLookup(Session *session, const IdList &list, Uncompared uncompared, QObject *context,
               ListProgress::Handler progress, Handler handler);

private:
    /// One value as one type.
    struct Question
    {
        qsizetype row = 0;
        IdType type = IdType::UserId;
        QString value;
        /// IdCheck::countryCode, which the user found has to have.
        QString countryCode;
    };

    void takeRows(const IdList &list);
    void addQuestions(qsizetype row);
    /// True when users are asked for many at once as @p type.
    bool isBatched(IdType type) const;
    bool isSearched(IdType type) const { return type == IdType::Phone && !m_isSearchUnusable; }

    void askMore();
    bool askNext();
    QList<Question> takeBatch(IdType type);
    void askBatch(const QList<Question> &batch);
    void searchPhones(const QList<Question> &batch);
    void askSingle(const Question &question);

    void takeSearch(const QList<Question> &batch, const Result<Page<User>> &page);
    void takeBatchAnswer(const QList<Question> &batch, const Result<QList<User>> &users);
    void takeSingle(const Question &question, const Result<FoundUsers> &found);
    void askSingly(const QList<Question> &batch);
    void fail(const QList<Question> &questions, const Error &error);
    void sendAsTyped(const Error &error);
    void addMatch(const Question &question, const User &user, bool isCompared = true);
    void settleQuestions(qsizetype count);
    void end();

    Session *m_session;
    Uncompared m_uncompared;
    ReadGate m_gate;
    ListProgress::Handler m_progress;
    ListResolution m_resolution;
    /// Still to be asked in batches, each type apart; and alone.
    QHash<IdType, QList<Question>> m_batched;
    QList<Question> m_singles;
    qsizetype m_asked = 0;
    qsizetype m_answered = 0;
    bool m_isBatchForbidden = false;
    /// list-users is forbidden, or does not know `IN`: phones are asked for otherwise.
    bool m_isSearchUnusable = false;
    bool m_isSearchForbidden = false;
    bool m_isOver = false;
};
