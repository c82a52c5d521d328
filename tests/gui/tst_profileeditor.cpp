// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/connections/profileeditor.h"
#include "gui/widgettexts.h"
#include "support/testcertificates.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSet>
#include <QSslCertificate>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QString rootFile()
{
    static const TestCertificates certificates;
    return certificates.rootFile();
}

Profile sample()
{
    return {
        .id = u"b9b1f5a2-3c1d-4c0e-9a51-2f6d3a1c7e90"_s,
        .name = u"生产 <b>PROD</b>"_s,
        .host = QUrl(u"https://api.corp.example:8443"_s),
        .keyId = u"62eaa95fe0d41f9a5295bf7c"_s,
        .auth = AuthScheme::Signature,
        .apiNames = ApiNames::GenAuth,
        .poolId = u"62eaa95f8099f593f586919c"_s,
        .environment = Environment::Test,
        .tenantHeader = "x-authing-tenant-id",
        .tenant = "t1",
        .caFile = rootFile(),
        .proxy = {.mode = ProxyMode::Manual, .host = u"proxy.corp.example"_s, .port = 3128, .user = u"me"_s},
        .ownUserId = u"684ee14f7ab40e090f363a7d"_s,
        .protectedUsers = {{.userId = u"u1"_s, .identifiers = {u"boss@corp.example"_s, u"boss"_s}},
                           {.userId = u"u2"_s, .identifiers = {}}},
        .operatorName = u"张三"_s,
        .isTicketRequired = true,
        .isReasonRequired = true,
        .bulkCap = 250};
}

template <typename T>
T *find(const QWidget &window, const char *name)
{
    T *found = window.findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("There is no %s", name);
    return found;
}

QString problem(const ProfileEditor &editor)
{
    const auto *label = find<QLabel>(editor, "editorProblemLabel");
    return label->isHidden() ? QString() : label->text();
}

} // namespace

class ProfileEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField();
    void neverShowsASecret();
    void showsTheFingerprintOfItsRoot();
    void asksForTheSecretOfAnotherHostOrKey();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void speaksTheLanguageOfTheProgram();
};

void ProfileEditorTest::keepsEveryField()
{
    ProfileEditor editor;
    editor.edit(sample(), true);
    QCOMPARE(editor.profile(), sample());
    editor.accept();
    QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(editor.secret().isEmpty());
}

void ProfileEditorTest::neverShowsASecret()
{
    ProfileEditor editor;
    editor.edit(sample(), true);
    for (const char *name : {"secretEdit", "proxyPasswordEdit"}) {
        auto *edit = find<QLineEdit>(editor, name);
        QCOMPARE(edit->text(), QString());
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        edit->setText(u"canary-secret"_s);
    }
    QCOMPARE(editor.secret().reveal(), "canary-secret"_ba);
    QCOMPARE(editor.proxyPassword().reveal(), "canary-secret"_ba);
    // The same dialog for another connection.
    editor.edit(sample(), true);
    QVERIFY(editor.secret().isEmpty());
    QVERIFY(editor.proxyPassword().isEmpty());
}

void ProfileEditorTest::showsTheFingerprintOfItsRoot()
{
    ProfileEditor editor;
    editor.edit(sample(), true);
    const QList<QSslCertificate> roots = QSslCertificate::fromPath(rootFile());
    const QString note = find<QLabel>(editor, "caFileNoteLabel")->text();
    const QByteArray digest = roots.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper();
    QVERIFY2(note.contains(QString::fromLatin1(digest)), qPrintable(note));
    QVERIFY(note.contains(u"Test root"_s));
}

void ProfileEditorTest::asksForTheSecretOfAnotherHostOrKey()
{
    ProfileEditor editor;
    editor.edit(sample(), true);
    find<QLineEdit>(editor, "keyIdEdit")->setText(u"another"_s);
    editor.accept();
    QVERIFY(editor.result() != QDialog::Accepted);
    QCOMPARE(problem(editor), u"Enter the secret of the access key."_s);
    find<QLineEdit>(editor, "keyIdEdit")->setText(sample().keyId);
    find<QLineEdit>(editor, "hostEdit")->setText(u"https://evil.example"_s);
    editor.accept();
    QVERIFY(editor.result() != QDialog::Accepted);
    find<QLineEdit>(editor, "secretEdit")->setText(u"s"_s);
    editor.accept();
    QCOMPARE(editor.result(), static_cast<int>(QDialog::Accepted));
}

void ProfileEditorTest::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("page");
    const auto row = [](const char *name, const QString &edit, const QString &text, const QString &says,
                        int page) { QTest::newRow(name) << edit << text << says << page; };
    row("no name", u"nameEdit"_s, u"  "_s, u"Give the connection a name."_s, 0);
    row("http", u"hostEdit"_s, u"http://api.authing.cn"_s, u"without encryption"_s, 0);
    row("user in the host", u"hostEdit"_s, u"https://api.authing.cn@evil.example"_s, u"host"_s, 0);
    row("no key", u"keyIdEdit"_s, QString(), u"The ID of the access key is missing."_s, 0);
    row("line break in the key", u"keyIdEdit"_s, u"key id"_s, u"cannot be the ID of an access key"_s, 0);
    row("secret that is none", u"secretEdit"_s, QString(4097, u's'), u"more than 4,096 characters"_s, 0);
    row("no root", u"caFileEdit"_s, u"/nowhere.pem"_s, u"The CA file gives no root certificate"_s, 1);
    row("no proxy", u"proxyHostEdit"_s, QString(), u"The host of the proxy is missing."_s, 1);
    row("header with a colon", u"tenantHeaderEdit"_s, u"x:y"_s, u"The tenant header needs a name"_s, 1);
    row("tenant without a value", u"tenantEdit"_s, QString(), u"The tenant header needs a name"_s, 1);
}

void ProfileEditorTest::refusesWhatCannotBeUsed()
{
    QFETCH(QString, edit);
    QFETCH(QString, text);
    QFETCH(QString, says);
    QFETCH(int, page);
    ProfileEditor editor;
    editor.edit(sample(), true);
    find<QTabWidget>(editor, "editorTabs")->setCurrentIndex(2);
    find<QLineEdit>(editor, edit.toLatin1().constData())->setText(text);
    editor.accept();
    QVERIFY(editor.result() != QDialog::Accepted);
    QVERIFY2(problem(editor).contains(says), qPrintable(problem(editor)));
    QCOMPARE(find<QTabWidget>(editor, "editorTabs")->currentIndex(), page);
}

void ProfileEditorTest::speaksTheLanguageOfTheProgram()
{
    Translation translation;
    ProfileEditor editor;
    editor.edit(sample(), true);
    find<QLineEdit>(editor, "nameEdit")->clear();
    editor.accept();
    translation.setLanguage(Language::Chinese);
    QTRY_COMPARE(problem(editor), u"请给连接起一个名称。"_s);
    QCOMPARE(find<QComboBox>(editor, "environmentCombo")->currentText(), u"测试"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    static const QSet<QString> values{u"https://api.authing.cn"_s, u"/path/ca.pem"_s,
                                      u"proxy.corp.example"_s,     u"x-authing-tenant-id"_s,
                                      u"GenAuth (x-genauth-*)"_s,  u"Authing (x-authing-*)"_s};
    for (const WidgetText &text : WidgetTexts::ofProgram(&editor))
        QVERIFY2(values.contains(text.text) || text.text.contains(chinese),
                 qPrintable(text.owner + text.text));
}

QTEST_MAIN(ProfileEditorTest)
#include "tst_profileeditor.moc"
