// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/pool/signins.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

/// Who is watched after a kick, and how often.
struct ReturnWatchRequest
{
    /// The Authing user ID.
    QString userId;
    /// Where the user is known to be offline: online there means that the user is back. Others are not asked.
    QStringList appIds;
    /// Sign-ins after this moment count; by the server's clock.
    QDateTime since;
    std::chrono::milliseconds first{5000};
    std::chrono::milliseconds interval{15000};
    std::chrono::milliseconds duration{600000};
};

/// How a user has come back: at least one of the two is known.
struct UserReturn
{
    /// The first sign-in since; nothing where the history does not have it yet.
    std::optional<LoginRecord> signIn;
    /// The application where the user is online again; empty when only the history tells.
    QString appId;
};

/// Looks for a while whether a user signs in again: a few sessions and the login history a look, one look at
/// a time. Ends with the first return, when the time is over, and when the key is refused.
class ReturnWatch : public QObject
{
    Q_OBJECT

public:
    /// Sessions asked about in one look; the next look goes on with the next ones.
    static constexpr qsizetype maximumChecks = 4;

    /// Begins at once. @p client must outlive the watch.
    ReturnWatch(Client *client, const ReturnWatchRequest &request, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    /// 0 when it has ended.
    std::chrono::seconds remaining() const;
    /// Why it ended early; nothing when it did not.
    const std::optional<Error> &error() const { return m_error; }

    /// Ends it; a look under way ends without an answer.
    void stop();

Q_SIGNALS:
    void returned(const UserReturn &back);
    /// It does not run any more, for whatever reason.
    void ended();

private:
    void look();
    void takeState(const QString &appId, const Result<SessionState> &state);
    void askHistory();
    void takeHistory(const SignIns &signIns);
    bool isRefused(const Error &error);

    Client *m_client;
    ReturnWatchRequest m_request;
    QDeadlineTimer m_end;
    QTimer m_next;
    std::unique_ptr<QObject> m_calls;
    QString m_onlineAppId;
    qsizetype m_nextApp = 0;
    int m_openChecks = 0;
    std::optional<Error> m_error;
    bool m_isRunning = true;
};
