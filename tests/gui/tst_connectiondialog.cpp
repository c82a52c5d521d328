// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/connections/connectiondialog.h"
#include "gui/connections/profileeditor.h"
#include "gui/widgettexts.h"
#include "store/connections/memorysecretstore.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

Profile sample(const QString &name)
{
    return {.name = name,
            .host = QUrl(u"https://api.corp.example"_s),
            .keyId = u"62eaa95fe0d41f9a5295bf7c"_s,
            .environment = Environment::Production};
}

} // namespace

class ConnectionDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowToBegin();
    void addsAConnectionAndKeepsItsSecret();
    void staysOpenWhenTheNameIsTaken();
    void asksForTheSecretOfAnotherKeyAndDropsTheOldOne();
    void duplicatesWithTheSameSecret();
    void asksForTheSecretBehindAnotherProxy();
    void removesAfterAQuestion();
    void keepsASecretThatAnotherUses();
    void reorders();
    void leavesTheAdministratorsAlone();
    void exportsAndImports();
    void opens();
    void speaksTheLanguageOfTheProgram();

private:
    void show(const QString &openId = {});
    Profile save(const Profile &profile);
    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("There is no %s", name);
        return found;
    }
    void click(const char *button) const { find<QPushButton>(button)->click(); }
    ProfileEditor *editor() const { return m_dialog->findChild<ProfileEditor *>(); }
    QString message() const
    {
        const auto *label = find<QLabel>("connectionMessageLabel");
        return label->isHidden() ? QString() : label->text();
    }
    QStringList names() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    /// Where people keep files of their own.
    QTemporaryDir m_outside;
    std::unique_ptr<ProfileStore> m_store;
    MemorySecretStore m_secrets;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

void ConnectionDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("KICKDESK_DATA_DIR", m_folder->path().toUtf8());
    m_store = std::make_unique<ProfileStore>(m_folder->filePath(u"profiles.json"_s),
                                             m_folder->filePath(u"system.json"_s));
    m_secrets.clear();
    m_translation = std::make_unique<Translation>();
    m_translation->setLanguage(Language::English);
}

void ConnectionDialogTest::cleanup()
{
    m_dialog.reset();
    m_translation.reset();
}

void ConnectionDialogTest::show(const QString &openId)
{
    m_dialog = std::make_unique<ConnectionDialog>(m_store.get(), &m_secrets, openId);
    const QAbstractItemModelTester tester(find<QTableView>("connectionTable")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_dialog->show();
}

Profile ConnectionDialogTest::save(const Profile &profile)
{
    const Result<Profile> added = m_store->add(profile);
    if (!added)
        qFatal("The connection could not be saved");
    m_secrets.insert(SecretKey::accessKey(*added), Secret("kept"));
    return *added;
}

QStringList ConnectionDialogTest::names() const
{
    QStringList result;
    const SavedProfiles saved = m_store->profiles();
    for (const SavedProfile &each : saved.list)
        result << each.profile.name;
    return result;
}

void ConnectionDialogTest::saysHowToBegin()
{
    show();
    QVERIFY(message().contains(u"Add one"_s));
    for (const char *button : {"openConnectionButton", "editConnectionButton", "duplicateConnectionButton",
                               "removeConnectionButton", "exportConnectionsButton"})
        QVERIFY2(!find<QPushButton>(button)->isEnabled(), button);
    QVERIFY(find<QPushButton>("addConnectionButton")->isEnabled());
}

void ConnectionDialogTest::addsAConnectionAndKeepsItsSecret()
{
    show();
    const QSignalSpy changed(m_dialog.get(), &ConnectionDialog::changed);
    click("addConnectionButton");
    QTRY_VERIFY(editor() != nullptr);
    editor()->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"生产"_s);
    editor()->findChild<QLineEdit *>(u"keyIdEdit"_s)->setText(u"key1"_s);
    editor()->findChild<QLineEdit *>(u"secretEdit"_s)->setText(u"s3cret"_s);
    editor()->accept();
    QCOMPARE(names(), QStringList(u"生产"_s));
    QCOMPARE(changed.count(), 1);
    const SecretKey key = SecretKey::accessKey(m_store->profiles().list.first().profile);
    QTRY_VERIFY(m_secrets.contains(key));
    QCOMPARE(find<QTableView>("connectionTable")->currentIndex().data().toString(), u"生产"_s);
    QCOMPARE(message(), QString());
}

void ConnectionDialogTest::staysOpenWhenTheNameIsTaken()
{
    save(sample(u"生产"_s));
    show();
    click("duplicateConnectionButton");
    QTRY_VERIFY(editor() != nullptr);
    editor()->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"生产"_s);
    editor()->accept();
    QVERIFY(editor()->isVisible());
    const auto *problem = editor()->findChild<QLabel *>(u"editorProblemLabel"_s);
    QVERIFY(problem->isVisible());
    QCOMPARE(problem->text(),
             errorText({.code = ErrorCode::ProfileNameTaken, .detail = ServerText(u"生产"_s)}));
    QCOMPARE(names().size(), 1);
}

void ConnectionDialogTest::asksForTheSecretOfAnotherKeyAndDropsTheOldOne()
{
    const Profile before = save(sample(u"生产"_s));
    show();
    click("editConnectionButton");
    QTRY_VERIFY(editor() != nullptr);
    editor()->findChild<QLineEdit *>(u"keyIdEdit"_s)->setText(u"another"_s);
    editor()->accept();
    QVERIFY(editor()->isVisible());
    editor()->findChild<QLineEdit *>(u"secretEdit"_s)->setText(u"new"_s);
    editor()->accept();
    const Profile after = m_store->profiles().list.first().profile;
    QCOMPARE(after.id, before.id);
    QTRY_VERIFY(m_secrets.contains(SecretKey::accessKey(after)));
    QTRY_VERIFY(!m_secrets.contains(SecretKey::accessKey(before)));
}

void ConnectionDialogTest::duplicatesWithTheSameSecret()
{
    const Profile before = save(sample(u"生产"_s));
    show();
    click("duplicateConnectionButton");
    QTRY_VERIFY(editor() != nullptr);
    editor()->accept();
    QCOMPARE(names(), (QStringList{u"生产"_s, u"Copy of 生产"_s}));
    const Profile copy = m_store->profiles().list.last().profile;
    QVERIFY(copy.id != before.id);
    QTRY_VERIFY(m_secrets.contains(SecretKey::accessKey(copy)));
    QVERIFY(m_secrets.contains(SecretKey::accessKey(before)));
}

void ConnectionDialogTest::asksForTheSecretBehindAnotherProxy()
{
    const Profile before = save(sample(u"生产"_s));
    show();
    click("editConnectionButton");
    QTRY_VERIFY(editor() != nullptr);
    editor()->findChild<QComboBox *>(u"proxyCombo"_s)->setCurrentIndex(2);
    editor()->findChild<QLineEdit *>(u"proxyHostEdit"_s)->setText(u"proxy.example"_s);
    editor()->accept();
    QVERIFY(editor()->isVisible());
    const auto *note = editor()->findChild<QLabel *>(u"secretNoteLabel"_s);
    QCOMPARE(note->text(), u"The address, key, proxy or root certificate changed. Enter the secret again."_s);
    QCOMPARE(m_store->profiles().list.first().profile, before);
}

void ConnectionDialogTest::removesAfterAQuestion()
{
    const Profile profile = save(sample(u"<b>生产</b>"_s));
    show();
    click("removeConnectionButton");
    auto *box = find<QMessageBox>("removeConnectionBox");
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QVERIFY(box->text().contains(u"<b>生产</b>"_s));
    QCOMPARE(box->defaultButton(), qobject_cast<QPushButton *>(box->button(QMessageBox::Cancel)));
    box->reject();
    QCOMPARE(names().size(), 1);
    QTRY_VERIFY(m_dialog->findChild<QMessageBox *>() == nullptr);
    click("removeConnectionButton");
    for (QAbstractButton *button : find<QMessageBox>("removeConnectionBox")->buttons()) {
        if (button->text() == "Remove"_L1) {
            button->click();
            break;
        }
    }
    QCOMPARE(names(), QStringList());
    QTRY_VERIFY(!m_secrets.contains(SecretKey::accessKey(profile)));
}

void ConnectionDialogTest::keepsASecretThatAnotherUses()
{
    save(sample(u"one"_s));
    const Profile other = save(sample(u"two"_s));
    show();
    click("removeConnectionButton");
    for (QAbstractButton *button : find<QMessageBox>("removeConnectionBox")->buttons()) {
        if (button->text() == "Remove"_L1) {
            button->click();
            break;
        }
    }
    QCOMPARE(names(), QStringList(u"two"_s));
    QTRY_VERIFY(m_dialog->findChild<PendingCall *>() == nullptr);
    QVERIFY(m_secrets.contains(SecretKey::accessKey(other)));
}

void ConnectionDialogTest::reorders()
{
    save(sample(u"one"_s));
    save(sample(u"two"_s));
    show();
    click("downConnectionButton");
    QCOMPARE(names(), (QStringList{u"two"_s, u"one"_s}));
    QCOMPARE(find<QTableView>("connectionTable")->currentIndex().data().toString(), u"one"_s);
    click("upConnectionButton");
    QCOMPARE(names(), (QStringList{u"one"_s, u"two"_s}));
}

void ConnectionDialogTest::leavesTheAdministratorsAlone()
{
    ProfileStore administrator(m_folder->filePath(u"system.json"_s), {});
    const Result<Profile> added = administrator.add(sample(u"for all"_s));
    QVERIFY(added);
    show();
    QVERIFY(find<QPushButton>("openConnectionButton")->isEnabled());
    QVERIFY(find<QPushButton>("duplicateConnectionButton")->isEnabled());
    for (const char *button : {"editConnectionButton", "removeConnectionButton", "upConnectionButton"})
        QVERIFY2(!find<QPushButton>(button)->isEnabled(), button);
    const QAbstractItemModel *model = find<QTableView>("connectionTable")->model();
    QCOMPARE(model->index(0, ProfileModel::OriginColumn).data().toString(), u"administrator"_s);
}

void ConnectionDialogTest::exportsAndImports()
{
    save(sample(u"生产"_s));
    show();
    const QString file = m_outside.filePath(u"out.json"_s);
    click("exportConnectionsButton");
    Q_EMIT find<QFileDialog>("exportDialog")->fileSelected(file);
    QCOMPARE(message(), u"1 connection exported, without secrets."_s);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("kept"));
    click("importConnectionsButton");
    Q_EMIT find<QFileDialog>("importDialog")->fileSelected(file);
    QCOMPARE(names(), (QStringList{u"生产"_s, u"生产 (2)"_s}));
    QVERIFY(message().startsWith(u"1 connection imported."_s));
    QVERIFY2(message().contains(u"生产 (2): Server: https://"_s), qPrintable(message()));
    QVERIFY(message().contains(u"Proxy: none. Root certificate: only the system's."_s));
    const QList<SavedProfile> both = m_store->profiles().list;
    QVERIFY(!m_secrets.contains(SecretKey::accessKey(both.last().profile)));
    Q_EMIT find<QFileDialog>("importDialog")->fileSelected(m_folder->filePath(u"missing.json"_s));
    QVERIFY2(message().contains(u"missing.json"_s), qPrintable(message()));
}

void ConnectionDialogTest::opens()
{
    save(sample(u"one"_s));
    const Profile two = save(sample(u"two"_s));
    show(two.id);
    const QSignalSpy requested(m_dialog.get(), &ConnectionDialog::openRequested);
    click("openConnectionButton");
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().value<Profile>().id, two.id);
    QVERIFY(!m_dialog->isVisible());
}

void ConnectionDialogTest::speaksTheLanguageOfTheProgram()
{
    save(sample(u"生产"_s));
    show();
    click("exportConnectionsButton");
    Q_EMIT find<QFileDialog>("exportDialog")->fileSelected(m_outside.filePath(u"out.json"_s));
    m_dialog->findChild<QFileDialog *>()->close();
    QTRY_VERIFY(m_dialog->findChild<QFileDialog *>() == nullptr);
    m_translation->setLanguage(Language::Chinese);
    QTRY_COMPARE(message(), u"已导出 1 个连接（不含 Secret）。"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    for (const WidgetText &text : WidgetTexts::ofProgram(m_dialog.get()))
        QVERIFY2(text.text.contains(chinese), qPrintable(text.owner + text.text));
}

QTEST_MAIN(ConnectionDialogTest)
#include "tst_connectiondialog.moc"
