// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/conversation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 maximumSize = 4096;

/// An answer that says @p body.
QByteArray answer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// Which bytes of one connection answer which request.
class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersRequestAfterRequest();
    void surplusMakesTheAnswerUnknown_data();
    void surplusMakesTheAnswerUnknown();
    void bytesBeforeTheRequestEndTheConnection_data();
    void bytesBeforeTheRequestEndTheConnection();
    void anothersAnswerIsFoundOutByItsOwn();
    void closeWhileSettlingLeavesTheAnswer();
    void settlesAsLongAsTheServerTakes_data();
    void settlesAsLongAsTheServerTakes();
};

void TestConversation::answersRequestAfterRequest()
{
    Conversation conversation;
    for (const QByteArray &body : {"one"_ba, "two"_ba, "three"_ba}) {
        conversation.ask(maximumSize);
        conversation.take(answer(body), 5ms);
        QCOMPARE(conversation.state(), Conversation::State::Settling);
        conversation.settle();
        QCOMPARE(conversation.state(), Conversation::State::Silent);
        QCOMPARE(conversation.fault(), TransportFault::None);
        QCOMPARE(conversation.answer()->body(), body);
    }
}

void TestConversation::surplusMakesTheAnswerUnknown_data()
{
    QTest::addColumn<QByteArray>("surplus");
    QTest::addColumn<bool>("isTogether");
    for (const bool isTogether : {true, false}) {
        const auto row = [isTogether](const char *name, const QByteArray &bytes) {
            QTest::addRow("%s, %s", name, isTogether ? "together" : "later") << bytes << isTogether;
        };
        row("a whole answer", answer("stranger"));
        row("half an answer", "HTTP/1.1 200");
        row("one byte", "x");
        row("an empty line", "\r\n");
        row("an interim answer", "HTTP/1.1 100 Continue\r\n\r\n");
    }
}

void TestConversation::surplusMakesTheAnswerUnknown()
{
    QFETCH(QByteArray, surplus);
    QFETCH(bool, isTogether);
    Conversation conversation;
    conversation.ask(maximumSize);
    if (isTogether) {
        conversation.take(answer("mine") + surplus, 5ms);
    } else {
        conversation.take(answer("mine"), 5ms);
        conversation.take(surplus, 12ms);
    }
    QCOMPARE(conversation.state(), Conversation::State::Over);
    QCOMPARE(conversation.fault(), TransportFault::AnswerDamaged);
}

void TestConversation::bytesBeforeTheRequestEndTheConnection_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("a server that speaks first") << true;
    QTest::newRow("a surplus answer after the settling time") << false;
}

void TestConversation::bytesBeforeTheRequestEndTheConnection()
{
    QFETCH(bool, isFirst);
    Conversation conversation;
    if (!isFirst) {
        conversation.ask(maximumSize);
        conversation.take(answer("mine"), 5ms);
        conversation.settle();
    }
    conversation.take(answer("stranger"), 300ms);
    QCOMPARE(conversation.state(), Conversation::State::Over);
}

void TestConversation::anothersAnswerIsFoundOutByItsOwn()
{
    Conversation conversation;
    conversation.ask(maximumSize);
    conversation.take(answer("one"), 30ms);
    conversation.settle();
    conversation.ask(maximumSize);
    // A copy of the first answer that was held up for long, and then the second request's own.
    conversation.take(answer("one"), 2ms);
    QCOMPARE(conversation.state(), Conversation::State::Settling);
    QVERIFY(conversation.settlingTime() >= 30ms);
    conversation.take(answer("two"), 30ms);
    QCOMPARE(conversation.state(), Conversation::State::Over);
    QCOMPARE(conversation.fault(), TransportFault::AnswerDamaged);
}

void TestConversation::closeWhileSettlingLeavesTheAnswer()
{
    Conversation conversation;
    conversation.ask(maximumSize);
    conversation.take(answer("mine"), 5ms);
    conversation.close(true);
    QCOMPARE(conversation.state(), Conversation::State::Over);
    QCOMPARE(conversation.fault(), TransportFault::None);
}

void TestConversation::settlesAsLongAsTheServerTakes_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("expected");
    QTest::newRow("at once") << 0 << 0 << int(Conversation::shortestSettling.count());
    QTest::newRow("steady") << 40 << 40 << 40;
    QTest::newRow("quick after slow") << 90 << 2 << 90;
    QTest::newRow("very slow") << 20 << 9000 << int(Conversation::longestSettling.count());
}

void TestConversation::settlesAsLongAsTheServerTakes()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(int, expected);
    Conversation conversation;
    for (const int took : {first, second}) {
        conversation.ask(maximumSize);
        conversation.take(answer("x"), std::chrono::milliseconds(took));
        conversation.settle();
    }
    QCOMPARE(conversation.settlingTime(), std::chrono::milliseconds(expected));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
