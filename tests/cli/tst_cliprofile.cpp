// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "store/connections/memorysecretstore.h"
#include "store/connections/profilestore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A keychain that answers nothing but @p state.
class BarredSecretStore : public MemorySecretStore
{
public:
    explicit BarredSecretStore(SecretState state)
        : m_state(state)
    {
    }

    PendingCall *read(const SecretKey &, QObject *context, Handler handler) override
    {
        return answer(context, std::move(handler));
    }
    PendingCall *write(const SecretKey &, const Secret &, QObject *context, Handler handler) override
    {
        return answer(context, std::move(handler));
    }
    PendingCall *remove(const SecretKey &, QObject *context, Handler handler) override
    {
        return answer(context, std::move(handler));
    }

private:
    PendingCall *answer(QObject *context, Handler handler) const
    {
        auto *call = new PendingAnswer<SecretAnswer>(context, std::move(handler));
        call->finishLater({.state = m_state, .secret = {}});
        return call;
    }

    SecretState m_state;
};

} // namespace

/// Saved connections on the command line.
class CliProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { qunsetenv("KICKDESK_SECRET"); }
    void savesAndListsAConnection();
    void opensASavedConnection();
    void bindsTheSecretToTheConnection_data();
    void bindsTheSecretToTheConnection();
    void importGetsNoSecret_data();
    void importGetsNoSecret();
    void longSecretIsRefusedWhole_data();
    void longSecretIsRefusedWhole();
    void forgetsTheSecretWithTheConnection();
    void saysWhyThereIsNoSecret_data();
    void saysWhyThereIsNoSecret();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void importsAndExports();
    void exportsNothingOverItsOwnFiles();
    void exportsNothingWhereSomeCannotBeRead();
    void putsTheSecretIntoNoFile();

private:
    CliRun run(const QStringList &arguments, const QByteArray &in = {})
    {
        return runCli(arguments, in, &m_secrets);
    }
    CliRun add(const QStringList &more = {}, const QByteArray &in = {})
    {
        return run(QStringList{u"--json"_s, u"profile"_s, u"add"_s, u"生产"_s, u"--host"_s,
                               m_pool.address().host.toString(), u"--key-id"_s, m_pool.address().keyId} +
                       more,
                   in);
    }
    QByteArray secretLine() const { return m_pool.address().secret.reveal() + '\n'; }

    CliPool m_pool{SandboxOptions{.users = 50}};
    MemorySecretStore m_secrets;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CliProfileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.clear();
    qputenv("KICKDESK_DATA_DIR", m_folder->filePath(u"data"_s).toUtf8());
    qputenv("KICKDESK_SYSTEM_PROFILES", m_folder->filePath(u"system.json"_s).toUtf8());
}

void CliProfileTest::savesAndListsAConnection()
{
    CliRun listed = run({u"--json"_s, u"profile"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.out, QByteArray());
    const CliRun added =
        add({u"--environment"_s, u"test"_s, u"--proxy"_s, u"http://proxy.corp.example:3128"_s,
             u"--tenant-header"_s, u"x-tenant"_s, u"--tenant"_s, u"t1"_s, u"--ticket-required"_s,
             u"--operator"_s, u"张三"_s, u"--api-names"_s, u"genauth"_s});
    QCOMPARE(added.exitCode, 0);
    listed = run({u"--json"_s, u"profile"_s, u"list"_s});
    const QJsonObject object = listed.object();
    QCOMPARE(object.value("name"_L1).toString(), u"生产"_s);
    QCOMPARE(object.value("environment"_L1).toString(), u"test"_s);
    QCOMPARE(object.value("proxy"_L1).toObject().value("port"_L1).toInt(), 3128);
    QCOMPARE(object.value("tenant"_L1).toString(), u"t1"_s);
    QCOMPARE(object.value("apiNames"_L1).toString(), u"genauth"_s);
    QCOMPARE(object.value("operatorName"_L1).toString(), u"张三"_s);
    QVERIFY(object.value("ticketRequired"_L1).toBool());
    QVERIFY(!object.value("readOnly"_L1).toBool(true));
    // The flags of a connection may stand in front as well.
    const CliRun second = run({u"--host"_s, u"https://api.authing.cn"_s, u"--key-id"_s, u"k2"_s, u"profile"_s,
                               u"add"_s, u"second"_s});
    QCOMPARE(second.exitCode, 0);
    const CliRun text = run({u"--lang"_s, u"zh-CN"_s, u"profile"_s, u"list"_s});
    QVERIFY2(text.out.contains("api.authing.cn") && text.out.contains("生产"), text.out.constData());
}

void CliProfileTest::opensASavedConnection()
{
    QCOMPARE(add({u"--secret-stdin"_s}, secretLine()).exitCode, 0);
    const CliRun apps = run({u"--profile"_s, u"生产"_s, u"--json"_s, u"apps"_s});
    QCOMPARE(apps.exitCode, 0);
    QVERIFY(apps.objects().size() > 1);
    // What is given for this call goes first.
    const CliRun wrong =
        run({u"--profile"_s, u"生产"_s, u"--secret-stdin"_s, u"--json"_s, u"apps"_s}, "wrong\n");
    QCOMPARE(wrong.exitCode, 5);
    const CliRun missing = run({u"--profile"_s, u"Prod"_s, u"apps"_s});
    QCOMPARE(missing.exitCode, 2);
    QVERIFY2(missing.err.contains("Prod"), missing.err.constData());
    QCOMPARE(run({u"--profile"_s, u"生产"_s, u"--sandbox"_s, u"apps"_s}).exitCode, 2);
}

void CliProfileTest::bindsTheSecretToTheConnection_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray key = m_pool.address().keyId.toUtf8();
    QTest::newRow("key") << key << "another-key"_ba;
    QTest::newRow("proxy") << "\"mode\": \"none\""_ba
                           << "\"mode\": \"manual\", \"host\": \"127.0.0.1\", \"port\": 9"_ba;
    QTest::newRow("system's proxy") << "\"mode\": \"none\""_ba
                                    << "\"mode\": \"system\""_ba;
    QTest::newRow("root certificate") << "\"caFile\": \"\""_ba
                                      << "\"caFile\": \"/tmp/root.pem\""_ba;
}

void CliProfileTest::bindsTheSecretToTheConnection()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QCOMPARE(add({u"--secret-stdin"_s}, secretLine()).exitCode, 0);
    // The same name, from the hands of somebody else.
    QFile file(m_folder->filePath(u"data/profiles.json"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains(before));
    bytes.replace(before, after);
    file.resize(0);
    file.seek(0);
    file.write(bytes);
    file.close();
    const CliRun apps = run({u"--lang"_s, u"en-US"_s, u"--profile"_s, u"生产"_s, u"apps"_s});
    QCOMPARE(apps.exitCode, 2);
    QVERIFY2(apps.err.contains("The keychain has no secret for this connection"), apps.err.constData());
}

void CliProfileTest::importGetsNoSecret_data()
{
    QTest::addColumn<bool>("hasOurId");
    QTest::newRow("as it was exported") << false;
    QTest::newRow("with the ID of the one that is here") << true;
}

void CliProfileTest::importGetsNoSecret()
{
    QFETCH(bool, hasOurId);
    QCOMPARE(add({u"--secret-stdin"_s}, secretLine()).exitCode, 0);
    const QString file = m_folder->filePath(u"all.json"_s);
    QCOMPARE(run({u"profile"_s, u"export"_s, file}).exitCode, 0);
    if (hasOurId) {
        const QString id = ProfileStore().find(u"生产"_s)->profile.id;
        QFile exported(file);
        QVERIFY(exported.open(QIODevice::ReadWrite));
        QByteArray bytes = exported.readAll();
        QVERIFY(bytes.contains(R"("id": "")"));
        bytes.replace(R"("id": "")", R"("id": ")" + id.toUtf8() + '"');
        QVERIFY(exported.seek(0) && exported.write(bytes) == bytes.size());
    }
    // Even the same connection: the sender of the file may have made it.
    const CliRun imported = run({u"--lang"_s, u"en-US"_s, u"profile"_s, u"import"_s, file});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY2(imported.out.contains("Proxy: none. Root certificate: only the system's."),
             imported.out.constData());
    QCOMPARE(run({u"--profile"_s, u"生产"_s, u"apps"_s}).exitCode, 0);
    QCOMPARE(run({u"--profile"_s, u"生产 (2)"_s, u"apps"_s}).exitCode, 2);
    // The one of this computer keeps its own when the other goes.
    QCOMPARE(run({u"profile"_s, u"remove"_s, u"生产 (2)"_s}).exitCode, 0);
    QCOMPARE(run({u"--profile"_s, u"生产"_s, u"apps"_s}).exitCode, 0);
}

void CliProfileTest::longSecretIsRefusedWhole_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isTaken");
    const QByteArray longest(Secret::maximumLength, 's');
    QTest::newRow("longest") << longest + '\n' << true;
    QTest::newRow("longest, with the line end of Windows") << longest + "\r\n" << true;
    QTest::newRow("longest, without a line end") << longest << true;
    QTest::newRow("one more") << longest + "s\n" << false;
    QTest::newRow("one more, without a line end") << longest + 's' << false;
    QTest::newRow("rest behind blanks") << "s" + QByteArray(Secret::maximumLength, ' ') + "s\n" << false;
    QTest::newRow("a file given by mistake") << QByteArray(1'000'000, 's') << false;
}

void CliProfileTest::longSecretIsRefusedWhole()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isTaken);
    QCOMPARE(add().exitCode, 0);
    const CliRun kept = run({u"--json"_s, u"profile"_s, u"set-secret"_s, u"生产"_s}, line);
    QCOMPARE(kept.exitCode, isTaken ? 0 : 2);
    QCOMPARE(kept.err.contains("secret-too-long"), !isTaken);
    QCOMPARE(m_secrets.contains(SecretKey::accessKey(ProfileStore().find(u"生产"_s)->profile)), isTaken);
    // A connection is not saved without the secret that was given with it.
    const CliRun other = run({u"profile"_s, u"add"_s, u"other"_s, u"--host"_s, u"https://a.example"_s,
                              u"--key-id"_s, u"k"_s, u"--secret-stdin"_s},
                             line);
    QCOMPARE(other.exitCode, isTaken ? 0 : 2);
    QCOMPARE(ProfileStore().find(u"other"_s).hasValue(), isTaken);
    if (isTaken)
        return;
    const CliRun used = run({u"--host"_s, m_pool.address().host.toString(), u"--key-id"_s, u"k"_s,
                             u"--secret-stdin"_s, u"apps"_s},
                            line);
    QCOMPARE(used.exitCode, 2);
    QVERIFY2(used.err.contains("secret-too-long"), used.err.constData());
    if (line.size() > 2 * Secret::maximumLength)
        return;
    qputenv("KICKDESK_SECRET", line.trimmed());
    QCOMPARE(run({u"--host"_s, m_pool.address().host.toString(), u"--key-id"_s, u"k"_s, u"apps"_s}).exitCode,
             2);
}

void CliProfileTest::forgetsTheSecretWithTheConnection()
{
    QCOMPARE(add().exitCode, 0);
    const CliRun kept = run({u"--json"_s, u"profile"_s, u"set-secret"_s, u"生产"_s}, secretLine());
    QCOMPARE(kept.exitCode, 0);
    QCOMPARE(kept.object().value("secret"_L1).toString(), u"done"_s);
    const SecretKey key = SecretKey::accessKey(ProfileStore().find(u"生产"_s)->profile);
    QVERIFY(m_secrets.contains(key));
    QCOMPARE(run({u"profile"_s, u"remove"_s, u"生产"_s}).exitCode, 0);
    QVERIFY(!m_secrets.contains(key));
    QCOMPARE(run({u"profile"_s, u"remove"_s, u"生产"_s}).exitCode, 2);
    QCOMPARE(run({u"profile"_s, u"set-secret"_s, u"生产"_s}, secretLine()).exitCode, 2);
}

void CliProfileTest::saysWhyThereIsNoSecret_data()
{
    QTest::addColumn<SecretState>("state");
    QTest::newRow("none") << SecretState::None;
    QTest::newRow("locked") << SecretState::Locked;
    QTest::newRow("denied") << SecretState::Denied;
    QTest::newRow("not found") << SecretState::NotFound;
    QTest::newRow("hanging") << SecretState::TimedOut;
}

void CliProfileTest::saysWhyThereIsNoSecret()
{
    QFETCH(SecretState, state);
    QCOMPARE(add().exitCode, 0);
    BarredSecretStore barred(state);
    const CliRun apps = runCli({u"--lang"_s, u"zh-CN"_s, u"--profile"_s, u"生产"_s, u"apps"_s}, {}, &barred);
    QCOMPARE(apps.exitCode, 2);
    QVERIFY2(apps.err.contains("钥匙串"), apps.err.constData());
    const CliRun set = runCli({u"--json"_s, u"profile"_s, u"set-secret"_s, u"生产"_s}, secretLine(), &barred);
    QCOMPARE(set.exitCode, 1);
    QCOMPARE(set.object().value("secret"_L1).toString(), secretStateName(state));
    // The environment is the last resort.
    qputenv("KICKDESK_SECRET", m_pool.address().secret.reveal());
    QCOMPARE(runCli({u"--profile"_s, u"生产"_s, u"apps"_s}, {}, &barred).exitCode, 0);
}

void CliProfileTest::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QString &line) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
    };
    row("no action", u"profile"_s);
    row("unknown action", u"profile rename a"_s);
    row("no name", u"--host https://a.example --key-id k profile add"_s);
    row("no host", u"--key-id k profile add a"_s);
    row("http", u"--host http://a.example --key-id k profile add a"_s);
    row("no key", u"--host https://a.example profile add a"_s);
    row("proxy with a password",
        u"--host https://a.example --key-id k profile add a --proxy http://u:p@p:1"_s);
    row("unknown environment", u"--host https://a.example --key-id k profile add a --environment staging"_s);
    row("unknown names", u"--host https://a.example --key-id k profile add a --api-names okta"_s);
    row("tenant without a header", u"--host https://a.example --key-id k profile add a --tenant t"_s);
    row("secret in the arguments", u"--host https://a.example --key-id k profile add a --secret s"_s);
    row("import of nothing", u"profile import /no/such/file.json"_s);
}

void CliProfileTest::refusesWhatCannotBeUsed()
{
    QFETCH(QStringList, arguments);
    const CliRun refused = run(arguments);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(!refused.err.isEmpty());
    QCOMPARE(run({u"--json"_s, u"profile"_s, u"list"_s}).out, QByteArray());
}

void CliProfileTest::importsAndExports()
{
    QCOMPARE(add().exitCode, 0);
    QCOMPARE(add().exitCode, 2);
    const QString file = m_folder->filePath(u"all.json"_s);
    QCOMPARE(run({u"profile"_s, u"export"_s, file}).exitCode, 0);
    QCOMPARE(run({u"profile"_s, u"remove"_s, u"生产"_s}).exitCode, 0);
    const CliRun imported = run({u"--json"_s, u"profile"_s, u"import"_s, file});
    QCOMPARE(imported.exitCode, 0);
    QCOMPARE(imported.object().value("name"_L1).toString(), u"生产"_s);
    QCOMPARE(run({u"--json"_s, u"profile"_s, u"list"_s}).objects().size(), 1);
}

void CliProfileTest::exportsNothingOverItsOwnFiles()
{
    QCOMPARE(add().exitCode, 0);
    for (const QString &name : {u"data/profiles.json"_s, u"data/journal.db"_s, u"data/all.json"_s}) {
        const CliRun refused = run({u"profile"_s, u"export"_s, m_folder->filePath(name)});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains("file-is-own"), refused.err.constData());
    }
    QCOMPARE(run({u"--json"_s, u"profile"_s, u"list"_s}).objects().size(), 1);
}

void CliProfileTest::exportsNothingWhereSomeCannotBeRead()
{
    QCOMPARE(add().exitCode, 0);
    QFile file(m_folder->filePath(u"data/profiles.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    const QString target = m_folder->filePath(u"all.json"_s);
    const CliRun refused = run({u"profile"_s, u"export"_s, target});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("profiles.json"), refused.err.constData());
    QVERIFY(!QFile::exists(target));
}

void CliProfileTest::putsTheSecretIntoNoFile()
{
    QCOMPARE(add({u"--secret-stdin"_s}, secretLine()).exitCode, 0);
    QCOMPARE(run({u"--profile"_s, u"生产"_s, u"apps"_s}).exitCode, 0);
    QCOMPARE(run({u"profile"_s, u"export"_s, m_folder->filePath(u"all.json"_s)}).exitCode, 0);
    int files = 0;
    QDirIterator each(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(m_pool.address().secret.reveal()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 2);
}

QTEST_GUILESS_MAIN(CliProfileTest)
#include "tst_cliprofile.moc"
