// SPDX-License-Identifier: Apache-2.0
#include "store/files/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every member away from its default.
Settings changedSettings()
{
    return {.language = Language::Chinese,
            .themeName = u"dark"_s,
            .operatorName = u"张三, A组"_s,
            .isTicketRequired = true,
            .isReasonRequired = true,
            .isPhoneMasked = false,
            .returnWatchMinutes = 0,
            .bulkCap = 100'000,
            .isUpdateCheckEnabled = false,
            .idleLockMinutes = 480,
            .updateCheckedAt = u"2026-11-25T01:02:03Z"_s,
            .hasOpened = true,
            .lastProfileId = u"2f1c6a52-8d5f-4a39-9a5e-0f6f6a3b9c11"_s};
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areDefaultsAtFirst();
    void givesEveryMemberBack();
    void goesBackToDefaults();
    void readsWhatIsNotUnderstoodAsDefault_data();
    void readsWhatIsNotUnderstoodAsDefault();
    void writesNothingThatCannotBeRead();
    void leavesTheChangesOfOthers();
    void isReadByItsOwnerOnly();
    void saysThatItCannotBeWritten();

private:
    SettingsFile file() const { return SettingsFile(m_file); }
    bool fill(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void SettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"settings.ini"_s);
}

bool SettingsTest::fill(const QByteArray &bytes) const
{
    QFile file(m_file);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void SettingsTest::areDefaultsAtFirst()
{
    const Settings settings = file().read();
    QCOMPARE(settings, Settings());
    QVERIFY(settings.isPhoneMasked);
    QCOMPARE(settings.returnWatchMinutes, 10);
    QCOMPARE(settings.bulkCap, 1000);
    QCOMPARE(settings.idleLockMinutes, 0);
    QVERIFY(!QFile::exists(m_file));
}

void SettingsTest::givesEveryMemberBack()
{
    QVERIFY(!file().change([](Settings *settings) { *settings = changedSettings(); }));
    QCOMPARE(file().read(), changedSettings());
}

void SettingsTest::goesBackToDefaults()
{
    QVERIFY(!file().change([](Settings *settings) { *settings = changedSettings(); }));
    QVERIFY(!file().change([](Settings *settings) { *settings = Settings(); }));
    QCOMPARE(file().read(), Settings());
}

void SettingsTest::readsWhatIsNotUnderstoodAsDefault_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("language") << "language=fr-FR"_ba;
    QTest::newRow("theme") << "theme=pink"_ba;
    QTest::newRow("minutes below") << "returnWatchMinutes=-1"_ba;
    QTest::newRow("minutes above") << "returnWatchMinutes=121"_ba;
    QTest::newRow("minutes in words") << "returnWatchMinutes=ten"_ba;
    QTest::newRow("a cap of nobody") << "bulkCap=0"_ba;
    QTest::newRow("a cap above") << "bulkCap=100001"_ba;
    QTest::newRow("a cap past all integers") << "bulkCap=99999999999999999999"_ba;
    QTest::newRow("a cap in hexadecimal") << "bulkCap=0x10"_ba;
    QTest::newRow("idle above") << "idleLockMinutes=481"_ba;
    QTest::newRow("a flag in words") << "phoneMasked=no"_ba;
    QTest::newRow("a flag as a number") << "ticketRequired=1"_ba;
    QTest::newRow("a list for a text") << "operator=a, b"_ba;
    QTest::newRow("a text on two lines") << R"(operator="a\nb")"_ba;
    QTest::newRow("a text that turns round") << R"(operator="a\x202e")"_ba;
    QTest::newRow("a text without end") << "operator="_ba + QByteArray(101, 'a');
    QTest::newRow("no settings at all") << "\x00\xff\xfe<html>=="_ba;
}

void SettingsTest::readsWhatIsNotUnderstoodAsDefault()
{
    QFETCH(const QByteArray, line);
    // The line before and behind it is read nevertheless.
    QVERIFY(fill("[General]\nlastProfile=p1\n" + line + "\nreasonRequired=true\n"));
    Settings expected{.isReasonRequired = true, .lastProfileId = u"p1"_s};
    QCOMPARE(file().read(), expected);

    QVERIFY(!file().change([](Settings *settings) { settings->isTicketRequired = true; }));
    expected.isTicketRequired = true;
    QCOMPARE(file().read(), expected);
}

void SettingsTest::writesNothingThatCannotBeRead()
{
    QVERIFY(!file().change([](Settings *settings) {
        settings->bulkCap = 0;
        settings->returnWatchMinutes = -5;
        settings->themeName = u"pink"_s;
        settings->operatorName = u"a\u202e"_s;
        settings->idleLockMinutes = 15;
    }));
    QCOMPARE(file().read(), Settings{.idleLockMinutes = 15});
}

void SettingsTest::leavesTheChangesOfOthers()
{
    QVERIFY(!file().change([](Settings *settings) { settings->bulkCap = 7; }));
    QVERIFY(fill("[General]\nbulkCap=8\noperator=other\nofALaterVersion=1\n"));
    QVERIFY(!file().change([](Settings *settings) { settings->themeName = u"light"_s; }));
    const Settings expected{.themeName = u"light"_s, .operatorName = u"other"_s, .bulkCap = 8};
    QCOMPARE(file().read(), expected);
    QFile written(m_file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("ofALaterVersion=1"));
}

void SettingsTest::isReadByItsOwnerOnly()
{
#ifdef Q_OS_WIN
    QSKIP("the access list of the folder holds for it there");
#endif
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const int cap : {1, 2}) {
        QVERIFY(!file().change([cap](Settings *settings) { settings->bulkCap = cap; }));
        QCOMPARE(QFile::permissions(m_file) & others, QFile::Permissions());
    }
}

void SettingsTest::saysThatItCannotBeWritten()
{
    const auto change = [](const QString &name) {
        return SettingsFile(name).change([](Settings *settings) { settings->bulkCap = 5; });
    };
    const QString folder = m_folder->filePath(u"folder"_s);
    QVERIFY(QDir().mkdir(folder));
    for (const QString &name : {folder, m_folder->filePath(u"no/such/settings.ini"_s)}) {
        const std::optional<Error> error = change(name);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::FileUnwritable);
        QVERIFY(errorText(*error).contains(name));
    }
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
