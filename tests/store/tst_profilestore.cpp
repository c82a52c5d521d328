// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilejson.h"
#include "store/connections/profilestore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Profile sample(const QString &name)
{
    return {.name = name, .host = QUrl(u"https://api.authing.cn"_s), .keyId = u"key1"_s};
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList names(const ProfileStore &store)
{
    QStringList result;
    const SavedProfiles saved = store.profiles();
    for (const SavedProfile &each : saved.list)
        result << each.profile.name;
    return result;
}

/// The stable name of what went wrong; empty when nothing did.
QString code(const std::optional<Error> &error)
{
    return error ? errorCodeName(error->code) : QString();
}

template <typename T>
QString code(const Result<T> &result)
{
    return result ? QString() : errorCodeName(result.error().code);
}

} // namespace

class ProfileStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isEmptyAtFirst();
    void keepsWhatIsAdded();
    void hasOneOfAName();
    void changesRemovesAndMoves();
    void leavesTheAdministratorsAlone();
    void leavesADamagedFileAsItIs_data();
    void leavesADamagedFileAsItIs();
    void doesNotWaitForAnother();
    void exportsForOthers();
    void importsWhatIsGood();
    void namesWhatIsWrongInAFile_data();
    void namesWhatIsWrongInAFile();
    void importsThousandsOfTheSameName();
    void moreThanCanBeReadAgainIsNotSaved();
    void readsNoDevice();

private:
    ProfileStore store() const { return {m_file, m_system}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_system;
};

void ProfileStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"profiles.json"_s);
    m_system = m_folder->filePath(u"system.json"_s);
}

void ProfileStoreTest::isEmptyAtFirst()
{
    const SavedProfiles saved = store().profiles();
    QVERIFY(saved.list.isEmpty());
    QVERIFY(saved.errors.isEmpty());
    QCOMPARE(code(store().find(u"生产"_s)), u"profile-not-found"_s);
}

void ProfileStoreTest::keepsWhatIsAdded()
{
    const Result<Profile> added = store().add(sample(u"生产"_s));
    QCOMPARE(code(added), QString());
    QVERIFY(!added->id.isEmpty());
    const auto found = store().find(u"生产"_s);
    QVERIFY(found);
    QCOMPARE(found->profile, *added);
    QVERIFY(!found->isReadOnly);
#ifndef Q_OS_WIN
    // There the access list of the folder holds for it.
    QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
#endif
    QCOMPARE(code(store().add(Profile{.name = u"no host"_s, .keyId = u"k"_s})), u"profile-invalid"_s);
    QCOMPARE(names(store()), QStringList{u"生产"_s});
}

void ProfileStoreTest::hasOneOfAName()
{
    QVERIFY(store().add(sample(u"Prod"_s)));
    QCOMPARE(code(store().add(sample(u"PROD"_s))), u"profile-name-taken"_s);
    const auto other = store().add(sample(u"Test"_s));
    QVERIFY(other);
    Profile renamed = *other;
    renamed.name = u"prod"_s;
    QCOMPARE(code(store().replace(renamed)), u"profile-name-taken"_s);
}

void ProfileStoreTest::changesRemovesAndMoves()
{
    QStringList ids;
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        ids << store().add(sample(name))->id;
    Profile changed = store().find(u"b"_s)->profile;
    changed.name = u"B 2"_s;
    changed.isTicketRequired = true;
    QCOMPARE(code(store().replace(changed)), QString());
    QVERIFY(store().find(u"b 2"_s)->profile.isTicketRequired);
    QCOMPARE(code(store().move(ids.at(2), -1)), QString());
    QCOMPARE(names(store()), (QStringList{u"a"_s, u"c"_s, u"B 2"_s}));
    QCOMPARE(code(store().move(ids.at(0), -1)), QString());
    QCOMPARE(code(store().move(ids.at(0), 5)), QString());
    QCOMPARE(names(store()), (QStringList{u"c"_s, u"B 2"_s, u"a"_s}));
    QCOMPARE(code(store().remove(ids.at(1))), QString());
    QCOMPARE(code(store().remove(ids.at(1))), u"profile-not-found"_s);
    QCOMPARE(names(store()), (QStringList{u"c"_s, u"a"_s}));
}

void ProfileStoreTest::leavesTheAdministratorsAlone()
{
    ProfileStore administrator(m_system, {});
    const auto given = administrator.add(sample(u"Company"_s));
    QVERIFY(given);
    const QByteArray before = readFile(m_system);
    QVERIFY(store().add(sample(u"mine"_s)));
    QCOMPARE(names(store()), (QStringList{u"Company"_s, u"mine"_s}));
    QVERIFY(store().find(u"Company"_s)->isReadOnly);
    QCOMPARE(code(store().replace(*given)), u"profile-read-only"_s);
    QCOMPARE(code(store().remove(given->id)), u"profile-read-only"_s);
    QCOMPARE(code(store().move(given->id, 1)), u"profile-read-only"_s);
    QCOMPARE(code(store().add(sample(u"company"_s))), u"profile-name-taken"_s);
    QCOMPARE(readFile(m_system), before);
}

void ProfileStoreTest::leavesADamagedFileAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << "profiles"_ba;
    QTest::newRow("cut off") << R"({"version":1,"profiles":[)"_ba;
    QTest::newRow("newer") << R"({"version":2,"profiles":[]})"_ba;
    QTest::newRow("an entry without a host")
        << R"({"version":1,"profiles":[{"id":"1","name":"a","keyId":"k"}]})"_ba;
    QTest::newRow("an entry with a secret")
        << R"({"version":1,"profiles":[{"id":"1","name":"a","host":"https://a.example","keyId":"k","secret":"s"}]})"_ba;
}

void ProfileStoreTest::leavesADamagedFileAsItIs()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(writeFile(m_file, bytes));
    const SavedProfiles saved = store().profiles();
    QVERIFY(saved.list.isEmpty());
    QCOMPARE(saved.errors.size(), 1);
    QCOMPARE(errorCodeName(saved.errors.first().code), u"profiles-unreadable"_s);
    QVERIFY(errorText(saved.errors.first()).contains(m_file));
    QCOMPARE(code(store().add(sample(u"new"_s))), u"profiles-unreadable"_s);
    QCOMPARE(readFile(m_file), bytes);
}

void ProfileStoreTest::doesNotWaitForAnother()
{
    QLockFile other(m_file + u".lock"_s);
    QVERIFY(other.tryLock(0));
    QCOMPARE(code(store().add(sample(u"new"_s))), u"file-unwritable"_s);
    other.unlock();
    QCOMPARE(code(store().add(sample(u"new"_s))), QString());
}

void ProfileStoreTest::exportsForOthers()
{
    Profile mine = sample(u"mine"_s);
    mine.operatorName = u"张三"_s;
    mine.ownUserId = u"u1"_s;
    mine.protectedUsers = {{.userId = u"boss"_s, .identifiers = {u"boss@corp.example"_s}}};
    const auto added = store().add(mine);
    QVERIFY(store().add(sample(u"other"_s)));
    const QString target = m_folder->filePath(u"for-all.json"_s);
    QCOMPARE(code(store().exportTo(target, {added->id})), QString());
    const QJsonArray list = QJsonDocument::fromJson(readFile(target)).object().value("profiles"_L1).toArray();
    QCOMPARE(list.size(), 1);
    const QJsonObject entry = list.first().toObject();
    QCOMPARE(entry.value("name"_L1).toString(), u"mine"_s);
    QCOMPARE(entry.value("protectedUsers"_L1).toArray().size(), 1);
    for (const auto &key : {"id"_L1, "operatorName"_L1, "ownUserId"_L1})
        QCOMPARE(entry.value(key).toString(), QString());
    const QString nowhere = m_folder->filePath(u"no/such/folder/file.json"_s);
    QCOMPARE(code(store().exportTo(nowhere, {added->id})), u"file-unwritable"_s);
}

void ProfileStoreTest::importsWhatIsGood()
{
    const QString source = m_folder->filePath(u"given.json"_s);
    const QByteArray given = R"({"version":1,"profiles":[
        {"name":"Prod","host":"https://a.example","keyId":"k1"},
        {"name":"Prod","host":"https://b.example","keyId":"k2"},
        {"name":"http","host":"http://c.example","keyId":"k3"},
        {"name":"secret","host":"https://d.example","keyId":"k4","secret":"canary"},
        {"name":"header","host":"https://e.example","keyId":"k5\r\nx: y"}]})";
    QVERIFY(writeFile(source, given));
    QVERIFY(store().add(sample(u"prod"_s)));
    const auto done = store().importFrom(source);
    QVERIFY(done);
    QCOMPARE(done->added.size(), 2);
    QCOMPARE(done->refused.size(), 3);
    QCOMPARE(names(store()), (QStringList{u"prod"_s, u"Prod (2)"_s, u"Prod (3)"_s}));
    QVERIFY(!readFile(m_file).contains("canary"));
    QCOMPARE(code(store().importFrom(m_folder->filePath(u"missing.json"_s))), u"profiles-unreadable"_s);
}

void ProfileStoreTest::namesWhatIsWrongInAFile_data()
{
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QString &detail) { QTest::newRow(name) << detail; };
    // Read as they are.
    for (const char *name : {"good", "bom", "crlf", "utf8zh"})
        row(name, {});
    row("comma", u".json:5"_s);
    row("comment", u".json:1"_s);
    row("empty", u".json:1"_s);
    row("gbk", u".json:4"_s);
    row("smart", u".json:4"_s);
    row("utf16", u".json:1"_s);
    row("case", u"casey: keyid"_s);
    row("env", u"env: environment"_s);
    row("extra", u"extra: colour"_s);
}

/// Files that were edited by hand, in editors that add marks of their own.
void ProfileStoreTest::namesWhatIsWrongInAFile()
{
    QFETCH(const QString, detail);
    const Result<ProfileImport> done =
        store().importFrom(QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/connections/") +
                           QString::fromLatin1(QTest::currentDataTag()) + u".json"_s);
    if (detail.isEmpty()) {
        QVERIFY(done && done->added.size() == 1 && done->refused.isEmpty());
        return;
    }
    const Error error = done ? done->refused.value(0) : done.error();
    QVERIFY2(error.detail.verbatim().endsWith(detail), qPrintable(error.detail.verbatim()));
}

void ProfileStoreTest::importsThousandsOfTheSameName()
{
    constexpr int count = 2000;
    constexpr qint64 longestMs = 5000;
    const QByteArray one =
        QJsonDocument(ProfileJson::write(sample(u"Same"_s))).toJson(QJsonDocument::Compact);
    const QString source = m_folder->filePath(u"given.json"_s);
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,\"profiles\":[" + QByteArrayList(count, one).join(',') + "]}");
    file.close();
    QCOMPARE(code(store().add(sample(u"same"_s))), QString());
    QElapsedTimer clock;
    clock.start();
    const Result<ProfileImport> done = store().importFrom(source);
    QVERIFY2(clock.elapsed() < longestMs, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(done);
    QCOMPARE(done->added.size(), count);
    QCOMPARE(done->added.first().name, u"Same (2)"_s);
    QCOMPARE(done->added.last().name, u"Same (2001)"_s);
    const QStringList all = names(store());
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), count + 1);
}

void ProfileStoreTest::moreThanCanBeReadAgainIsNotSaved()
{
    // Short in the file that is given, each is written in full.
    QByteArrayList given;
    for (int number = 0; number < 20'000; ++number)
        given << R"({"name":"c)" + QByteArray::number(number) + R"(","host":"https://a.cn","keyId":"k"})";
    const QString source = m_folder->filePath(u"given.json"_s);
    QVERIFY(writeFile(source, "{\"version\":1,\"profiles\":[" + given.join(',') + "]}"));
    QVERIFY(store().add(sample(u"mine"_s)));
    const QByteArray before = readFile(m_file);
    QCOMPARE(code(store().importFrom(source)), u"profiles-too-long"_s);
    QCOMPARE(readFile(m_file), before);
    QCOMPARE(names(store()), QStringList{u"mine"_s});
}

void ProfileStoreTest::readsNoDevice()
{
#ifndef Q_OS_UNIX
    QSKIP("it is a device of Unix");
#endif
    QCOMPARE(code(store().importFrom(u"/dev/zero"_s)), u"profiles-unreadable"_s);
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "tst_profilestore.moc"
