// SPDX-License-Identifier: Apache-2.0
#include "store/layeredsecretstore.h"
#include "store/savedcredentials.h"
#include "support/answerof.h"

#include <QTest>

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

class SavedCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBothSecrets();
    void leavesWhatIsNotGiven();
    void removesWhatNobodyUses();
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
    SecretState remove(SecretStore *store, const Profile &profile, const QList<Profile> &others)
    {
        return answerOf<SecretState>([&](const auto &handler) {
                   SavedCredentials::remove(store, profile, others, this, handler);
               })
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

void SavedCredentialsTest::removesWhatNobodyUses()
{
    MemorySecretStore store;
    const Profile gone = sample(u"k1"_s, u"me"_s);
    const Profile sameProxy = sample(u"k2"_s, u"me"_s);
    const Profile sameKey = sample(u"k1"_s, u"you"_s);
    QCOMPARE(write(&store, gone, {Secret("s"), Secret("p")}), SecretState::Done);

    QCOMPARE(remove(&store, gone, {sameProxy, sameKey}), SecretState::Done);
    QCOMPARE(read(&store, gone).credentials.secret.reveal(), "s"_ba);
    QCOMPARE(read(&store, gone).credentials.proxyPassword.reveal(), "p"_ba);

    QCOMPARE(remove(&store, gone, {sameProxy}), SecretState::Done);
    QCOMPARE(read(&store, gone).state, SecretState::NotFound);
    QCOMPARE(read(&store, gone).credentials.proxyPassword.reveal(), "p"_ba);

    QCOMPARE(remove(&store, gone, {}), SecretState::Done);
    QVERIFY(read(&store, gone).credentials.proxyPassword.isEmpty());
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
