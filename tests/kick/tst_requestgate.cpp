// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/requestgate.h"
#include "kick/single/verifier.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A user who is offline, and has signed in so often that it fills pages.
class SignInPages : public Transport
{
public:
    static constexpr int pages = 3;

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        QJsonObject data{{u"active"_s, false}};
        if (request.url.path().endsWith("get-user-login-history"_L1)) {
            ++pagesAskedFor;
            data = pageOf(QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
            if (asked)
                asked();
        }
        const QJsonDocument answer(QJsonObject{{u"statusCode"_s, 200}, {u"data"_s, data}});
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        call->finishLater({.status = 200, .headers = {}, .body = answer.toJson()});
        return call;
    }

    int pagesAskedFor = 0;
    /// Called before the answer of each page.
    std::function<void()> asked;

private:
    static QJsonObject pageOf(int page)
    {
        constexpr int total = (pages - 1) * Client::maximumLimit + 1;
        const QDateTime newest(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
        QJsonArray list;
        for (int at = (page - 1) * Client::maximumLimit; at < std::min(page * Client::maximumLimit, total);
             ++at)
            list.append(QJsonObject{{u"userId"_s, u"user"_s},
                                    {u"appId"_s, u"app"_s},
                                    {u"time"_s, newest.addSecs(-at).toString(Qt::ISODateWithMs)}});
        return {{u"totalCount"_s, total}, {u"list"_s, list}};
    }
};

/// A call that is on the wire as long as it lives.
class CallOnTheWire : public QObject
{
public:
    CallOnTheWire(RequestGate::Pass pass, QObject *parent)
        : QObject(parent)
        , m_pass(std::move(pass))
    {
    }

private:
    RequestGate::Pass m_pass;
};

void failOnce(const RequestGate::Pass &pass)
{
    pass->settle(Error{.kind = ErrorKind::Ambiguous, .code = ErrorCode::ConnectionLost});
}

} // namespace

/// The gate through which the requests of a list leave.
class TestRequestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callThatBreaksItMayBeDeletedByTheReceiver();
    void brokenGateLetsNothingThrough();
    void everyPageOfSignInsHasItsTurn();
};

void TestRequestGate::callThatBreaksItMayBeDeletedByTheReceiver()
{
    RequestGate gate;
    QSignalSpy broken(&gate, &RequestGate::broken);
    // The owner of the calls, as a verification owns its questions.
    QPointer<QObject> owner = new QObject;
    QPointer<CallOnTheWire> last;
    int left = Pacer::maximumFailures;
    for (int call = 0; call < Pacer::maximumFailures; ++call) {
        gate.enter(RequestGate::Purpose::Check, owner, [&](const RequestGate::Pass &pass) {
            failOnce(pass);
            if (--left == 0)
                last = new CallOnTheWire(pass, owner);
        });
    }
    connect(&gate, &RequestGate::broken, this, [&] { delete owner; });

    QTRY_VERIFY(last);
    // Its destructor gives the pass back; deleting it once more from in there would be one time too many.
    delete last;
    QVERIFY(owner);
    QCOMPARE(broken.count(), 0);
    QTRY_VERIFY(!owner);
    QCOMPARE(broken.count(), 1);
}

void TestRequestGate::brokenGateLetsNothingThrough()
{
    RequestGate gate;
    const QSignalSpy broken(&gate, &RequestGate::broken);
    int passed = 0;
    for (int call = 0; call < 2 * Pacer::maximumFailures; ++call) {
        gate.enter(RequestGate::Purpose::Check, &gate, [&](const RequestGate::Pass &pass) {
            failOnce(pass);
            ++passed;
        });
    }
    QTRY_COMPARE(broken.count(), 1);
    const int passedBefore = passed;
    QVERIFY(passedBefore < 2 * Pacer::maximumFailures);
    QTest::qWait(0);
    QCOMPARE(passed, passedBefore);
}

void TestRequestGate::everyPageOfSignInsHasItsTurn()
{
    SignInPages pages;
    Authenticator authenticator({.auth = AuthScheme::Signature}, Secret("secret"), &pages);
    Client client(QUrl(u"https://api.example.com"_s), &pages, &authenticator);
    RequestGate gate({.maximumInFlight = 1});
    Verifier verifier(&client, &gate);
    QObject context;
    // Another question of the list waits while the first page is read, so it is asked before the second.
    RequestGate::Pass held;
    pages.asked = [&] {
        if (pages.pagesAskedFor == 1)
            gate.enter(RequestGate::Purpose::Check, &context,
                       [&](const RequestGate::Pass &pass) { held = pass; });
    };
    std::optional<Proof> proof;
    const QDateTime kickedAt = QDateTime::currentDateTimeUtc();
    verifier.verify({.userId = u"user"_s, .appIds = {u"app"_s}, .kickedAt = kickedAt}, &context, {},
                    [&](const Proof &found) { proof = found; });
    QTRY_VERIFY(held);
    QCOMPARE(pages.pagesAskedFor, 1);
    held.reset();
    QTRY_VERIFY(proof);
    QCOMPARE(pages.pagesAskedFor, SignInPages::pages);
    QCOMPARE(proof->signInLog, SignInLog::Known);
}

QTEST_GUILESS_MAIN(TestRequestGate)
#include "tst_requestgate.moc"
