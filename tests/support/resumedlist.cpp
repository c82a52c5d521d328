// SPDX-License-Identifier: Apache-2.0
#include "support/resumedlist.h"

#include "store/history/journalaudit.h"
#include "store/journal/database.h"

#include <QProcessEnvironment>
#include <QSet>
#include <QTest>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestWaitMs = 60'000;
constexpr int longestRunMs = 600'000;
/// Every seventh user is asked for at the end.
constexpr int sampleStep = 7;

} // namespace

ResumeProcess::ResumeProcess(const SandboxSession &on)
    : ResumeProcess(on, on.folder.path(), {u"bulk"_s, u"resume"_s})
{
}

ResumeProcess::ResumeProcess(const SandboxSession &on, const QString &folder, const QStringList &command)
    : m_secret(on.address.secret.reveal())
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_DATA_DIR"_s, folder);
    // Where a file is cut below its mapping, the system ends the process; the sanitizer must not do it in its
    // own way.
    environment.insert(u"ASAN_OPTIONS"_s, environment.value(u"ASAN_OPTIONS"_s) + u":handle_sigbus=0"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral(KICKDESK_CLI),
                    QStringList{u"--json"_s, u"--host"_s, on.address.host.toString(), u"--key-id"_s,
                                on.address.keyId, u"--auth"_s, u"signature"_s, u"--secret-stdin"_s} +
                        command);
}

void ResumeProcess::go()
{
    m_process.write(m_secret + '\n');
    m_process.closeWriteChannel();
}

ResumedList::ResumedList(int users)
    : m_users(users)
    , m_on({}, AuthScheme::Signature, {.users = users, .latencyMs = 2})
{
}

bool ResumedList::prepare()
{
    ListRunFixture run(m_on);
    run.runner().pause();
    run.start({.plan = listPlan(m_on, m_users), .options = {.proofLimit = 60s, .cap = m_users}});
    if (!QTest::qWaitFor([&run] { return run.summary().state == RunState::Paused; }, longestWaitMs))
        return false;
    run.runner().stop();
    return QTest::qWaitFor([&run] { return run.end().has_value(); }, longestWaitMs);
}

int ResumedList::complete()
{
    ResumeProcess process(m_on);
    process.go();
    return QTest::qWaitFor([&process] { return process.hasEnded(); }, longestRunMs) ? process.exitCode() : -1;
}

qint64 ResumedList::requests() const
{
    qint64 result = 0;
    for (const char *endpoint : {"kick-users", "check-session-status", "get-user-login-history"})
        result += m_on.sandbox->requestCount(endpoint);
    return result;
}

QString ResumedList::integrity() const
{
    const auto database = Database::open(m_on.journal.file(), Database::Access::ReadOnly);
    if (!database)
        return errorCodeName(database.error().code);
    SqlStatement check = (*database)->connection().prepare(u"PRAGMA integrity_check"_s);
    return check.next() ? check.text(0) : QString();
}

QString ResumedList::problem(qint64 mostRepeats) const
{
    const auto database = Database::open(m_on.journal.file(), Database::Access::ReadOnly);
    if (!database || !JournalAudit::verify(**database).isIntact())
        return u"a journal that is not as it was written"_s;
    const SqlConnection &connection = (*database)->connection();
    SqlStatement verified = connection.prepare(u"SELECT COUNT(*) FROM items WHERE outcome = 'verified'"_s);
    if (!verified.next() || verified.number(0) != m_users)
        return u"not everybody is proved"_s;

    QSet<QByteArray> sent;
    for (const SandboxRequest &request : m_on.sandbox->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        for (const auto &[name, value] : request.headers) {
            if (name.toLower() == "x-authing-signature-nonce")
                sent.insert(value);
        }
    }
    QSet<QByteArray> recorded;
    SqlStatement attempts = connection.prepare(u"SELECT nonce FROM attempts"_s);
    while (attempts.next())
        recorded.insert(attempts.utf8(0));
    if (attempts.hasFailed())
        return u"attempts that cannot be read"_s;
    if (sent.size() != kicks())
        return u"a nonce that was used twice"_s;
    if (!recorded.contains(sent))
        return u"a request that is not on record"_s;
    if (kicks() < m_users || kicks() > m_users + mostRepeats)
        return u"%1 kicks for %2 users"_s.arg(QString::number(kicks()), QString::number(m_users));

    Session clean(m_on.profile(), m_on.address.secret, &m_on.journal);
    const QStringList appIds = listPlan(m_on, 1).items.constFirst().target.appIds;
    for (int place = 0; place < m_users; place += sampleStep) {
        QObject context;
        const QString userId = Sandbox::userId({.users = m_users}, place);
        const auto state = answerOf<Result<SessionState>>([&](auto handler) {
            clean.client()->checkSessionStatus(appIds.first(), userId, &context, handler);
        });
        if (!state || !*state || **state != SessionState::Offline)
            return u"a user who is still online"_s;
    }
    return {};
}
