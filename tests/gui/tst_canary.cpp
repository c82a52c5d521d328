// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/window/mainwindow.h"
#include "kick/session.h"
#include "store/connections/memorysecretstore.h"
#include "store/files/datafolder.h"
#include "support/canary.h"
#include "support/sandboxsession.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

QWidget *openWindow(const QString &name)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && window->objectName() == name)
            return window;
    }
    return nullptr;
}

} // namespace

/// A secret goes through the whole program and must be nowhere afterwards.
class CanaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryForm();
    void nothingKeepsTheSecret();

private:
    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_controller->window()->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("There is no %s", name);
        return found;
    }
    void openConnection(const Profile &profile, const QByteArray &secret);
    void kick();
    void examine();
    void exportEverything();
    void keepClipboard() { m_copied += QApplication::clipboard()->text().toUtf8(); }

    QTemporaryDir m_folder;
    std::unique_ptr<AppController> m_controller;
    QByteArray m_copied;
};

void CanaryTest::findsEveryForm()
{
    const QByteArray secret = "s3cr3t~canary/0123456789+abcdef";
    const QList<CanaryForm> forms = Canaries::forms(secret);
    QCOMPARE(forms.size(), 12);
    for (const CanaryForm &form : forms) {
        QVERIFY(form.bytes.size() >= secret.size());
        QVERIFY2(Canaries::found("x" + form.bytes + "y", secret).contains(form.name), qPrintable(form.name));
    }
    for (const char *before : {"", "a", "ab", "abc"})
        QVERIFY(!Canaries::found((before + secret + "z").toBase64(), secret).isEmpty());
    QVERIFY(Canaries::found("nothing to see", secret).isEmpty());
    QTemporaryDir folder;
    QFile file(folder.filePath(u".hidden"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(secret.toHex()) > 0);
    file.close();
    QCOMPARE(Canaries::foundUnder(folder.path(), secret).size(), 1);
}

void CanaryTest::openConnection(const Profile &profile, const QByteArray &secret)
{
    m_controller->open(profile);
    QTRY_VERIFY(openWindow(u"SecretDialog"_s) != nullptr);
    QWidget *dialog = openWindow(u"SecretDialog"_s);
    auto *edit = dialog->findChild<QLineEdit *>(u"askedSecretEdit"_s);
    edit->setText(QString::fromUtf8(secret));
    // What is typed cannot be copied out of the field.
    edit->selectAll();
    edit->copy();
    keepClipboard();
    qobject_cast<QDialog *>(dialog)->accept();
    QTRY_VERIFY(m_controller->session() != nullptr);
}

void CanaryTest::kick()
{
    auto *search = find<QLineEdit>("searchEdit");
    search->setText(Sandbox::userId({.users = 200}, 1));
    QTest::keyClick(search, Qt::Key_Return);
    // It is made with the first user.
    const auto table = [this] {
        return m_controller->window()->findChild<QAbstractItemView *>(u"applicationTable"_s);
    };
    QTRY_VERIFY(table() != nullptr && table()->isVisible() && table()->model()->rowCount() > 0);
    find<QAction>("tickAllAction")->trigger();
    find<QAction>("kickAction")->trigger();
    auto *send = find<QPushButton>("sendButton");
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), 20000);
    send->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("resultPanel")->isVisible() &&
                                 find<QPushButton>("copyResultButton")->isEnabled(),
                             60000);
    find<QPushButton>("copyResultButton")->click();
    keepClipboard();
}

void CanaryTest::examine()
{
    find<QAction>("doctorAction")->trigger();
    QWidget *dialog = openWindow(u"DoctorDialog"_s);
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(u"doctorAgainButton"_s)->isVisible(), 20000);
    dialog->findChild<QPushButton *>(u"doctorCopyButton"_s)->click();
    keepClipboard();
    dialog->close();
}

void CanaryTest::exportEverything()
{
    m_controller->showSupport();
    QWidget *support = openWindow(u"SupportDialog"_s);
    QVERIFY(support != nullptr);
    support->findChild<QAbstractButton *>(u"namesCheck"_s)->click();
    for (QAbstractButton *button : support->findChildren<QAbstractButton *>()) {
        if (button->text() == "Save"_L1 || button->text() == "&Save"_L1)
            button->click();
    }
    auto *supportFile = support->findChild<QFileDialog *>(u"supportFileDialog"_s);
    QVERIFY(supportFile != nullptr);
    Q_EMIT supportFile->fileSelected(m_folder.filePath(u"support.txt"_s));
    QVERIFY(QFile::exists(m_folder.filePath(u"support.txt"_s)));
    support->close();

    m_controller->showConnections();
    QWidget *connections = openWindow(u"ConnectionDialog"_s);
    QVERIFY(connections != nullptr);
    connections->findChild<QPushButton *>(u"exportConnectionsButton"_s)->click();
    Q_EMIT connections->findChild<QFileDialog *>(u"exportDialog"_s)
        ->fileSelected(m_folder.filePath(u"connections.json"_s));
    QVERIFY(QFile::exists(m_folder.filePath(u"connections.json"_s)));
    connections->close();
}

void CanaryTest::nothingKeepsTheSecret()
{
    qputenv("KICKDESK_DATA_DIR", m_folder.filePath(u"data"_s).toUtf8());
    qputenv("KICKDESK_SYSTEM_PROFILES", m_folder.filePath(u"none.json"_s).toUtf8());
    DataFolder::prepare();
    const SandboxSession pool({u"relogin-later"_s});
    const QByteArray secret = pool.address.secret.reveal();
    Profile profile = pool.profile();
    profile.name = u"helpdesk"_s;
    profile.environment = Environment::Test;
    const Result<Profile> saved = ProfileStore().add(profile);
    QVERIFY(saved);

    MemorySecretStore keychain;
    Translation translation;
    m_controller = std::make_unique<AppController>(&keychain, &translation, SandboxOptions{.users = 20});
    openConnection(*saved, secret);
    kick();
    examine();
    exportEverything();
    // Refused ways in write down no more.
    m_controller->session()->client()->listUsers({}, this, [](const auto &) {});
    m_controller->lock();
    m_controller.reset();

    const QString data = m_folder.filePath(u"data"_s);
    for (const QString &file : {u"journal.db"_s, u"kickdesk.log"_s, u"profiles.json"_s, u"settings.ini"_s})
        QVERIFY2(QFile::exists(QDir(data).filePath(file)), qPrintable(file));
    QVERIFY(m_copied.contains("list-users"));
    QCOMPARE(Canaries::foundUnder(m_folder.path(), secret).join(u'\n'), QString());
    QCOMPARE(Canaries::found(m_copied, secret).join(u'\n'), QString());
}

QTEST_MAIN(CanaryTest)
#include "tst_canary.moc"
