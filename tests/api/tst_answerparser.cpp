// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/answerparser.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = AnswerParser::State;

constexpr qint64 maximumBody = 100;

const QByteArray ok = "HTTP/1.1 200 OK\r\n";

} // namespace

class AnswerParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeAnswer_data();
    void readsAWholeAnswer();
    void refusesWhatCanBeReadInTwoWays_data();
    void refusesWhatCanBeReadInTwoWays();
    void boundsEveryLength_data();
    void boundsEveryLength();
    void waitsForTheRest_data();
    void waitsForTheRest();
    void keepsTheConnectionOnlyWhereItMay_data();
    void keepsTheConnectionOnlyWhereItMay();
    void endsWithTheConnectionWhereNothingSaysTheLength();
    void leavesASecondAnswerAlone();
};

void AnswerParserTest::readsAWholeAnswer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << ok + "Content-Length: 5\r\n\r\nhello" << 200 << "hello"_ba;
    QTest::newRow("empty") << ok + "content-length:0\r\n\r\n" << 200 << QByteArray();
    QTest::newRow("chunks")
        << ok + "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n"
        << 200 << "abc0123456789"_ba;
    QTest::newRow("trailer") << ok + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nX: y\r\n\r\n"
                             << 200 << "a"_ba;
    QTest::newRow("go on first") << "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na" << 200
                                 << "a"_ba;
    QTest::newRow("no content") << "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n"_ba << 204
                                << QByteArray();
    QTest::newRow("no reason") << "HTTP/1.1 503\r\nContent-Length: 0\r\n\r\n"_ba << 503 << QByteArray();
    QTest::newRow("strange status") << "HTTP/1.1 999 ?\r\nContent-Length: 0\r\n\r\n"_ba << 999
                                    << QByteArray();
}

/// In one piece, and a byte at a time: where the network cuts means nothing.
void AnswerParserTest::readsAWholeAnswer()
{
    QFETCH(QByteArray, bytes);
    AnswerParser whole(maximumBody);
    QCOMPARE(whole.take(bytes), State::Complete);
    AnswerParser pieces(maximumBody);
    for (const char byte : bytes)
        (void)pieces.take({&byte, 1});
    QCOMPARE(pieces.state(), State::Complete);
    for (const AnswerParser *parser : {&whole, &pieces}) {
        QTEST(parser->status(), "status");
        QTEST(parser->body(), "body");
        QVERIFY(!parser->hasSurplus());
    }
    QCOMPARE(whole.headers(), pieces.headers());
}

void AnswerParserTest::refusesWhatCanBeReadInTwoWays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << "SSH-2.0-OpenSSH\r\n"_ba;
    QTest::newRow("HTTP/2") << "HTTP/2.0 200 OK\r\n"_ba;
    QTest::newRow("status of two digits") << "HTTP/1.1 20 OK\r\n"_ba;
    QTest::newRow("status of four digits") << "HTTP/1.1 2000 OK\r\n"_ba;
    QTest::newRow("status below all") << "HTTP/1.1 099 OK\r\n\r\n"_ba;
    QTest::newRow("another protocol") << "HTTP/1.1 101 Switching\r\n\r\n"_ba;
    QTest::newRow("no colon") << ok + "Content-Length\r\n";
    QTest::newRow("space before the colon") << ok + "Content-Length : 5\r\n";
    QTest::newRow("folded") << ok + "X: y\r\n z\r\n";
    QTest::newRow("no name") << ok + ": y\r\n";
    QTest::newRow("two lengths") << ok + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n";
    QTest::newRow("a list of lengths") << ok + "Content-Length: 5, 5\r\n\r\n";
    QTest::newRow("length and chunks") << ok + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("negative length") << ok + "Content-Length: -1\r\n\r\n";
    QTest::newRow("length past all integers") << ok + "Content-Length: 99999999999999999999\r\n\r\n";
    QTest::newRow("other coding") << ok + "Transfer-Encoding: gzip, chunked\r\n\r\n";
    QTest::newRow("compressed") << ok + "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\na";
    QTest::newRow("chunk without a size") << ok + "Transfer-Encoding: chunked\r\n\r\n\r\n";
    QTest::newRow("chunk of a sign") << ok + "Transfer-Encoding: chunked\r\n\r\n-1\r\n";
    QTest::newRow("chunk longer than it says")
        << ok + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n";
    QTest::newRow("nothing but go on") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(9);
}

void AnswerParserTest::refusesWhatCanBeReadInTwoWays()
{
    QFETCH(QByteArray, bytes);
    AnswerParser parser(maximumBody);
    QCOMPARE(parser.take(bytes), State::Damaged);
    QVERIFY(!parser.keepsAlive());
    // What comes then changes nothing.
    QCOMPARE(parser.take(ok + "Content-Length: 0\r\n\r\n"), State::Damaged);
}

void AnswerParserTest::boundsEveryLength_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<State>("state");
    const QByteArray endless(AnswerParser::maximumHeadSize, 'x');
    QTest::newRow("line") << "HTTP/1.1 200 " + endless << State::Damaged;
    QTest::newRow("header") << ok + "X: " + endless << State::Damaged;
    QTest::newRow("headers") << ok + QByteArray("X: y\r\n").repeated(AnswerParser::maximumHeaders + 1)
                             << State::Damaged;
    QTest::newRow("trailers") << ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n" +
                                     QByteArray("X: yyyyyyyyyyyyyyyy\r\n").repeated(4000)
                              << State::Damaged;
    QTest::newRow("length") << ok + "Content-Length: 101\r\n\r\n" << State::TooLarge;
    QTest::newRow("chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n65\r\n" << State::TooLarge;
    QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n" +
                                   QByteArray("1\r\na\r\n").repeated(101)
                            << State::TooLarge;
    QTest::newRow("until the end") << ok + "\r\n" + QByteArray(101, 'a') << State::TooLarge;
}

void AnswerParserTest::boundsEveryLength()
{
    QFETCH(QByteArray, bytes);
    AnswerParser parser(maximumBody);
    (void)parser.take(bytes);
    QTEST(parser.state(), "state");
    QVERIFY(parser.body().size() <= maximumBody + 1);
}

void AnswerParserTest::waitsForTheRest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a line") << "HTTP/1.1 200"_ba;
    QTest::newRow("half a head") << ok + "Content-Length: 5\r\n";
    QTest::newRow("half a body") << ok + "Content-Length: 5\r\n\r\nhell";
    QTest::newRow("half a chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nab";
    QTest::newRow("no last chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
    QTest::newRow("no end of the last chunk") << ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n";
}

/// Half an answer is none, whichever side closes the connection.
void AnswerParserTest::waitsForTheRest()
{
    QFETCH(QByteArray, bytes);
    AnswerParser parser(maximumBody);
    QCOMPARE(parser.take(bytes), State::Reading);
    QCOMPARE(parser.close(), State::Damaged);
}

void AnswerParserTest::keepsTheConnectionOnlyWhereItMay_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepsAlive");
    const QByteArray empty = "Content-Length: 0\r\n\r\n";
    QTest::newRow("usual") << ok + empty << true;
    QTest::newRow("close") << ok + "Connection: Close\r\n" + empty << false;
    QTest::newRow("close among others") << ok + "Connection: x, close\r\n" + empty << false;
    QTest::newRow("HTTP/1.0") << "HTTP/1.0 200 OK\r\n" + empty << false;
    QTest::newRow("more behind it") << ok + empty + "x" << false;
}

void AnswerParserTest::keepsTheConnectionOnlyWhereItMay()
{
    QFETCH(QByteArray, bytes);
    AnswerParser parser(maximumBody);
    QCOMPARE(parser.take(bytes), State::Complete);
    QTEST(parser.keepsAlive(), "keepsAlive");
}

void AnswerParserTest::endsWithTheConnectionWhereNothingSaysTheLength()
{
    AnswerParser parser(maximumBody);
    QCOMPARE(parser.take(ok + "\r\nhello"), State::Reading);
    QCOMPARE(parser.close(), State::Complete);
    QCOMPARE(parser.body(), "hello"_ba);
    QVERIFY(!parser.keepsAlive());
}

void AnswerParserTest::leavesASecondAnswerAlone()
{
    AnswerParser parser(maximumBody);
    const QByteArray first = ok + "Content-Length: 1\r\n\r\na";
    QCOMPARE(parser.take(first + ok + "Content-Length: 1\r\n\r\nb"), State::Complete);
    QCOMPARE(parser.body(), "a"_ba);
    QVERIFY(parser.hasSurplus());
}

QTEST_GUILESS_MAIN(AnswerParserTest)
#include "tst_answerparser.moc"
