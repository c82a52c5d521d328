// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "store/connections/keychainsecretstore.h"
#include "store/connections/memorysecretstore.h"
#include "support/answerof.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What one call to the keychain printed.
struct Probe
{
    QString state;
    QString secret;
    int milliseconds = 0;
};

/// Each line of @p text that comes from the probe.
QList<Probe> probes(const QByteArray &text)
{
    QList<Probe> result;
    for (const QString &line : QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'|');
        if (parts.size() == 3)
            result.append({.state = parts.at(0), .secret = parts.at(1), .milliseconds = parts.at(2).toInt()});
    }
    return result;
}

QStringList states(const QList<Probe> &list)
{
    QStringList result;
    for (const Probe &probe : list)
        result << probe.state;
    return result;
}

/// A daemon of our own, whose process ID is in $daemon; ready when the bus knows it.
const QString startDaemon = uR"(
    %1 >/dev/null 2>&1 & daemon=$!
    for i in $(seq 200); do
        case $("$PROBE" read x) in keychain-none*) ;; *) break ;; esac
    done
)"_s;
const QString unlocked =
    startDaemon.arg(u"gnome-keyring-daemon --foreground --unlock --components=secrets <pw"_s);
const QString locked = startDaemon.arg(u"gnome-keyring-daemon --foreground --components=secrets"_s);
const QString endDaemon = u"\nkill $daemon; wait $daemon\n"_s;

} // namespace

/// The keychain of the system, and the memory that stands in for it. The keychain is gnome-keyring in a
/// session bus and a home of its own.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsASecret();
    void keepsItForItsConnectionOnly();
    void saysThatItIsLocked();
    void saysThatThereIsNone();
    void doesNotWaitForOneThatHangs();
    void isInNoFileInTheClear();
    void memoryKeepsWhatItIsGiven();
    void bindsToHostAndKey();
    void hasWordsForEachState();

private:
    QByteArray inSession(const QString &script, const QString &busConfiguration = {}) const;

    QTemporaryDir m_folder;
};

void KeychainTest::initTestCase()
{
    for (const auto &name : {u"run"_s, u"home"_s, u"data"_s, u"config"_s})
        QVERIFY(QDir(m_folder.path()).mkdir(name));
    QVERIFY(QFile::setPermissions(m_folder.filePath(u"run"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QFile password(m_folder.filePath(u"pw"_s));
    QVERIFY(password.open(QIODevice::WriteOnly) && password.write("master") > 0);
}

QByteArray KeychainTest::inSession(const QString &script, const QString &busConfiguration) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[variable, folder] : {std::pair{u"XDG_RUNTIME_DIR"_s, u"run"_s},
                                           {u"HOME"_s, u"home"_s},
                                           {u"XDG_DATA_HOME"_s, u"data"_s},
                                           {u"XDG_CONFIG_HOME"_s, u"config"_s}})
        environment.insert(variable, m_folder.filePath(folder));
    environment.insert(u"PROBE"_s, QStringLiteral(KEYCHAINPROBE));
    for (const auto &display : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        environment.remove(display);
    QProcess session;
    session.setProcessEnvironment(environment);
    session.setWorkingDirectory(m_folder.path());
    QStringList arguments;
    if (!busConfiguration.isEmpty())
        arguments << u"--config-file="_s + busConfiguration;
    session.start(u"dbus-run-session"_s, arguments + QStringList{u"--"_s, u"sh"_s, u"-c"_s, script});
    if (!session.waitForFinished(120'000)) {
        session.kill();
        session.waitForFinished();
        return "no end";
    }
    return session.readAllStandardOutput();
}

void KeychainTest::keepsASecret()
{
    const QByteArray said = inSession(unlocked + uR"(
        "$PROBE" read x; "$PROBE" write 's3cret-秘密'; "$PROBE" read x
        "$PROBE" write another; "$PROBE" read x; "$PROBE" remove x; "$PROBE" read x; "$PROBE" remove x)"_s +
                                      endDaemon);
    const QList<Probe> list = probes(said);
    QCOMPARE(states(list), (QStringList{u"keychain-not-found"_s, u"done"_s, u"done"_s, u"done"_s, u"done"_s,
                                        u"done"_s, u"keychain-not-found"_s, u"done"_s}));
    QCOMPARE(list.at(2).secret, u"s3cret-秘密"_s);
    QCOMPARE(list.at(4).secret, u"another"_s);
}

/// Another connection has the same host and key, as an imported one may.
void KeychainTest::keepsItForItsConnectionOnly()
{
    const QByteArray said = inSession(unlocked + uR"(
        "$PROBE" write s3cret ours; "$PROBE" read x ours; "$PROBE" read x imported; "$PROBE" read x
        "$PROBE" write other imported; "$PROBE" remove x imported; "$PROBE" read x ours)"_s +
                                      endDaemon);
    const QList<Probe> list = probes(said);
    QCOMPARE(states(list), (QStringList{u"done"_s, u"done"_s, u"keychain-not-found"_s,
                                        u"keychain-not-found"_s, u"done"_s, u"done"_s, u"done"_s}));
    QCOMPARE(list.last().secret, u"s3cret"_s);
}

void KeychainTest::saysThatItIsLocked()
{
    // The keyring that the password was given for is there, and closed.
    QVERIFY(!inSession(unlocked + u"\"$PROBE\" write kept"_s + endDaemon).isEmpty());
    const QList<Probe> list = probes(
        inSession(locked + u"\"$PROBE\" write other; \"$PROBE\" read x; \"$PROBE\" remove x"_s + endDaemon));
    QCOMPARE(states(list), (QStringList{u"keychain-locked"_s, u"keychain-not-found"_s, u"done"_s}));
    // Neither "not found" nor "removed" was the truth.
    const QList<Probe> after = probes(inSession(unlocked + u"\"$PROBE\" read x"_s + endDaemon));
    QCOMPARE(after.size(), 1);
    QCOMPARE(after.first().secret, u"kept"_s);
}

void KeychainTest::saysThatThereIsNone()
{
    QFile configuration(m_folder.filePath(u"bus.conf"_s));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    configuration.write(R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig><type>session</type><listen>unix:runtime=yes</listen><auth>EXTERNAL</auth>
        <policy context="default"><allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)");
    configuration.close();
    const QList<Probe> list = probes(
        inSession(u"\"$PROBE\" read x; \"$PROBE\" write y; \"$PROBE\" remove x"_s, configuration.fileName()));
    QCOMPARE(states(list), (QStringList{u"keychain-none"_s, u"keychain-none"_s, u"keychain-none"_s}));
}

void KeychainTest::doesNotWaitForOneThatHangs()
{
    const QList<Probe> list = probes(inSession(
        unlocked + u"kill -STOP $daemon; \"$PROBE\" read x; \"$PROBE\" write y; kill -CONT $daemon"_s +
        endDaemon));
    QCOMPARE(states(list), (QStringList{u"keychain-hang"_s, u"keychain-hang"_s}));
    for (const Probe &probe : list)
        QVERIFY2(probe.milliseconds >= 2700, qPrintable(QString::number(probe.milliseconds)));
}

void KeychainTest::isInNoFileInTheClear()
{
    const QByteArray canary = "canary-7f3a91-secret";
    const QList<Probe> list = probes(inSession(
        unlocked + u"\"$PROBE\" write %1; \"$PROBE\" read x"_s.arg(QString::fromLatin1(canary)) + endDaemon));
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.last().secret.toLatin1(), canary);
    int files = 0;
    for (const QString &folder : {u"home"_s, u"data"_s, u"config"_s}) {
        QDirIterator each(m_folder.filePath(folder), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
            ++files;
        }
    }
    QVERIFY(files > 0);
}

void KeychainTest::memoryKeepsWhatItIsGiven()
{
    MemorySecretStore store;
    const SecretKey key{.host = u"https://a.example"_s, .keyId = u"k"_s};
    const auto read = [&] {
        return answerOf<SecretAnswer>([&](const auto &handler) { store.read(key, this, handler); });
    };
    QCOMPARE(read()->state, SecretState::NotFound);
    QVERIFY(
        answerOf<SecretAnswer>([&](const auto &handler) { store.write(key, Secret("s"), this, handler); }));
    QCOMPARE(read()->secret.reveal(), "s"_ba);
    QVERIFY(store.contains(key));
    QVERIFY(answerOf<SecretAnswer>([&](const auto &handler) { store.remove(key, this, handler); }));
    QCOMPARE(read()->state, SecretState::NotFound);
}

void KeychainTest::bindsToHostAndKey()
{
    Profile profile{.host = QUrl(u"https://a.example"_s), .keyId = u"k1"_s};
    const SecretKey first = SecretKey::accessKey(profile);
    profile.name = u"renamed"_s;
    QVERIFY(!(first < SecretKey::accessKey(profile)) && !(SecretKey::accessKey(profile) < first));
    MemorySecretStore store;
    QVERIFY(
        answerOf<SecretAnswer>([&](const auto &handler) { store.write(first, Secret("s"), this, handler); }));
    profile.keyId = u"k2"_s;
    QVERIFY(!store.contains(SecretKey::accessKey(profile)));
    profile.keyId = u"k1"_s;
    profile.host = QUrl(u"https://evil.example"_s);
    QVERIFY(!store.contains(SecretKey::accessKey(profile)));
    QVERIFY(!store.contains(SecretKey::proxyPassword(profile)));
}

void KeychainTest::hasWordsForEachState()
{
    Translation translation;
    QSet<QString> words;
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    for (const SecretState state : {SecretState::NotFound, SecretState::None, SecretState::Locked,
                                    SecretState::Denied, SecretState::TimedOut}) {
        translation.setLanguage(Language::English);
        QVERIFY(!secretStateText(state).contains(chinese));
        words << secretStateText(state);
        translation.setLanguage(Language::Chinese);
        QVERIFY(secretStateText(state).contains(chinese));
        words << secretStateText(state);
    }
    QCOMPARE(words.size(), 10);
    QCOMPARE(secretStateText(SecretState::Done), QString());
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
