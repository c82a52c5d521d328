// SPDX-License-Identifier: Apache-2.0
#include "gui/appfixture.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
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

} // namespace

class AppControllerTest : public QObject, private AppFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void opensWhatWasUsedLast();
    void asksOnceForASecret();
    void keepsASecretInMemoryWhereTheKeychainIsLocked();
    void fallsBackToTheSandboxWhenNobodyKnowsTheSecret();
    void marksTheOpenConnection();
    void forgetsWhatIsInMemoryWhenLocked();
    void locksWhenIdle();
    void reportsAnUnknownName();
    void refusesAConnectionWithoutItsRoot();
    void searchesWhatALinkSays();
    void offersAFileForImport();
};

void AppControllerTest::opensWhatWasUsedLast()
{
    const Profile profile = save(u"helpdesk"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    QVERIFY(!m_controller->openNamed(u"helpdesk"_s));
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    start();
    m_controller->openLast();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(openDialog() == nullptr);
}

void AppControllerTest::asksOnceForASecret()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    QDialog *dialog = openDialog();
    auto *ok = find<QDialogButtonBox>(dialog, "secretButtons")->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    auto *edit = find<QLineEdit>(dialog, "askedSecretEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!find<QLineEdit>(dialog, "askedPasswordEdit")->isVisibleTo(dialog));
    QVERIFY(find<QLabel>(dialog, "secretTargetLabel")->text().contains(u"helpdesk"_s));
    QCOMPARE(find<QLabel>(dialog, "secretReasonLabel")->text(), secretStateText(SecretState::NotFound));
    // Pasted by mistake. The field itself would cut it off.
    edit->setText(QString(100'000, u's'));
    QVERIFY(!ok->isEnabled());
    QVERIFY(find<QLabel>(dialog, "secretReasonLabel")->text().contains(u"4,096"_s));
    edit->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    QCOMPARE(find<QLabel>(dialog, "secretReasonLabel")->text(), secretStateText(SecretState::NotFound));
    ok->click();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QTRY_VERIFY(m_keychain->contains(SecretKey::accessKey(profile)));

    start();
    m_controller->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QVERIFY(openDialog() == nullptr);
}

void AppControllerTest::keepsASecretInMemoryWhereTheKeychainIsLocked()
{
    const Profile profile = save(u"helpdesk"_s);
    LockedStore locked;
    start(&locked);
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    QDialog *dialog = openDialog();
    QCOMPARE(find<QLabel>(dialog, "secretReasonLabel")->text(), secretStateText(SecretState::Locked));
    find<QLineEdit>(dialog, "askedSecretEdit")->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    dialog->accept();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    m_controller->openSandbox();
    m_controller->open(profile);
    QTRY_VERIFY(isOpen(u"helpdesk"_s));
    QTRY_VERIFY(openDialog() == nullptr);
    m_controller.reset();
}

void AppControllerTest::fallsBackToTheSandboxWhenNobodyKnowsTheSecret()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    openDialog()->reject();
    QTRY_VERIFY(m_controller->session() != nullptr);
    QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);

    // What is open stays.
    const Session *before = m_controller->session();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    openDialog()->reject();
    QTRY_VERIFY(openDialog() == nullptr);
    QCOMPARE(m_controller->session(), before);
}

void AppControllerTest::marksTheOpenConnection()
{
    const Profile profile = save(u"R&D <b>x</b>"_s);
    save(u"other"_s);
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_controller->openSandbox();
    const auto marked = [this] {
        QStringList result;
        const QList<QAction *> actions = find<QMenu>(m_controller->window(), "connectionMenu")->actions();
        for (const QAction *action : actions) {
            if (action->isChecked())
                result << action->text();
        }
        return result;
    };
    QCOMPARE(marked(), QStringList(u"&Sandbox"_s));
    const QList<QAction *> actions = find<QMenu>(m_controller->window(), "connectionMenu")->actions();
    QCOMPARE(actions.first()->text(), u"R&&D <b>x</b>"_s);
    actions.first()->trigger();
    QTRY_VERIFY(isOpen(u"R&D <b>x</b>"_s));
    QCOMPARE(marked(), QStringList(u"R&&D <b>x</b>"_s));
    QVERIFY(find<QLabel>(m_controller->window(), "connectionLabel")->text().contains(u"R&D <b>x</b>"_s));
    QCOMPARE(find<QLabel>(m_controller->window(), "environmentLabel")->text(), u"Test"_s);
}

void AppControllerTest::forgetsWhatIsInMemoryWhenLocked()
{
    const Profile profile = save(u"helpdesk"_s);
    LockedStore locked;
    start(&locked);
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    find<QLineEdit>(openDialog(), "askedSecretEdit")
        ->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    openDialog()->accept();
    QTRY_VERIFY(isOpen(u"helpdesk"_s));

    find<QAction>(m_controller->window(), "lockAction")->trigger();
    QTRY_VERIFY(m_controller->window() == nullptr);
    QVERIFY(m_controller->session() == nullptr);
    auto *box = qobject_cast<QMessageBox *>(openDialog());
    QVERIFY(box != nullptr);
    QCOMPARE(box->objectName(), u"lockBox"_s);
    box->buttons().first()->click();
    // The secret is asked for again.
    QTRY_VERIFY(openDialog() != nullptr && openDialog()->objectName() == "SecretDialog"_L1);
    openDialog()->reject();
    QTRY_VERIFY(m_controller->session() != nullptr);
    m_controller.reset();
}

void AppControllerTest::locksWhenIdle()
{
    IdleWatch watch;
    const QSignalSpy idle(&watch, &IdleWatch::idle);
    QWidget window;
    window.show();
    constexpr int idleMs = 300;
    watch.setTime(std::chrono::milliseconds(idleMs));
    QElapsedTimer used;
    used.start();
    // Keys put it off, as often as this busy machine lets them in.
    qint64 longestPause = 0;
    for (qint64 last = 0; last < 2 * idleMs; last = used.elapsed()) {
        QTest::keyClick(&window, Qt::Key_A);
        QApplication::processEvents();
        longestPause = std::max(longestPause, used.elapsed() - last);
    }
    if (longestPause < idleMs)
        QCOMPARE(idle.count(), 0);
    QTRY_VERIFY(idle.count() >= 1);
    watch.setTime(std::chrono::milliseconds(0));
}

void AppControllerTest::reportsAnUnknownName()
{
    start();
    const std::optional<Error> error = m_controller->openNamed(u"nobody"_s);
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::ProfileNotFound);
}

void AppControllerTest::refusesAConnectionWithoutItsRoot()
{
    Profile profile = save(u"helpdesk"_s);
    profile.caFile = m_folder->filePath(u"missing.pem"_s);
    QVERIFY(!ProfileStore().replace(profile));
    m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    const auto *box = qobject_cast<QMessageBox *>(openDialog());
    QVERIFY(box != nullptr);
    QVERIFY2(box->text().contains(u"missing.pem"_s), qPrintable(box->text()));
    QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);
    QVERIFY(m_pool->sandbox->requests().isEmpty());
}

void AppControllerTest::searchesWhatALinkSays()
{
    start();
    m_controller->take({u"kickdesk:%E5%BC%A0%20%3Cb%3E"_s});
    m_controller->openSandbox();
    QCOMPARE(find<QLineEdit>(m_controller->window(), "searchEdit")->text(), u"张 <b>"_s);
    m_controller->take({u"kickdesk:zhang"_s});
    QCOMPARE(find<QLineEdit>(m_controller->window(), "searchEdit")->text(), u"zhang"_s);
}

void AppControllerTest::offersAFileForImport()
{
    const QString file = m_folder->filePath(u"shared.json"_s);
    ProfileStore other(file, {});
    QVERIFY(other.add({.name = u"from a file"_s,
                       .host = QUrl(u"https://api.corp.example"_s),
                       .keyId = u"k"_s,
                       .environment = Environment::Test}));
    start();
    m_controller->openSandbox();
    m_controller->take({file});
    QDialog *dialog = find<QFileDialog>(m_controller->window(), "importDialog");
    QVERIFY(ProfileStore().profiles().list.isEmpty());
    dialog->accept();
    QCOMPARE(ProfileStore().profiles().list.size(), 1);
}

QTEST_MAIN(AppControllerTest)
#include "tst_appcontroller.moc"
