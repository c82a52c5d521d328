// SPDX-License-Identifier: Apache-2.0
#include "core/translation.h"
#include "gui/desk.h"
#include "gui/mainwindow.h"
#include "gui/theme.h"
#include "kick/session.h"
#include "store/memorysecretstore.h"
#include "support/sandboxsession.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A keychain that is locked.
class LockedStore : public MemorySecretStore
{
public:
    PendingCall *read(const SecretKey &, QObject *context, Handler handler) override
    {
        return refuse(context, std::move(handler));
    }
    PendingCall *write(const SecretKey &, const Secret &, QObject *context, Handler handler) override
    {
        return refuse(context, std::move(handler));
    }

private:
    static PendingCall *refuse(QObject *context, Handler handler)
    {
        auto *call = new PendingAnswer<SecretAnswer>(context, std::move(handler));
        call->finishLater({.state = SecretState::Locked, .secret = {}});
        return call;
    }
};

QDialog *openDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *dialog = qobject_cast<QDialog *>(window);
        if (dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

template <typename T>
T *find(const QWidget *window, const char *name)
{
    T *found = window->findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("There is no %s", name);
    return found;
}

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensTheSandboxAtFirst();
    void opensWhatWasUsedLast();
    void asksOnceForASecret();
    void keepsASecretInMemoryWhereTheKeychainIsLocked();
    void fallsBackToTheSandboxWhenNobodyKnowsTheSecret();
    void marksTheOpenConnection();
    void addsWhatTheSettingsRequire();
    void keepsTheSettings();
    void forgetsWhatIsInMemoryWhenLocked();
    void locksWhenIdle();
    void reportsAnUnknownName();
    void refusesAConnectionWithoutItsRoot();
    void searchesWhatALinkSays();
    void offersAFileForImport();

private:
    void start(SecretStore *keychain = nullptr);
    Profile save(const QString &name) const;
    bool isOpen(const QString &name) const
    {
        return m_desk->session() != nullptr && m_desk->session()->profile().name == name;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxSession> m_pool;
    std::unique_ptr<MemorySecretStore> m_keychain;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<Desk> m_desk;
};

void DeskTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("KICKDESK_DATA_DIR", m_folder->path().toUtf8());
    qputenv("KICKDESK_SYSTEM_PROFILES", m_folder->filePath(u"none.json"_s).toUtf8());
    m_pool = std::make_unique<SandboxSession>(QStringList());
    m_keychain = std::make_unique<MemorySecretStore>();
    m_translation = std::make_unique<Translation>();
}

void DeskTest::cleanup()
{
    m_desk.reset();
    Themes::apply(ThemeChoice::System);
    m_translation.reset();
    m_pool.reset();
}

void DeskTest::start(SecretStore *keychain)
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(keychain != nullptr ? keychain : m_keychain.get(), m_translation.get(),
                                    SandboxOptions{.users = 20});
}

/// A saved connection to the test's own pool.
Profile DeskTest::save(const QString &name) const
{
    Profile profile = m_pool->profile();
    profile.name = name;
    profile.environment = Environment::Test;
    const Result<Profile> added = ProfileStore().add(profile);
    if (!added)
        qFatal("The connection could not be saved");
    return *added;
}

void DeskTest::opensTheSandboxAtFirst()
{
    start();
    m_desk->openLast();
    QVERIFY(m_desk->window() != nullptr);
    QVERIFY(m_desk->window()->isVisible());
    QCOMPARE(m_desk->session()->profile().environment, Environment::Sandbox);
}

void DeskTest::opensWhatWasUsedLast()
{
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    QVERIFY(!m_desk->openNamed(u"helpdesk"_s));
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    start();
    m_desk->openLast();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(openDialog() == nullptr);
}

void DeskTest::asksOnceForASecret()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    QDialog *dialog = openDialog();
    auto *ok = find<QDialogButtonBox>(dialog, "secretButtons")->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    auto *edit = find<QLineEdit>(dialog, "askedSecretEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!find<QLineEdit>(dialog, "askedPasswordEdit")->isVisibleTo(dialog));
    QVERIFY(find<QLabel>(dialog, "secretTargetLabel")->text().contains(u"helpdesk"_s));
    QCOMPARE(find<QLabel>(dialog, "secretReasonLabel")->text(), secretStateText(SecretState::NotFound));
    edit->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    ok->click();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QTRY_VERIFY(m_keychain->contains(SecretKey::accessKey(profile)));

    start();
    m_desk->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(openDialog() == nullptr);
}

void DeskTest::keepsASecretInMemoryWhereTheKeychainIsLocked()
{
    const Profile profile = save(u"helpdesk"_s);
    LockedStore locked;
    start(&locked);
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    QDialog *dialog = openDialog();
    QCOMPARE(find<QLabel>(dialog, "secretReasonLabel")->text(), secretStateText(SecretState::Locked));
    find<QLineEdit>(dialog, "askedSecretEdit")->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    dialog->accept();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    m_desk->openSandbox();
    m_desk->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QTRY_VERIFY(openDialog() == nullptr);
    m_desk.reset();
}

void DeskTest::fallsBackToTheSandboxWhenNobodyKnowsTheSecret()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    openDialog()->reject();
    QTRY_VERIFY(m_desk->session() != nullptr);
    QCOMPARE(m_desk->session()->profile().environment, Environment::Sandbox);

    // What is open stays.
    const Session *before = m_desk->session();
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    openDialog()->reject();
    QTRY_VERIFY(openDialog() == nullptr);
    QCOMPARE(m_desk->session(), before);
}

void DeskTest::marksTheOpenConnection()
{
    const Profile profile = save(u"R&D <b>x</b>"_s);
    save(u"other"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_desk->openSandbox();
    const auto marked = [this] {
        QStringList result;
        const QList<QAction *> actions = find<QMenu>(m_desk->window(), "connectionMenu")->actions();
        for (const QAction *action : actions) {
            if (action->isChecked())
                result << action->text();
        }
        return result;
    };
    QCOMPARE(marked(), QStringList(u"&Sandbox"_s));
    const QList<QAction *> actions = find<QMenu>(m_desk->window(), "connectionMenu")->actions();
    QCOMPARE(actions.first()->text(), u"R&&D <b>x</b>"_s);
    actions.first()->trigger();
    QTRY_VERIFY(isOpen(u"R&D <b>x</b>"_s));
    QCOMPARE(marked(), QStringList(u"R&&D <b>x</b>"_s));
    QVERIFY(find<QLabel>(m_desk->window(), "connectionLabel")->text().contains(u"R&D <b>x</b>"_s));
    QCOMPARE(find<QLabel>(m_desk->window(), "environmentLabel")->text(), u"Test"_s);
}

void DeskTest::addsWhatTheSettingsRequire()
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

void DeskTest::keepsTheSettings()
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
    dialog->accept();
    const Settings expected{.language = Language::Chinese,
                            .themeName = u"dark"_s,
                            .operatorName = u"李四"_s,
                            .isReasonRequired = true,
                            .isPhoneMasked = false,
                            .returnWatchMinutes = 0,
                            .idleLockMinutes = 15};
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

void DeskTest::forgetsWhatIsInMemoryWhenLocked()
{
    const Profile profile = save(u"helpdesk"_s);
    LockedStore locked;
    start(&locked);
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    find<QLineEdit>(openDialog(), "askedSecretEdit")
        ->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    openDialog()->accept();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));

    find<QAction>(m_desk->window(), "lockAction")->trigger();
    QTRY_VERIFY(m_desk->window() == nullptr);
    QVERIFY(m_desk->session() == nullptr);
    auto *box = qobject_cast<QMessageBox *>(openDialog());
    QVERIFY(box != nullptr);
    QCOMPARE(box->objectName(), u"lockBox"_s);
    box->buttons().first()->click();
    // The secret is asked for again.
    QTRY_VERIFY(openDialog() != nullptr && openDialog()->objectName() == "SecretDialog"_L1);
    openDialog()->reject();
    QTRY_VERIFY(m_desk->session() != nullptr);
    m_desk.reset();
}

void DeskTest::locksWhenIdle()
{
    IdleWatch watch;
    const QSignalSpy idle(&watch, &IdleWatch::idle);
    QWidget window;
    window.show();
    watch.setTime(std::chrono::milliseconds(300));
    QElapsedTimer used;
    used.start();
    // Keys put it off.
    while (used.elapsed() < 600) {
        QTest::keyClick(&window, Qt::Key_A);
        QApplication::processEvents();
    }
    QCOMPARE(idle.count(), 0);
    QTRY_COMPARE(idle.count(), 1);
    watch.setTime(std::chrono::milliseconds(0));
}

void DeskTest::reportsAnUnknownName()
{
    start();
    const std::optional<Error> error = m_desk->openNamed(u"nobody"_s);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::ProfileNotFound);
}

void DeskTest::refusesAConnectionWithoutItsRoot()
{
    Profile profile = save(u"helpdesk"_s);
    profile.caFile = m_folder->filePath(u"missing.pem"_s);
    QVERIFY(!ProfileStore().replace(profile));
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    const auto *box = qobject_cast<QMessageBox *>(openDialog());
    QVERIFY(box != nullptr);
    QVERIFY2(box->text().contains(u"missing.pem"_s), qPrintable(box->text()));
    QCOMPARE(m_desk->session()->profile().environment, Environment::Sandbox);
    QVERIFY(m_pool->sandbox->requests().isEmpty());
}

void DeskTest::searchesWhatALinkSays()
{
    start();
    m_desk->take({u"kickdesk:%E5%BC%A0%20%3Cb%3E"_s});
    m_desk->openSandbox();
    QCOMPARE(find<QLineEdit>(m_desk->window(), "searchEdit")->text(), u"张 <b>"_s);
    m_desk->take({u"kickdesk:zhang"_s});
    QCOMPARE(find<QLineEdit>(m_desk->window(), "searchEdit")->text(), u"zhang"_s);
}

void DeskTest::offersAFileForImport()
{
    const QString file = m_folder->filePath(u"shared.json"_s);
    ProfileStore other(file, {});
    QVERIFY(other.add({.name = u"from a file"_s,
                       .host = QUrl(u"https://api.corp.example"_s),
                       .keyId = u"k"_s,
                       .environment = Environment::Test}));
    start();
    m_desk->openSandbox();
    m_desk->take({file});
    QDialog *dialog = find<QFileDialog>(m_desk->window(), "importDialog");
    QVERIFY(ProfileStore().profiles().list.isEmpty());
    dialog->accept();
    QCOMPARE(ProfileStore().profiles().list.size(), 1);
}

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
