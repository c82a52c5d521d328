// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "support/answerof.h"
#include "support/badconnection.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"
#include "support/measuredapplication.h"
#include "support/testtraffic.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

using TestApplication = MeasuredApplication<QCoreApplication>;

constexpr const char *secretText = "canary-secret-0123456789";

} // namespace

class ConnectFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { static_cast<TestApplication *>(QCoreApplication::instance())->forget(); }
    void cleanup();
    void nothingIsSent_data();
    void nothingIsSent();
    void worksWithItsPrivateRoot();

private:
    KickResult kick(const Profile &profile);

    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Session> m_session;
};

/// Whatever the network does, the main thread is never busy for long.
void ConnectFaultsTest::cleanup()
{
    m_session.reset();
    m_journal.reset();
    for (const QString &name : {u"journal.db"_s, u"journal.db.head"_s})
        QFile::remove(m_folder.filePath(name));
    const auto *application = static_cast<TestApplication *>(QCoreApplication::instance());
    QVERIFY2(application->isQuick(), application->longest().constData());
}

KickResult ConnectFaultsTest::kick(const Profile &profile)
{
    m_journal = std::make_unique<Journal>(m_folder.filePath(u"journal.db"_s));
    m_session =
        std::make_unique<Session>(profile, Secret(secretText), m_journal.get(), ExchangeLog(), testTraffic());
    m_session->client()->setDeadline(std::chrono::seconds(2));
    const KickPlan target{
        .target = {.identifier = u"684ee14f7ab40e090f363a7d"_s, .appIds = {u"62188e71c1a2b3075289c580"_s}}};
    const auto result = answerOf<KickResult>(
        [&](const auto &handler) {
            m_session->kicker()->start(
                target, this, [](const KickProgress &) {}, handler);
        },
        std::chrono::seconds(60));
    if (!result)
        qFatal("The kick has not ended");
    return *result;
}

void ConnectFaultsTest::nothingIsSent_data()
{
    QTest::addColumn<QString>("fault");
    const QStringList names = BadConnection::names();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void ConnectFaultsTest::nothingIsSent()
{
    QFETCH(QString, fault);
    const BadConnection bad(fault);
    const KickResult result = kick(bad.profile());
    QCOMPARE(result.outcome, KickOutcome::NotSent);
    QVERIFY(result.error.has_value());
    const QByteArray received = bad.received();
    // A proxy is asked for a tunnel and for nothing else.
    QCOMPARE(!received.isEmpty(), bad.isProxyAsked());
    for (const char *own : {"kick-users", secretText, "authorization", "Authorization: Basic"})
        QVERIFY2(!received.contains(own), own);

    const JournalRows rows = JournalRows::read(m_journal->file());
    QVERIFY(rows.isIntact);
    QCOMPARE(rows.items.size(), 1);
    QCOMPARE(rows.items.first().outcome, u"not_sent"_s);
    QCOMPARE(rows.items.first().errorCode, errorCodeName(result.error->code));
    QCOMPARE(rows.attempts.size(), result.attempts);

    Translation translation;
    translation.setLanguage(Language::English);
    QCOMPARE(errorText(*result.error), bad.english());
    translation.setLanguage(Language::Chinese);
    QCOMPARE(errorText(*result.error), bad.chinese());
}

void ConnectFaultsTest::worksWithItsPrivateRoot()
{
    Sandbox sandbox({.users = 20, .faults = {u"tls-private-ca"_s}});
    const Result<SandboxAddress> address = sandbox.start();
    QVERIFY(address);
    Journal journal(m_folder.filePath(u"private.db"_s));
    Session session({.host = address->host,
                     .keyId = address->keyId,
                     .auth = AuthScheme::Signature,
                     .caFile = address->caFile},
                    address->secret, &journal, ExchangeLog(), testTraffic());
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](const auto &handler) { session.applicationLister()->list(this, handler); });
    QVERIFY(apps && *apps);
    KickPlan target{
        .target = {.identifier = Sandbox::userId({.users = 20}, 0), .appIds = {(*apps)->first().appId}}};
    target.target.userId = target.target.identifier;
    const auto result = answerOf<KickResult>(
        [&](const auto &handler) {
            session.kicker()->start(
                target, this, [](const KickProgress &) {}, handler);
        },
        std::chrono::seconds(60));
    QVERIFY(result);
    QCOMPARE(result->outcome, KickOutcome::Verified);
    QCOMPARE(sandbox.requestCount("kick-users"), 1);
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    ConnectFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_connectfaults.moc"
