// SPDX-License-Identifier: Apache-2.0
#include "store/connections/layeredsecretstore.h"
#include "store/connections/savedcredentials.h"
#include "support/answerof.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A keychain that takes nothing.
class ShutStore : public MemorySecretStore
{
public:
    PendingCall *write(const SecretKey &, const Secret &, QObject *context, Handler handler) override
    {
        auto *call = new PendingAnswer<SecretAnswer>(context, std::move(handler));
        call->finishLater({.state = SecretState::Denied, .secret = {}});
        return call;
    }
};

Profile sample(const QString &keyId, const QString &proxyUser)
{
    Profile profile{.host = QUrl(u"https://api.corp.example"_s), .keyId = keyId};
    profile.proxy = {
        .mode = ProxyMode::Manual, .host = u"proxy.corp.example"_s, .port = 3128, .user = proxyUser};
    return profile;
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(Profile *)>)

class SavedCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothSecrets();
    void leavesWhatIsNotGiven();
    void removesOnlyItsOwn();
    void anotherWayHasNoSecret_data();
    void anotherWayHasNoSecret();
    void otherRootUnderTheSameNameHasNoSecret();
    void keepsInMemoryWhatTheKeychainDoesNotTake();
    void leavesNoCopyInMemoryOfWhatTheKeychainHas();

private:
    CredentialAnswer read(SecretStore *store, const Profile &profile)
    {
        return answerOf<CredentialAnswer>(
                   [&](const auto &handler) { SavedCredentials::read(store, profile, this, handler); })
            .value();
    }
    SecretState write(SecretStore *store, const Profile &profile, const Credentials &credentials)
    {
        return answerOf<SecretState>([&](const auto &handler) {
                   SavedCredentials::write(store, profile, credentials, this, handler);
               })
            .value();
    }
    SecretState remove(SecretStore *store, const Profile &profile)
    {
        return answerOf<SecretState>(
                   [&](const auto &handler) { SavedCredentials::remove(store, profile, this, handler); })
            .value();
    }
};

void SavedCredentialsTest::keepsBothSecrets()
{
    MemorySecretStore store;
    const Profile profile = sample(u"k1"_s, u"me"_s);
    QCOMPARE(read(&store, profile).state, SecretState::NotFound);
    QCOMPARE(write(&store, profile, {Secret("s"), Secret("p")}), SecretState::Done);
    const CredentialAnswer answer = read(&store, profile);
    QCOMPARE(answer.state, SecretState::Done);
    QCOMPARE(answer.credentials.secret.reveal(), "s"_ba);
    QCOMPARE(answer.credentials.proxyPassword.reveal(), "p"_ba);
}

void SavedCredentialsTest::leavesWhatIsNotGiven()
{
    MemorySecretStore store;
    const Profile profile = sample(u"k1"_s, u"me"_s);
    QCOMPARE(write(&store, profile, {Secret("s"), Secret("p")}), SecretState::Done);
    QCOMPARE(write(&store, profile, {Secret(), Secret("q")}), SecretState::Done);
    QCOMPARE(read(&store, profile).credentials.secret.reveal(), "s"_ba);
    QCOMPARE(read(&store, profile).credentials.proxyPassword.reveal(), "q"_ba);
    QCOMPARE(write(&store, profile, Secret()), SecretState::Done);
    QCOMPARE(read(&store, profile).credentials.secret.reveal(), "s"_ba);
}

void SavedCredentialsTest::removesOnlyItsOwn()
{
    MemorySecretStore store;
    Profile gone = sample(u"k1"_s, u"me"_s);
    gone.id = u"1"_s;
    Profile other = gone;
    other.id = u"2"_s;
    QCOMPARE(write(&store, gone, {Secret("s"), Secret("p")}), SecretState::Done);
    QCOMPARE(read(&store, other).state, SecretState::NotFound);
    QCOMPARE(write(&store, other, {Secret("t"), Secret("q")}), SecretState::Done);
    QCOMPARE(remove(&store, gone), SecretState::Done);
    QCOMPARE(read(&store, gone).state, SecretState::NotFound);
    QVERIFY(read(&store, gone).credentials.proxyPassword.isEmpty());
    QCOMPARE(read(&store, other).credentials.secret.reveal(), "t"_ba);
    QCOMPARE(read(&store, other).credentials.proxyPassword.reveal(), "q"_ba);
}

void SavedCredentialsTest::anotherWayHasNoSecret_data()
{
    QTest::addColumn<std::function<void(Profile *)>>("change");
    QTest::addColumn<bool>("isKept");
    using Change = std::function<void(Profile *)>;
    QTest::newRow("nothing") << Change([](Profile *) {}) << true;
    QTest::newRow("name") << Change([](Profile *p) { p->name = u"other"_s; }) << true;
    QTest::newRow("pool") << Change([](Profile *p) { p->poolId = u"pool"_s; }) << true;
    QTest::newRow("connection") << Change([](Profile *p) { p->id = u"2"_s; }) << false;
    QTest::newRow("host") << Change([](Profile *p) { p->host = QUrl(u"https://evil.example"_s); }) << false;
    QTest::newRow("key") << Change([](Profile *p) { p->keyId = u"k2"_s; }) << false;
    QTest::newRow("no proxy") << Change([](Profile *p) { p->proxy = {}; }) << false;
    QTest::newRow("host of the proxy")
        << Change([](Profile *p) { p->proxy.host = u"evil.example"_s; }) << false;
    QTest::newRow("port of the proxy") << Change([](Profile *p) { p->proxy.port = 1; }) << false;
    QTest::newRow("user of the proxy") << Change([](Profile *p) { p->proxy.user = u"you"_s; }) << false;
    QTest::newRow("root certificate") << Change([](Profile *p) { p->caFile = u"/evil.pem"_s; }) << false;
}

void SavedCredentialsTest::anotherWayHasNoSecret()
{
    QFETCH(std::function<void(Profile *)>, change);
    QFETCH(bool, isKept);
    MemorySecretStore store;
    Profile before = sample(u"k1"_s, u"me"_s);
    before.id = u"1"_s;
    QCOMPARE(write(&store, before, {Secret("s"), Secret("p")}), SecretState::Done);
    Profile after = before;
    change(&after);
    QCOMPARE(SavedCredentials::areKept(before, after), isKept);
    const CredentialAnswer answer = read(&store, after);
    QCOMPARE(answer.state == SecretState::Done, isKept);
    QCOMPARE(!answer.credentials.proxyPassword.isEmpty(), isKept);
}

void SavedCredentialsTest::otherRootUnderTheSameNameHasNoSecret()
{
    const QTemporaryDir folder;
    MemorySecretStore store;
    Profile profile = sample(u"k1"_s, {});
    profile.caFile = folder.filePath(u"root.pem"_s);
    for (const QByteArray &root : {"one"_ba, "other"_ba}) {
        QFile file(profile.caFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(root) == root.size());
        file.close();
        QCOMPARE(read(&store, profile).state, SecretState::NotFound);
        QCOMPARE(write(&store, profile, Secret("s")), SecretState::Done);
        QCOMPARE(read(&store, profile).state, SecretState::Done);
    }
}

void SavedCredentialsTest::keepsInMemoryWhatTheKeychainDoesNotTake()
{
    ShutStore keychain;
    LayeredSecretStore store(&keychain);
    const Profile profile = sample(u"k1"_s, {});
    QCOMPARE(write(&store, profile, Secret("s")), SecretState::Denied);
    QCOMPARE(read(&store, profile).credentials.secret.reveal(), "s"_ba);
    store.forget();
    QCOMPARE(read(&store, profile).state, SecretState::NotFound);
}

void SavedCredentialsTest::leavesNoCopyInMemoryOfWhatTheKeychainHas()
{
    MemorySecretStore keychain;
    LayeredSecretStore store(&keychain);
    const Profile profile = sample(u"k1"_s, {});
    QCOMPARE(write(&store, profile, Secret("s")), SecretState::Done);
    keychain.clear();
    QCOMPARE(read(&store, profile).state, SecretState::NotFound);
}

QTEST_GUILESS_MAIN(SavedCredentialsTest)
#include "tst_savedcredentials.moc"
