// SPDX-License-Identifier: Apache-2.0
#include "gui/appfixture.h"
#include "gui/connections/connectiondialog.h"
#include "gui/connections/profileeditor.h"
#include "kick/pool/protection.h"
#include "models/user/usersearchmodel.h"
#include "support/oneanswerserver.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
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
class AppSettingsTest : public QObject, private AppFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void addsWhatTheSettingsRequire();
    void keepsTheSettings();
    void capsListsAsTheConnectionSays();
    void settingsAreInForceAtOnce();
    void editedConnectionIsInForceAtOnce();
    void anotherWayToThePoolAsksForAReconnect_data();
    void anotherWayToThePoolAsksForAReconnect();
    void looksForANewVersionOnceADay();
    void looksForNoVersionWhereItMayNot();

private:
    /// The open connection, called "helpdesk".
    Profile openSaved()
    {
        m_translation->setLanguage(Language::English);
        const Profile profile = save(u"helpdesk"_s);
        m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
        start();
        m_controller->open(profile);
        if (!QTest::qWaitFor([this] { return isOpen(u"helpdesk"_s); }))
            qFatal("The connection was not opened");
        return profile;
    }

    /// The form of the open connection; null when it did not come.
    ProfileEditor *edit() const
    {
        const MainWindow *window = m_controller->window();
        if (window->findChild<ConnectionDialog *>() == nullptr)
            m_controller->showConnections();
        find<QPushButton>(window, "editConnectionButton")->click();
        const auto form = [window] { return window->findChild<ProfileEditor *>(); };
        return QTest::qWaitFor([&form] { return form() != nullptr && form()->isVisible(); }) ? form()
                                                                                             : nullptr;
    }
};

void AppSettingsTest::addsWhatTheSettingsRequire()
{
    QVERIFY(!SettingsFile().change([](Settings *settings) {
        settings->isTicketRequired = true;
        settings->operatorName = u"张三"_s;
    }));
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(m_controller->session()->profile().isTicketRequired);
    QVERIFY(!m_controller->session()->profile().isReasonRequired);
    QCOMPARE(m_controller->session()->profile().operatorName, u"张三"_s);
    // What the settings add does not become part of the connection.
    QCOMPARE(ProfileStore().profiles().list.first().profile, profile);
}

void AppSettingsTest::keepsTheSettings()
{
    start();
    m_controller->openSandbox();
    m_controller->showSettings();
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
    QVERIFY(find<QAction>(m_controller->window(), "darkThemeAction")->isChecked());
    find<QAction>(m_controller->window(), "lightThemeAction")->trigger();
    QCOMPARE(SettingsFile().read().themeName, u"light"_s);
    find<QAction>(m_controller->window(), "englishAction")->trigger();
    QCOMPARE(SettingsFile().read().language, std::optional(Language::English));
    QCOMPARE(m_translation->language(), Language::English);
}

void AppSettingsTest::capsListsAsTheConnectionSays()
{
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->bulkCap = 70; }));
    Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QCOMPARE(m_controller->session()->profile().bulkCap, 70);
    profile.bulkCap = 20;
    const Session *before = m_controller->session();
    m_controller->open(profile);
    QTRY_VERIFY(m_controller->session() != before);
    QCOMPARE(m_controller->session()->profile().bulkCap, 20);
}

void AppSettingsTest::settingsAreInForceAtOnce()
{
    openSaved();
    const Session *session = m_controller->session();
    QVERIFY(openSheet(user()));
    const MainWindow *window = m_controller->window();
    const auto *send = find<QPushButton>(window, "sendButton");
    m_controller->showSettings();
    QDialog *dialog = openDialog();
    find<QCheckBox>(dialog, "ticketRequiredCheck")->setChecked(true);
    find<QLineEdit>(dialog, "operatorNameEdit")->setText(u"李四"_s);
    find<QSpinBox>(dialog, "bulkCapSpin")->setValue(7);
    dialog->accept();
    // The sheet that is open insists too.
    QVERIFY(!send->isEnabled());
    QCOMPARE(find<QLabel>(window, "ticketCaption")->text(), u"⚠ Ticket (required)"_s);
    find<QLineEdit>(window, "ticketEdit")->setText(u"INC-1"_s);
    QVERIFY(send->isEnabled());
    QCOMPARE(m_controller->session(), session);
    QCOMPARE(session->profile().operatorName, u"李四"_s);
    QCOMPARE(session->profile().bulkCap, 7);
    m_controller->showSettings();
    find<QCheckBox>(openDialog(), "ticketRequiredCheck")->setChecked(false);
    openDialog()->accept();
    QCOMPARE(find<QLabel>(window, "ticketCaption")->text(), u"Ticket"_s);
}

void AppSettingsTest::editedConnectionIsInForceAtOnce()
{
    const Profile profile = openSaved();
    const Session *session = m_controller->session();
    const User target = user();
    QVERIFY(openSheet(target));
    MainWindow *window = m_controller->window();
    // Where there is less room, the sheet takes the place of the card.
    window->resize(1200, 1000);
    QVERIFY(!find<QLabel>(window, "cardShieldLabel")->isVisible());
    ProfileEditor *editor = edit();
    QVERIFY(editor != nullptr);
    find<QLineEdit>(editor, "nameEdit")->setText(u"renamed"_s);
    find<QCheckBox>(editor, "reasonCheck")->setChecked(true);
    find<QPlainTextEdit>(editor, "protectedEdit")->setPlainText(target.userId);
    editor->accept();
    QVERIFY(find<QLabel>(window, "cardShieldLabel")->isVisible());
    QCOMPARE(find<QListView>(window, "resultList")
                 ->model()
                 ->index(0, 0)
                 .data(UserSearchModel::ProtectionTextRole)
                 .toString(),
             u"protected"_s);
    QVERIFY(!find<QPushButton>(window, "sendButton")->isEnabled());
    QCOMPARE(find<QLabel>(window, "reasonCaption")->text(), u"⚠ Reason (required)"_s);
    QVERIFY(find<QLineEdit>(window, "overrideEdit")->isVisible());
    QVERIFY(window->windowTitle().contains(u"renamed"_s));
    QVERIFY(find<QLabel>(window, "connectionLabel")->text().contains(u"renamed"_s));
    QCOMPARE(m_controller->session(), session);
    QCOMPARE(session->profile().id, profile.id);
    QVERIFY(window->findChild<QMessageBox *>(u"reconnectBox"_s) == nullptr);
    // The next kick is checked by the same rules as the sheet.
    editor = edit();
    QVERIFY(editor != nullptr);
    find<QPlainTextEdit>(editor, "protectedEdit")->clear();
    find<QLineEdit>(editor, "ownUserEdit")->setText(target.userId);
    editor->accept();
    QCOMPARE(Protections::of(session->profile(), target.userId), Protection::Self);
    QVERIFY(!find<QLabel>(window, "cardShieldLabel")->isHidden());
}

void AppSettingsTest::anotherWayToThePoolAsksForAReconnect_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isWanted");
    for (const QString &field : {u"poolIdEdit"_s, u"secretEdit"_s}) {
        QTest::addRow("%s, later", qPrintable(field)) << field << false;
        QTest::addRow("%s, now", qPrintable(field)) << field << true;
    }
}

void AppSettingsTest::anotherWayToThePoolAsksForAReconnect()
{
    QFETCH(QString, field);
    QFETCH(bool, isWanted);
    openSaved();
    const QPointer<MainWindow> before = m_controller->window();
    ProfileEditor *editor = edit();
    QVERIFY(editor != nullptr);
    const QString poolId = m_pool->address.poolId;
    find<QCheckBox>(editor, "ticketCheck")->setChecked(true);
    find<QLineEdit>(editor, field.toLatin1().constData())
        ->setText(field == "poolIdEdit"_L1 ? poolId : QString::fromUtf8(m_pool->address.secret.reveal()));
    editor->accept();
    auto *box = find<QMessageBox>(before, "reconnectBox");
    QVERIFY2(box->text().contains(u"helpdesk"_s), qPrintable(box->text()));
    m_translation->setLanguage(Language::Chinese);
    QTRY_VERIFY2(box->text().contains(u"连接"_s), qPrintable(box->text()));
    // The rules are in force whatever the answer is.
    QVERIFY(m_controller->session()->profile().isTicketRequired);
    QVERIFY(m_controller->session()->profile().poolId.isEmpty());
    box->buttons().at(isWanted ? 0 : 1)->click();
    if (!isWanted) {
        QTRY_VERIFY(before->findChild<QMessageBox *>(u"reconnectBox"_s) == nullptr);
        QCOMPARE(m_controller->window(), before);
        QVERIFY(m_controller->session()->profile().poolId.isEmpty());
        return;
    }
    QTRY_VERIFY(!before);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QCOMPARE(m_controller->session()->profile().poolId, field == "poolIdEdit"_L1 ? poolId : QString());
}

void AppSettingsTest::looksForANewVersionOnceADay()
{
    const OneAnswerServer feed(announcement());
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    for (int start = 0; start < 2; ++start) {
        this->start();
        m_controller->setUpdateFeed(feed.url(u"/feed.json"_s));
        m_controller->open(profile);
        QTRY_VERIFY(isOpen(u"helpdesk"_s));
        const auto *notice = find<QLabel>(m_controller->window(), "storeNoticeLabel");
        if (start == 0)
            QTRY_VERIFY2(notice->text().contains(u"99.1.0 https://kickdesk.example/99"_s),
                         qPrintable(notice->text()));
    }
    QVERIFY(!SettingsFile().change([](Settings *settings) {
        settings->updateCheckedAt = QDateTime::currentDateTimeUtc().addDays(-2).toString(Qt::ISODate);
    }));
    start();
    m_controller->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_controller->open(profile);
    QTRY_COMPARE(feed.requests(), 2);
}

void AppSettingsTest::looksForNoVersionWhereItMayNot()
{
    const OneAnswerServer feed(announcement());
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->isUpdateCheckEnabled = false; }));
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_controller->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_controller->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(SettingsFile().read().updateCheckedAt.isEmpty());

    // The sandbox is for trying things out; it leaves this computer in no way.
    QVERIFY(!SettingsFile().change([](Settings *settings) { settings->isUpdateCheckEnabled = true; }));
    start();
    m_controller->setUpdateFeed(feed.url(u"/feed.json"_s));
    m_controller->openSandbox();
    QVERIFY(SettingsFile().read().updateCheckedAt.isEmpty());
    QCOMPARE(feed.requests(), 0);
}

QTEST_MAIN(AppSettingsTest)
#include "tst_appsettings.moc"
