// SPDX-License-Identifier: Apache-2.0
#include "core/values/error.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFailureHasItsPlace_data();
    void everyFailureHasItsPlace();
    void readLeavesNothingOpen_data();
    void readLeavesNothingOpen();
    void storedCodeReadsAsASentence();
};

void TestError::everyFailureHasItsPlace_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<ErrorPlace>("place");
    QTest::newRow("full disk after a kick") << ErrorCode::JournalIncomplete << ErrorPlace::Here;
    QTest::newRow("full disk before a kick") << ErrorCode::JournalUnavailable << ErrorPlace::Here;
    QTest::newRow("list of another program") << ErrorCode::ListOwned << ErrorPlace::Here;
    QTest::newRow("host") << ErrorCode::HostNotFound << ErrorPlace::Connection;
    QTest::newRow("closed") << ErrorCode::ConnectionDropped << ErrorPlace::Connection;
    QTest::newRow("lost") << ErrorCode::ConnectionLost << ErrorPlace::Connection;
    QTest::newRow("deadline") << ErrorCode::Deadline << ErrorPlace::Connection;
    QTest::newRow("too large") << ErrorCode::AnswerTooLarge << ErrorPlace::Answer;
    QTest::newRow("status") << ErrorCode::HttpStatus << ErrorPlace::Answer;
    QTest::newRow("gateway") << ErrorCode::GatewayFailed << ErrorPlace::Answer;
    QTest::newRow("key") << ErrorCode::CredentialsRejected << ErrorPlace::Server;
    QTest::newRow("canary") << ErrorCode::CanaryFailed << ErrorPlace::Here;
}

void TestError::everyFailureHasItsPlace()
{
    QFETCH(const ErrorCode, code);
    QTEST(errorPlace(code), "place");
}

void TestError::readLeavesNothingOpen_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::HostNotFound, ErrorCode::ConnectionRefused,
                                 ErrorCode::HostUnreachable, ErrorCode::ConnectTimeout, ErrorCode::TlsFailed,
                                 ErrorCode::ProxyFailed, ErrorCode::ConnectionDropped,
                                 ErrorCode::ConnectionLost, ErrorCode::Deadline, ErrorCode::AnswerTooLarge,
                                 ErrorCode::AnswerDamaged, ErrorCode::ServerFault, ErrorCode::NonceReplayed})
        QTest::newRow(qPrintable(errorCodeName(code))) << code;
}

void TestError::readLeavesNothingOpen()
{
    QFETCH(const ErrorCode, code);
    static const QRegularExpression fate(u"carried out|nothing was sent|anything was sent"_s);
    // Nor does a kick: its outcome tells what became of it, whichever of its attempts failed like this.
    for (const bool isRead : {false, true}) {
        const QString text =
            errorText({.code = code, .detail = ServerText(u"pool.example"_s), .isRead = isRead});
        QVERIFY2(!text.contains(fate), qPrintable(text));
    }
}

void TestError::storedCodeReadsAsASentence()
{
    QCOMPARE(errorText({.code = ErrorCode::Deadline, .isRead = true}),
             u"The server took too long to answer. Try again."_s);
    QCOMPARE(errorText({.code = ErrorCode::ConnectionLost, .isRead = true}),
             u"The connection to the server was lost before the full answer arrived. Try again."_s);
}

QTEST_MAIN(TestError)
#include "tst_error.moc"
