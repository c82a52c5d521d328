// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faultfixture.h"
#include "sandbox/rawclient.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

/// How a fault is named, and what is refused in words.
class TestFaultNames : public FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultOfTheCatalogueIsKnown_data();
    void everyFaultOfTheCatalogueIsKnown();
    void setUpsAreRefusedInWords_data();
    void setUpsAreRefusedInWords();
    void badFaultsAreRefusedInWords_data();
    void badFaultsAreRefusedInWords();
    void scopeAndPercentageAreAccepted_data();
    void scopeAndPercentageAreAccepted();
};

void TestFaultNames::everyFaultOfTheCatalogueIsKnown_data()
{
    QTest::addColumn<QString>("fault");
    const QString catalogue =
        u"redirect-301 redirect-302 redirect-303 redirect-307 redirect-308 redirect-loop redirect-downgrade "
        "close-no-answer keepalive-dead reset-after partial-status garbage http-0.9 half-body truncated-json "
        "chunk-truncated trickle never slow-headers gzip-bomb bad-gzip infinite-body many-headers huge-header "
        "header-no-colon double-length length-and-chunked glued-answers 100-continue 204 status-999 401-basic "
        "401-negotiate set-cookie captive-portal "
        "ok code-400 code-402 code-403 code-404 code-422 code-499 code-500 success-false success-missing success-string "
        "code-string data-null data-array top-array empty null bad-utf8 bom trailing-bytes huge-message 429 "
        "429-retry-seconds 429-retry-date 429-retry-huge 503 502 504 busy-1000 token-expired key-revoked clock-skew "
        "nonce-replay "
        "same-name confusable-name rtl-name markup-name protected-self protected-user user-gone app-gone "
        "session-stays session-slow relogin pool-mismatch apps-51 check-unavailable search-forbidden identities-hidden "
        "accept-close reset-before tls-expired tls-not-yet tls-wrong-host tls-self-signed tls-unknown-ca "
        "tls-1.0-only tls-plaintext tls-stall tls-private-ca "
        "surplus-answer request-id-own request-id-other empty-pages shrinking-pages repeated-pages short-pages "
        "list-gaps time-epoch time-rfc1123 time-no-zone time-words time-null identifier-moves token-other-pool"_s;
    for (const QString &fault : catalogue.split(u' '))
        QTest::newRow(qPrintable(fault)) << fault;
}

void TestFaultNames::everyFaultOfTheCatalogueIsKnown()
{
    QFETCH(QString, fault);
    QCOMPARE(Sandbox::faultProblem(fault), QString());
}

void TestFaultNames::setUpsAreRefusedInWords_data()
{
    QTest::addColumn<QString>("fault");
    const QString setUps =
        u"dns-fail refused unreachable connect-stall proxy-refused proxy-407 proxy-502 proxy-stall kill-9 "
        "disk-full-intent disk-full-outcome db-locked db-corrupt db-readonly db-newer second-instance gui-and-cli "
        "suspend-resume clock-jump keychain-none keychain-locked keychain-denied keychain-hang quit-mid-job sigterm "
        "row-edited export-unwritable tls-sha1 tls-rsa1024"_s;
    for (const QString &fault : setUps.split(u' '))
        QTest::newRow(qPrintable(fault)) << fault;
}

void TestFaultNames::setUpsAreRefusedInWords()
{
    QFETCH(QString, fault);
    const QString problem = Sandbox::faultProblem(fault);
    QVERIFY2(problem.contains(fault) && problem.contains(u"set-up"_s), qPrintable(problem));
}

void TestFaultNames::badFaultsAreRefusedInWords_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("problem");
    const QString unknown = u"There is no fault named “%1”."_s;
    const QString percentage = u"The percentage of a fault is a whole number from 1 to 100."_s;
    QTest::newRow("empty") << QString() << unknown.arg(QString());
    QTest::newRow("unknown") << u"gremlins"_s << unknown.arg(u"gremlins"_s);
    QTest::newRow("upper case") << u"NEVER"_s << unknown.arg(u"NEVER"_s);
    QTest::newRow("unknown endpoint")
        << u"never@delete-users"_s << u"“delete-users” is not an endpoint of the sandbox."_s;
    QTest::newRow("no endpoint") << u"never@"_s << u"“” is not an endpoint of the sandbox."_s;
    for (const char *const percent : {"0", "101", "-5", "x", "", "5.5"})
        QTest::addRow("percentage %s", percent) << u"never:"_s + QString::fromLatin1(percent) << percentage;
    QTest::newRow("endpoint of a pool fault")
        << u"pool-mismatch@kick-users"_s << u"The fault “pool-mismatch” cannot be limited to an endpoint."_s;
    QTest::newRow("percentage of a pool fault")
        << u"clock-skew:50"_s << u"The fault “clock-skew” takes no percentage."_s;
    QTest::newRow("endpoint of a connection fault")
        << u"accept-close@kick-users"_s << u"The fault “accept-close” cannot be limited to an endpoint."_s;
}

void TestFaultNames::badFaultsAreRefusedInWords()
{
    QFETCH(QString, fault);
    QFETCH(QString, problem);
    QCOMPARE(Sandbox::faultProblem(fault), problem);
}

void TestFaultNames::scopeAndPercentageAreAccepted_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *const fault : {"429:30", "429@list-users", "429@list-users:1", "user-gone@get-user",
                                    "accept-close:50", "never:100"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestFaultNames::scopeAndPercentageAreAccepted()
{
    QFETCH(QString, fault);
    QCOMPARE(Sandbox::faultProblem(fault), QString());
}

QTEST_GUILESS_MAIN(TestFaultNames)
#include "tst_faultnames.moc"
