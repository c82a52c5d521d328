// SPDX-License-Identifier: Apache-2.0
#include "gui/app/supportreport.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class SupportReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsInstalled();
    void hasNamesOnlyWhenAskedFor();
    void hasTheWholeLog();

private:
    static SupportReport sample(bool hasNames)
    {
        const Profile profile{.name = u"生产 PROD"_s,
                              .host = QUrl(u"https://authing.corp.example"_s),
                              .keyId = u"62eaa95fe0d41f9a5295bf7c"_s,
                              .environment = Environment::Production};
        return {.connections = {{.profile = profile, .isReadOnly = true}},
                .settings = {.operatorName = u"张三"_s, .isTicketRequired = true},
                .hasNames = hasNames};
    }

    QTemporaryDir m_folder;
    LogFile m_log{m_folder.filePath(u"kickdesk.log"_s)};
};

void SupportReportTest::saysWhatIsInstalled()
{
    const QString text = SupportReports::text(sample(false), m_log);
    QVERIFY(text.contains(u"Kickdesk "_s + QStringLiteral(KICKDESK_VERSION)));
    QVERIFY(text.contains(u"Qt "_s + QString::fromLatin1(qVersion())));
    QVERIFY2(
        text.contains(u"1. production token proxy=none tenant=no caFile=no poolId=no administrator=yes"_s),
        qPrintable(text));
    QVERIFY(text.contains(u"ticketRequired=yes"_s));
}

void SupportReportTest::hasNamesOnlyWhenAskedFor()
{
    const QStringList names{u"PROD"_s, u"corp.example"_s, u"62eaa95fe0d41f9a5295bf7c"_s, u"张三"_s};
    const QString without = SupportReports::text(sample(false), m_log);
    const QString with = SupportReports::text(sample(true), m_log);
    for (const QString &name : names) {
        QVERIFY2(!without.contains(name), qPrintable(name));
        QVERIFY2(with.contains(name), qPrintable(name));
    }
}

void SupportReportTest::hasTheWholeLog()
{
    m_log.write({.endpoint = Endpoint::KickUsers, .httpStatus = 200, .requestId = u"first"_s});
    QVERIFY(QFile::rename(m_log.file(), m_log.oldFile(1)));
    m_log.write({.endpoint = Endpoint::ListUsers, .httpStatus = 503, .requestId = u"second"_s});
    const QString text = SupportReports::text(sample(false), m_log);
    const qsizetype first = text.indexOf(u"requestId=first"_s);
    QVERIFY(first > 0);
    QVERIFY(text.indexOf(u"requestId=second"_s) > first);
}

QTEST_GUILESS_MAIN(SupportReportTest)
#include "tst_supportreport.moc"
