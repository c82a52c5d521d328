// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/workerthread.h"
#include "kick/run/listrunthread.h"
#include "models/list/listruntargets.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <memory>
#include <optional>

class HistoryReader;

/// What a list is about, for its page and its receipt.
struct ListFacts
{
    /// The name of the connection.
    QString pool;
    /// Its host.
    QUrl host;
    /// Empty while it is not known.
    QString poolId;
    QString ticket;
    QString reason;
    /// UTC.
    QDateTime createdAt;
    KickScope scope = KickScope::Given;
};

/// The one list that the window runs or looks at. The run itself is elsewhere, in a thread of its own; here
/// is who is meant, and how it has ended.
class ListRunController : public QObject
{
    Q_OBJECT

public:
    /// @p history must outlive this.
    ListRunController(ListRunThread::Parts parts, HistoryReader *history, QObject *parent = nullptr);
    ~ListRunController() override;

    void start(ListRunWish wish);
    /// Goes on with a list that is on record, or with those of it that came to a bad end.
    void resume(const ListRecord &record);
    void retry();
    /// Shows a list that is on record without running it.
    void look(const ListRecord &record);

    void pause();
    void goOn();
    void stop();

    /// A run is under way.
    bool isBusy() const { return m_host != nullptr; }
    /// Null until the users are known.
    const std::shared_ptr<const ListRunTargets> &targets() const { return m_targets; }
    const std::shared_ptr<const ListRunBoard> &board() const { return m_board; }
    const ListFacts &facts() const { return m_facts; }
    qint64 jobId() const { return m_jobId; }
    /// How the last run has ended; nothing while one is under way, and for a list that is looked at.
    const std::optional<ListRunEnd> &end() const { return m_end; }

    void setLanguage(Language language) { m_parts.language = language; }
    /// For the runs that begin from now on.
    void setProfile(const Profile &profile) { m_parts.profile = profile; }

Q_SIGNALS:
    /// The server of the run answers in another way than before; @p error tells why it does not.
    void answered(const std::optional<Error> &error);
    /// Another list, or another run of it, is shown.
    void changed();
    /// The first users are done, and the agent has to decide.
    void canaryEnded();
    void ended(const ListRunEnd &end);
    /// As Journal::noticed().
    void journalNoticed(const StoreNotice &notice);

private:
    ListRunThread *newHost();
    void take(const ListRecord &record);
    void readTargets();
    void follow(PendingCall *reading);
    void takeTargets(const std::shared_ptr<const ListRunTargets> &targets);

    ListRunThread::Parts m_parts;
    HistoryReader *m_history;
    ListReader m_reader;
    std::unique_ptr<ListRunThread> m_host;
    std::shared_ptr<const ListRunTargets> m_targets;
    std::shared_ptr<const ListRunBoard> m_board;
    ListFacts m_facts;
    qint64 m_jobId = 0;
    std::optional<ListRunEnd> m_end;
    QPointer<PendingCall> m_reading;
    WorkerThread m_builder;
};
