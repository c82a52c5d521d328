// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/credentials.h"
#include "core/values/profile.h"
#include "kick/run/listrunboard.h"
#include "kick/run/listrunner.h"
#include "kick/run/listrunopening.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

/// Runs one list in a thread of its own, with a session and a journal of its own, so that a window stays as
/// quick as without it. How the list stands is read from board(); signals are few.
class ListRunThread : public QObject
{
    Q_OBJECT

public:
    /// What the thread works with.
    struct Parts
    {
        Profile profile;
        Credentials credentials = Secret();
        QString journalFile;
        /// Language of the server's messages.
        Language language = Language::English;
        /// Told about every request, in the host's thread.
        ExchangeLog log;
    };

    explicit ListRunThread(const Parts &parts, QObject *parent = nullptr);
    /// Gives up what is on the wire; the list can be resumed. A window that wants to close calls stop()
    /// first and waits for finished().
    ~ListRunThread() override;

    /// Each can be called once, and ends with finished().
    void start(ListRunWish wish);
    void resume(qint64 jobId);
    void retry(qint64 jobId);

    void pause();
    void goOn();
    void stop();
    void abandon();

    /// Can be read at any time, also after the host is gone.
    const std::shared_ptr<const ListRunBoard> &board() const { return m_board; }

Q_SIGNALS:
    void finished(const ListRunEnd &end);
    /// The server answers in another way than before; @p error tells why it does not.
    void answered(const std::optional<Error> &error);
    /// The first users are done; goOn() or stop() is waited for.
    void canaryEnded();
    /// As Journal::noticed().
    void journalNoticed(const StoreNotice &notice);

private:
    class Worker;

    void post(const std::function<void(ListRunner *)> &work);

    std::shared_ptr<const ListRunBoard> m_board;
    QThread m_thread;
    Worker *m_worker;
};
