// SPDX-License-Identifier: Apache-2.0
#include "gui/deskfixture.h"
#include "support/oneanswerserver.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray announcement()
{
    return QJsonDocument({{u"version"_s, u"99.1.0"_s}, {u"page"_s, u"https://kickdesk.example/99"_s}})
        .toJson();
}

} // namespace

/// What the settings of the program do to the connections that it opens.
class DeskSettingsTest : public QObject, private DeskFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void addsWhatTheSettingsRequire();
    void keepsTheSettings();
    void capsListsAsTheConnectionSays();
    void looksForANewVersionOnceADay();
    void looksForNoVersionWhereItMayNot();
};

void DeskSettingsTest::addsWhatTheSettingsRequire()
{
    QVERIFY(!SettingsFile().change([](Settings *settings) {
        settings->isTicketRequired = true;
        settings->operatorName = u"张三"_s;
    }));
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(m_desk->session()->profile().isTicketRequired);
    QVERIFY(!m_desk->session()->profile().isReasonRequired);
    QCOMPARE(m_desk->session()->profile().operatorName, u"张三"_s);
    // What the settings add does not become part of the connection.
    QCOMPARE(ProfileStore().profiles().list.first().profile, profile);
}

void DeskSettingsTest::keepsTheSettings()
{
    start();
    m_desk->openSandbox();
    m_desk->showSettings();
    QDialog *dialog = openDialog();
    QVERIFY(dialog != nullptr);
    find<QComboBox>(dialog, "themeCombo")->setCurrentIndex(2);
    find<QComboBox>(dialog, "languageCombo")->setCurrentIndex(1);
    find<QLineEdit>(dialog, "operatorNameEdit")->setText(u" 李四 "_s);
    find<QCheckBox>(dialog, "reasonRequiredCheck")->setChecked(true);
    find<QCheckBox>(dialog, "phoneMaskedCheck")->setChecked(false);
    find<QSpinBox>(dialog, "returnWatchSpin")->setValue(0);
    find<QSpinBox>(dialog, "idleLockSpin")->setValue(15);
    find<QSpinBox>(dialog, "bulkCapSpin")->setValue(50);
    dialog->accept();
    const Settings expected{.language = Language::Chinese,
                            .themeName = u"dark"_s,
                            .operatorName = u"李四"_s,
                            .isReasonRequired = true,
                            .isPhoneMasked = false,
                            .returnWatchMinutes = 0,
                            .bulkCap = 50,
                            .idleLockMinutes = 15,
                            .hasOpened = true};
    QCOMPARE(SettingsFile().read(), expected);
    QCOMPARE(QApplication::palette(), Themes::palette(true));
    QCOMPARE(m_translation->language(), Language::Chinese);
    QVERIFY(find<QAction>(m_desk->window(), "darkThemeAction")->isChecked());
    find<QAction>(m_desk->window(), "lightThemeAction")->trigger();
    QCOMPARE(SettingsFile().read().themeName, u"light"_s);
    find<QAction>(m_desk->window(), "englishAction")->trigger();
    QCOMPARE(SettingsFile().read().language, std::optional(Language::English));
    QCOMPARE(m_translation->language(), Language::English);
}

void DeskSettingsTest::capsListsAsTheConnectionSays()
{
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->bulkCap = 70; }));
    Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QCOMPARE(m_desk->session()->profile().bulkCap, 70);
    profile.bulkCap = 20;
    const Session *before = m_desk->session();
    m_desk->open(profile);
    QTRY_VERIFY(m_desk->session() != before);
    QCOMPARE(m_desk->session()->profile().bulkCap, 20);
}

void DeskSettingsTest::looksForANewVersionOnceADay()
{
    const OneAnswerServer feed(announcement());
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    for (int start = 0; start < 2; ++start) {
        this->start();
        m_desk->setUpdateFeed(feed.url(u"/feed.json"_s));
        m_desk->open(profile);
        QTRY_VERIFY(isOpen(u"helpdesk"_s));
        const auto *notice = find<QLabel>(m_desk->window(), "storeNoticeLabel");
        if (start == 0)
            QTRY_VERIFY2(notice->text().contains(u"99.1.0 https://kickdesk.example/99"_s),
                         qPrintable(notice->text()));
    }
    QVERIFY(!SettingsFile().change([](Settings *settings) {
        settings->updateCheckedAt = QDateTime::currentDateTimeUtc().addDays(-2).toString(Qt::ISODate);
    }));
    start();
    m_desk->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_desk->open(profile);
    QTRY_COMPARE(feed.requests(), 2);
}

void DeskSettingsTest::looksForNoVersionWhereItMayNot()
{
    const OneAnswerServer feed(announcement());
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->isUpdateCheckEnabled = false; }));
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_desk->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_desk->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(SettingsFile().read().updateCheckedAt.isEmpty());

    // The sandbox is for trying things out; it leaves this computer in no way.
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->isUpdateCheckEnabled = true; }));
    start();
    m_desk->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_desk->openSandbox();
    QVERIFY(SettingsFile().read().updateCheckedAt.isEmpty());
    QCOMPARE(feed.requests(), 0);
}

QTEST_MAIN(DeskSettingsTest)
#include "tst_desksettings.moc"
