// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/exitcode.h"
#include "kick/single/headline.h"
#include "kick/single/kickplanner.h"
#include "kick/single/kickvalues.h"
#include "store/history/listrecord.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <optional>

/// One application before and after.
struct ReportedApplication
{
    QString appId;
    /// Empty when it was not asked for.
    ServerText appName;
    SessionState before = SessionState::Unknown;
    SessionState after = SessionState::Unknown;
};

/// What came of one `kick`, for scripts and for people.
struct KickReport
{
    Q_DECLARE_TR_FUNCTIONS(KickReport)

public:
    /// The words for a session's state.
    static QString stateLabel(SessionState state);

    /// The report before anything is known: not sent.
    explicit KickReport(const KickWish &wish);

    /// The report about a user of a list.
    KickReport(const ListItem &item, const KickResult &result);

    /// Takes over what @p plan knows.
    void take(const KickPlan &plan);
    void take(const KickResult &result);

    /// Nothing was sent because of @p why: skipped when it says that there is no single such user, else not
    /// sent.
    void refuse(const Error &why);

    /// No answer came before the program had to end.
    void interrupt();

    /// There is nothing to send.
    void skip(const QString &why);

    /// The object that `--json` writes.
    QJsonObject json() const;

    /// Several lines in the language of the program: the worst true fact, then the server's own message.
    QString text() const;

    /// The worst true fact, as the window says it.
    QString headline() const;

    KickFacts facts() const;

    /// Whether the request may have been carried out; empty where the headline says it.
    QString fate() const;

    /// @p isProofWanted: accepted alone is not enough.
    ExitCode exitCode(bool isProofWanted) const;

    /// As sent, or as it would be.
    QString identifier;
    /// Nothing for `auto` before the user was found.
    std::optional<IdType> identifierType;
    QStringList appIds;
    QList<ReportedApplication> applications;
    std::optional<User> user;

    KickOutcome outcome = KickOutcome::NotSent;
    ServerReply reply;
    std::optional<Error> error;
    /// A stable word such as "already_offline"; empty when the outcome says everything.
    QString reason;
    int attempts = 0;
    /// See KickResult.
    bool isAnswerLost = false;
    std::optional<Error> lostAnswer;
    /// How the user was proved offline; nothing where that was not looked for, or not found.
    std::optional<ProofMode> proof;
    std::optional<LoginRecord> relogin;
    SignInLog signInLog = SignInLog::NotAsked;
    /// 0 when nothing was written.
    qint64 journalId = 0;
    bool hasJournalFailed = false;
    /// The sessions were asked for, and not every answer came.
    bool hasCheckFailed = false;

private:
    QString targetTable() const;
    QString applicationTable() const;
    QString reloginLine() const;
};
