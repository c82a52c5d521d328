// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/connections/doctordialog.h"
#include "gui/widgettexts.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

class DoctorDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatAllIsWell();
    void saysWhatToDoAboutAPermission();
    void saysWhatToDoAboutTheKey();
    void saysWhatToDoAboutADeadPort();
    void stops();
    void copiesAReportWithoutSecrets();
    void speaksTheLanguageOfTheProgram();

private:
    void show(Session *session);
    bool isReady() const
    {
        return QTest::qWaitFor([this] { return find<QPushButton>("doctorAgainButton")->isVisible(); }, 20000);
    }
    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("There is no %s", name);
        return found;
    }
    QString headline() const { return find<QLabel>("doctorHeadline")->text(); }
    QString text(DoctorCheck check, DoctorModel::Column column) const
    {
        const auto row = static_cast<int>(DoctorChecks::all().indexOf(check));
        return find<QTableView>("doctorTable")->model()->index(row, column).data().toString();
    }

    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<SandboxSession> m_pool;
    std::unique_ptr<DoctorDialog> m_dialog;
};

void DoctorDialogTest::init()
{
    m_translation = std::make_unique<Translation>();
    m_translation->setLanguage(Language::English);
    m_pool = std::make_unique<SandboxSession>();
}

void DoctorDialogTest::cleanup()
{
    m_dialog.reset();
    m_pool.reset();
    m_translation.reset();
}

void DoctorDialogTest::show(Session *session)
{
    m_dialog = std::make_unique<DoctorDialog>(session);
    new QAbstractItemModelTester(find<QTableView>("doctorTable")->model(),
                                 QAbstractItemModelTester::FailureReportingMode::Fatal, m_dialog.get());
    m_dialog->show();
}

void DoctorDialogTest::saysThatAllIsWell()
{
    show(m_pool->session.get());
    QVERIFY(headline().startsWith(u"Examining"_s));
    QVERIFY(find<QPushButton>("doctorStopButton")->isVisible());
    QVERIFY(!find<QPushButton>("doctorCopyButton")->isEnabled());
    QVERIFY(isReady());
    QCOMPARE(headline(), u"✔ Everything that was examined is in order."_s);
    QCOMPARE(text(DoctorCheck::ListUsers, DoctorModel::StateColumn), u"✔ Passed"_s);
    QCOMPARE(m_pool->sandbox->requestCount("kick-users"), 0);
}

void DoctorDialogTest::saysWhatToDoAboutAPermission()
{
    m_pool->sandbox->setFaults({u"code-403@list-users"_s});
    show(m_pool->session.get());
    QVERIFY(isReady());
    QCOMPARE(headline(), u"✖ 1 check failed. What to do is said beside it."_s);
    QVERIFY(text(DoctorCheck::ListUsers, DoctorModel::StateColumn).startsWith(u'✖'));
    QVERIFY(text(DoctorCheck::ListUsers, DoctorModel::FindingColumn).contains(u"administrator"_s));
    QVERIFY(text(DoctorCheck::ListApplications, DoctorModel::StateColumn).startsWith(u'✔'));
}

void DoctorDialogTest::saysWhatToDoAboutTheKey()
{
    m_pool->open(m_pool->profile(), Secret("wrong"));
    show(m_pool->session.get());
    QVERIFY(isReady());
    QVERIFY2(text(DoctorCheck::Key, DoctorModel::FindingColumn).contains(u"access key"_s),
             qPrintable(text(DoctorCheck::Key, DoctorModel::FindingColumn)));
    QVERIFY(text(DoctorCheck::ListUsers, DoctorModel::StateColumn).startsWith(u'–'));
    // Beginning anew begins with the first check.
    find<QPushButton>("doctorAgainButton")->click();
    QVERIFY(!find<QPushButton>("doctorAgainButton")->isVisible());
    QVERIFY(isReady());
}

void DoctorDialogTest::saysWhatToDoAboutADeadPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Profile profile = m_pool->profile();
    profile.host = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    server.close();
    m_pool->open(profile, m_pool->address.secret);
    show(m_pool->session.get());
    QVERIFY(isReady());
    QVERIFY(text(DoctorCheck::Connect, DoctorModel::StateColumn).startsWith(u'✖'));
    QVERIFY(!text(DoctorCheck::Connect, DoctorModel::FindingColumn).isEmpty());
}

void DoctorDialogTest::stops()
{
    m_pool->sandbox->setFaults({u"never@list-users"_s});
    show(m_pool->session.get());
    QTRY_VERIFY(text(DoctorCheck::ListUsers, DoctorModel::StateColumn).startsWith(u'…') &&
                text(DoctorCheck::Pool, DoctorModel::StateColumn).startsWith(u'✔'));
    find<QPushButton>("doctorStopButton")->click();
    QVERIFY(isReady());
    QVERIFY(text(DoctorCheck::AuditLogs, DoctorModel::StateColumn).startsWith(u'–'));
}

void DoctorDialogTest::copiesAReportWithoutSecrets()
{
    show(m_pool->session.get());
    QVERIFY(isReady());
    find<QPushButton>("doctorCopyButton")->click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(u"list-users"_s));
    QVERIFY(!report.contains(QString::fromUtf8(m_pool->address.secret.reveal())));
    QCOMPARE(find<QPushButton>("doctorCopyButton")->text(), u"Copied ✔"_s);
}

void DoctorDialogTest::speaksTheLanguageOfTheProgram()
{
    show(m_pool->session.get());
    QVERIFY(isReady());
    m_translation->setLanguage(Language::Chinese);
    QTRY_VERIFY(headline().startsWith(u"✔ 检查"_s));
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    for (const WidgetText &text : WidgetTexts::ofProgram(m_dialog.get()))
        QVERIFY2(text.text.contains(chinese), qPrintable(text.owner + text.text));
    for (const DoctorCheck check : DoctorChecks::all()) {
        for (const auto column : {DoctorModel::CheckColumn, DoctorModel::StateColumn})
            QVERIFY2(text(check, column).contains(chinese), qPrintable(text(check, column)));
    }
}

QTEST_MAIN(DoctorDialogTest)
#include "tst_doctordialog.moc"
