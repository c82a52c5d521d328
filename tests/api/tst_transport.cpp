// SPDX-License-Identifier: Apache-2.0
#include "support/processtimer.h"
#include "support/sandboxsession.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds deadline = 1500ms;

/// The users and applications are the same in every sandbox.
KickRequest anyKick()
{
    static const KickRequest request = [] {
        const SandboxSession on;
        QObject context;
        const auto users = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({}, &context, handler); });
        const auto apps = answerOf<Result<Page<Application>>>(
            [&](auto handler) { on.client()->listApplicationSimpleInfo(1, 50, &context, handler); });
        return KickRequest{.identifier = (*users)->list.first().userId,
                           .appIds = {(*apps)->list.first().appId}};
    }();
    return request;
}

} // namespace

/// Every fault of a server or of what lies between, as one kick sees it over either transport.
class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultIsToldApart_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        // Nothing, where several codes describe it well.
        QTest::addColumn<std::optional<ErrorCode>>("code");
        const auto row = [](const char *fault, ErrorKind kind, std::optional<ErrorCode> code = {}) {
            QTest::newRow(fault) << kind << code;
        };

        for (const char *redirect : {"redirect-301", "redirect-302", "redirect-303", "redirect-307",
                                     "redirect-308", "redirect-loop", "redirect-downgrade"})
            row(redirect, ErrorKind::Rejected, ErrorCode::Redirected);
        for (const char *lost : {"close-no-answer", "reset-after"})
            row(lost, ErrorKind::Ambiguous, ErrorCode::ConnectionLost);
        // Without a lane a kick has a connection of its own; there it succeeds.
        if (testTraffic() == Session::Traffic::Many)
            row("keepalive-dead", ErrorKind::Ambiguous, ErrorCode::ConnectionLost);
        for (const char *broken :
             {"partial-status", "half-body", "chunk-truncated", "garbage", "http-0.9", "truncated-json",
              "bad-gzip", "double-length", "length-and-chunked", "204", "status-999"})
            row(broken, ErrorKind::Ambiguous);
        for (const char *slow : {"trickle", "never", "slow-headers"})
            row(slow, ErrorKind::Ambiguous, ErrorCode::Deadline);
        if (testTraffic() == Session::Traffic::Many) {
            for (const char *surplus : {"glued-answers", "surplus-answer"})
                row(surplus, ErrorKind::Ambiguous, ErrorCode::AnswerDamaged);
        }
        row("request-id-other", ErrorKind::Ambiguous, ErrorCode::AnswerDamaged);
        row("infinite-body", ErrorKind::Ambiguous, ErrorCode::AnswerTooLarge);
        // 3 MB, as much as a list of users may have.
        row("huge-message", ErrorKind::Ambiguous, ErrorCode::AnswerTooLarge);
        // The lanes of a list ask for no compression, and take none.
        row("gzip-bomb", ErrorKind::Ambiguous,
            testTraffic() == Session::Traffic::Few ? ErrorCode::AnswerTooLarge : ErrorCode::AnswerDamaged);
        row("401-basic", ErrorKind::Halted, ErrorCode::CredentialsRejected);
        row("401-negotiate", ErrorKind::Halted, ErrorCode::CredentialsRejected);
        row("captive-portal", ErrorKind::Ambiguous, ErrorCode::SignInPage);

        for (const char *no : {"code-400", "code-422", "code-499"})
            row(no, ErrorKind::Rejected, ErrorCode::Refused);
        row("code-402", ErrorKind::Rejected, ErrorCode::PlanRequired);
        row("code-403", ErrorKind::Halted, ErrorCode::Forbidden);
        row("code-404", ErrorKind::Rejected, ErrorCode::NotFound);
        row("code-500", ErrorKind::Ambiguous, ErrorCode::ServerFault);
        row("success-false", ErrorKind::Rejected, ErrorCode::NotDone);
        for (const char *shape :
             {"success-missing", "success-string", "code-string", "data-null", "data-array"})
            row(shape, ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        for (const char *noJson : {"top-array", "empty", "null", "bad-utf8", "bom", "trailing-bytes"})
            row(noJson, ErrorKind::Ambiguous, ErrorCode::NotJson);
        for (const char *later : {"429", "429-retry-seconds", "429-retry-date", "429-retry-huge"})
            row(later, ErrorKind::RetryLater, ErrorCode::RateLimited);
        row("503", ErrorKind::RetryLater, ErrorCode::Busy);
        row("busy-1000", ErrorKind::RetryLater, ErrorCode::Busy);
        row("502", ErrorKind::Ambiguous);
        row("504", ErrorKind::Ambiguous);
        row("key-revoked", ErrorKind::Halted);
        row("nonce-replay", ErrorKind::Ambiguous, ErrorCode::NonceReplayed);
        row("many-headers", ErrorKind::Ambiguous);
        row("huge-header", ErrorKind::Ambiguous);
        row("header-no-colon", ErrorKind::Ambiguous);
    }

    void faultIsToldApart()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(std::optional<ErrorCode>, code);
        const SandboxSession on({QString::fromLatin1(QTest::currentDataTag())});
        on.client()->setDeadline(deadline);
        QObject context;
        ProcessTimer timer;
        timer.start();
        const auto reply = answerOf<Result<ServerReply>>(
            [&](auto handler) { on.client()->kickUsers(anyKick(), &context, handler); });
        QVERIFY2(reply.has_value(), "no answer at all");
        QVERIFY2(timer.elapsed() < deadline.count() * 11 / 10 + 500,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(!reply->hasValue(), "passed for success");
        QCOMPARE(reply->error().kind, kind);
        if (code)
            QCOMPARE(errorCodeName(reply->error().code), errorCodeName(*code));
        QVERIFY(reply->error().wasSent);
        QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
        QCOMPARE(on.sandbox->requestCount("redirect-target"), 0);
    }

    void nothingLeftBeforeTheFault_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("accept-close") << u"accept-close"_s;
        QTest::newRow("reset-before") << u"reset-before"_s;
    }

    void nothingLeftBeforeTheFault()
    {
        const SandboxSession on;
        QObject context;
        // The token comes first, so that the fault meets the kick.
        QVERIFY(answerOf<Result<Page<User>>>([&](auto handler) {
                    on.client()->listUsers({}, &context, handler);
                })->hasValue());
        QFETCH(QString, fault);
        on.sandbox->setFaults({fault});
        const auto reply = answerOf<Result<ServerReply>>(
            [&](auto handler) { on.client()->kickUsers(anyKick(), &context, handler); });
        QVERIFY(reply.has_value());
        QVERIFY(!reply->hasValue());
        QVERIFY(reply->error().kind == ErrorKind::NotSent || reply->error().kind == ErrorKind::Ambiguous);
        QCOMPARE(reply->error().wasSent, reply->error().kind == ErrorKind::Ambiguous);
        QVERIFY(on.sandbox->requestCount("kick-users") <= 1);
    }

    void harmlessOdditiesSucceed_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("ok") << u"ok"_s;
        QTest::newRow("100-continue") << u"100-continue"_s;
        QTest::newRow("set-cookie") << u"set-cookie"_s;
        QTest::newRow("request-id-own") << u"request-id-own"_s;
        if (testTraffic() == Session::Traffic::Few) {
            for (const char *fault : {"keepalive-dead", "glued-answers", "surplus-answer"})
                QTest::newRow(fault) << QString::fromLatin1(fault);
        }
    }

    void harmlessOdditiesSucceed()
    {
        QFETCH(QString, fault);
        const SandboxSession on({fault});
        QObject context;
        const auto page = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({}, &context, handler); });
        const auto apps = answerOf<Result<Page<Application>>>(
            [&](auto handler) { on.client()->listApplicationSimpleInfo(1, 50, &context, handler); });
        for (int i = 0; i < 2; ++i) {
            const KickRequest request{.identifier = (*page)->list.at(i).userId,
                                      .appIds = {(*apps)->list.first().appId}};
            const auto reply = answerOf<Result<ServerReply>>(
                [&](auto handler) { on.client()->kickUsers(request, &context, handler); });
            QVERIFY2(reply->hasValue(), reply->hasValue() ? "" : qPrintable(errorText(reply->error())));
        }
        const QList<SandboxRequest> requests = on.sandbox->requests();
        for (const SandboxRequest &request : requests) {
            for (const auto &[name, value] : request.headers)
                QVERIFY(name.compare("cookie", Qt::CaseInsensitive) != 0);
        }
    }

    void healthyRequestAfterADeadline_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("huge-header") << u"huge-header"_s;
        QTest::newRow("many-headers") << u"many-headers"_s;
        QTest::newRow("never") << u"never"_s;
    }

    void healthyRequestAfterADeadline()
    {
        QFETCH(QString, fault);
        const SandboxSession on({fault});
        on.client()->setDeadline(deadline);
        QObject context;
        QVERIFY(!answerOf<Result<ServerReply>>([&](auto handler) {
                     on.client()->kickUsers(anyKick(), &context, handler);
                 })->hasValue());
        ProcessTimer timer;
        timer.start();
        QVERIFY(answerOf<Result<Page<User>>>([&](auto handler) {
                    on.client()->listUsers({}, &context, handler);
                })->hasValue());
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void refusedPortIsNotSent()
    {
        SandboxSession on;
        Profile profile = on.profile();
        on.sandbox.reset();
        on.open(profile, on.address.secret);
        QObject context;
        const auto reply = answerOf<Result<ServerReply>>(
            [&](auto handler) { on.client()->kickUsers(anyKick(), &context, handler); });
        QCOMPARE(reply->error().kind, ErrorKind::NotSent);
        QCOMPARE(reply->error().code, ErrorCode::ConnectionRefused);
        QVERIFY(!reply->error().wasSent);
    }

    void unknownHostIsNotSent()
    {
        SandboxSession on;
        Profile profile = on.profile();
        profile.host = QUrl(u"https://kickdesk.invalid"_s);
        on.open(profile, on.address.secret);
        QObject context;
        const auto reply = answerOf<Result<ServerReply>>(
            [&](auto handler) { on.client()->kickUsers(anyKick(), &context, handler); });
        QVERIFY(reply.has_value());
        QCOMPARE(reply->error().kind, ErrorKind::NotSent);
        QCOMPARE(reply->error().code, ErrorCode::HostNotFound);
    }

    void tlsWithTheSandboxsOwnRoot()
    {
        const SandboxSession on({}, AuthScheme::Token, {.users = 50, .tls = true});
        QVERIFY(on.session->hasUsableCaFile());
        QObject context;
        const auto page = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({}, &context, handler); });
        QVERIFY2(page->hasValue(), page->hasValue() ? "" : qPrintable(errorText(page->error())));
    }

    void tlsWithoutItsRootIsRefused()
    {
        SandboxSession on({}, AuthScheme::Token, {.users = 50, .tls = true});
        Profile profile = on.profile();
        profile.caFile.clear();
        on.open(profile, on.address.secret);
        QObject context;
        const auto page = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({}, &context, handler); });
        QCOMPARE(page->error().kind, ErrorKind::NotSent);
        QCOMPARE(page->error().code, ErrorCode::TlsFailed);
        QVERIFY(on.sandbox->requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
