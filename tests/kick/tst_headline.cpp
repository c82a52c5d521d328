// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "core/values/error.h"
#include "kick/single/headline.h"

#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

using enum SessionState;

AppProof app(SessionState after, SessionState before = Unknown)
{
    return {.appId = u"app"_s, .before = before, .after = after, .confirmedAfter = {}};
}

/// Applications with these states after the kick, named app1, app2 and so on.
QList<AppProof> apps(const QList<SessionState> &after, SessionState before = Unknown)
{
    QList<AppProof> result;
    for (const SessionState state : after) {
        result << app(state, before);
        result.last().appId += QString::number(result.size());
    }
    return result;
}

/// What may be known of the applications.
struct Sight
{
    const char *name;
    QList<SessionState> after;
};

QList<Sight> sights()
{
    return {{"no application", {}},
            {"all offline", {Offline, Offline}},
            {"nothing known", {Unknown, Unknown}},
            {"one unknown", {Offline, Unknown}},
            {"one online", {Offline, Online}}};
}

QChar letter(WorstFact fact)
{
    switch (fact) {
    case WorstFact::StillOnline:
        return u'S';
    case WorstFact::SignedInAgain:
        return u'A';
    case WorstFact::Rejected:
        return u'R';
    case WorstFact::Postponed:
        return u'P';
    case WorstFact::Unknown:
        return u'U';
    case WorstFact::NotSent:
        return u'N';
    case WorstFact::Accepted:
        return u'a';
    case WorstFact::Confirmed:
        return u'C';
    case WorstFact::Skipped:
        return u'k';
    case WorstFact::Planned:
        return u'p';
    }
    return {};
}

/// Every combination of what can be known.
QList<KickFacts> everything()
{
    QList<KickFacts> result;
    for (const KickOutcome outcome : KickOutcomes::all()) {
        for (const bool isAccepted : {false, true}) {
            for (const bool hasSignedInAgain : {false, true}) {
                for (const Sight &sight : sights())
                    result << KickFacts{.outcome = outcome,
                                        .isAccepted = isAccepted,
                                        .apps = apps(sight.after),
                                        .hasSignedInAgain = hasSignedInAgain};
            }
        }
    }
    return result;
}

} // namespace

/// The one headline of a kick: the worst fact that is true.
class HeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void theWorstFactWins_data();
    void theWorstFactWins();
    void onlyConfirmedSucceeds_data();
    void onlyConfirmedSucceeds();
    void countsTheApplications_data();
    void countsTheApplications();
    void laterChecksChangeIt_data();
    void laterChecksChangeIt();
    void eachFactHasItsNextStep();
    void theServerIsQuoted_data();
    void theServerIsQuoted();
    void aFailedCheckSaysNothingAboutTheRequest_data();
    void aFailedCheckSaysNothingAboutTheRequest();
    void theFateFollowsTheOutcome();

private:
    Translation m_translation;
};

void HeadlineTest::cleanup()
{
    m_translation.setLanguage(Language::English);
}

/// A letter for each of sights(), first without and then with a new sign-in.
void HeadlineTest::theWorstFactWins_data()
{
    QTest::addColumn<KickOutcome>("outcome");
    QTest::addColumn<bool>("isPostponed");
    QTest::addColumn<QString>("facts");
    QTest::newRow("verified") << KickOutcome::Verified << false << u"CCaaS AAAAS"_s;
    QTest::newRow("accepted") << KickOutcome::Accepted << false << u"aaaaS AAAAS"_s;
    QTest::newRow("still online") << KickOutcome::StillOnline << false << u"SSSSS SSSSS"_s;
    QTest::newRow("rejected") << KickOutcome::Rejected << false << u"RRRRS AAAAS"_s;
    QTest::newRow("refused for now") << KickOutcome::Rejected << true << u"PPPPS AAAAS"_s;
    QTest::newRow("unknown") << KickOutcome::Unknown << false << u"UUUUS AAAAS"_s;
    QTest::newRow("unknown, then refused for now") << KickOutcome::Unknown << true << u"UUUUS AAAAS"_s;
    QTest::newRow("not sent") << KickOutcome::NotSent << false << u"NNNNN NNNNN"_s;
    QTest::newRow("token refused for now") << KickOutcome::NotSent << true << u"NNNNN NNNNN"_s;
    QTest::newRow("skipped") << KickOutcome::Skipped << false << u"kkkkk kkkkk"_s;
    QTest::newRow("planned") << KickOutcome::Planned << false << u"ppppp ppppp"_s;
}

void HeadlineTest::theWorstFactWins()
{
    QFETCH(KickOutcome, outcome);
    QFETCH(bool, isPostponed);
    for (const bool isAccepted : {false, true}) {
        QStringList found;
        for (const bool hasSignedInAgain : {false, true}) {
            QString letters;
            for (const Sight &sight : sights())
                letters += letter(Headlines::worst({.outcome = outcome,
                                                    .isAccepted = isAccepted,
                                                    .apps = apps(sight.after),
                                                    .hasSignedInAgain = hasSignedInAgain,
                                                    .isPostponed = isPostponed}));
            found << letters;
        }
        QTEST(found.join(u' '), "facts");
    }
}

void HeadlineTest::onlyConfirmedSucceeds_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("succeeded");
    QTest::newRow("zh-CN") << Language::Chinese << u"操作成功"_s;
    QTest::newRow("en-US") << Language::English << u"Operation succeeded"_s;
}

void HeadlineTest::onlyConfirmedSucceeds()
{
    QFETCH(Language, language);
    QFETCH(QString, succeeded);
    m_translation.setLanguage(language);
    int confirmed = 0;
    for (const KickFacts &facts : everything()) {
        const QString text = Headlines::text(facts);
        const bool isConfirmed = Headlines::worst(facts) == WorstFact::Confirmed;
        QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
        QCOMPARE(text.contains(succeeded), isConfirmed && facts.isAccepted);
        confirmed += text.startsWith(succeeded + u" · "_s) ? 1 : 0;
    }
    QCOMPARE(confirmed, 2);
}

void HeadlineTest::countsTheApplications_data()
{
    QTest::addColumn<KickOutcome>("outcome");
    QTest::addColumn<QList<SessionState>>("after");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, KickOutcome outcome, const QList<SessionState> &after,
                        const QString &english, const QString &chinese) {
        QTest::newRow(name) << outcome << after << english << chinese;
    };
    row("one still online", KickOutcome::StillOnline, {Online}, u"Still online"_s, u"仍在线"_s);
    row("one of three still online", KickOutcome::StillOnline, {Offline, Online, Offline},
        u"Still online in 1 of 3 apps"_s, u"仍在线（1 / 3 个应用）"_s);
    row("one not confirmed", KickOutcome::Accepted, {Unknown}, u"Accepted, not confirmed"_s,
        u"已受理，未能核实"_s);
    row("two of three not confirmed", KickOutcome::Accepted, {Unknown, Unknown, Offline},
        u"Accepted, not confirmed in 2 of 3 apps"_s, u"已受理，未能核实（2 / 3 个应用）"_s);
    row("one confirmed", KickOutcome::Verified, {Offline}, u"Operation succeeded · Confirmed offline"_s,
        u"操作成功 · 已确认离线"_s);
    row("all confirmed", KickOutcome::Verified, {Offline, Offline},
        u"Operation succeeded · Confirmed offline in all 2 apps"_s,
        u"操作成功 · 已确认离线（全部 2 个应用）"_s);
    row("rejected", KickOutcome::Rejected, {Unknown, Unknown}, u"Rejected by Authing"_s,
        u"被 Authing 拒绝"_s);
    row("unknown", KickOutcome::Unknown, {Unknown, Unknown}, u"Result unknown"_s, u"结果未知"_s);
    row("not sent", KickOutcome::NotSent, {}, u"Not sent"_s, u"未发送"_s);
}

void HeadlineTest::countsTheApplications()
{
    QFETCH(KickOutcome, outcome);
    QFETCH(QList<SessionState>, after);
    const KickFacts facts{
        .outcome = outcome, .isAccepted = true, .apps = apps(after), .hasSignedInAgain = false};
    QTEST(Headlines::text(facts), "english");
    m_translation.setLanguage(Language::Chinese);
    QTEST(Headlines::text(facts), "chinese");
}

void HeadlineTest::laterChecksChangeIt_data()
{
    QTest::addColumn<KickOutcome>("outcome");
    QTest::addColumn<bool>("isAccepted");
    QTest::addColumn<SessionState>("before");
    QTest::addColumn<SessionState>("after");
    QTest::addColumn<SessionState>("later");
    QTest::addColumn<WorstFact>("fact");
    const auto row = [](const char *name, KickOutcome outcome, bool isAccepted, SessionState before,
                        SessionState after, SessionState later, WorstFact fact) {
        QTest::newRow(name) << outcome << isAccepted << before << after << later << fact;
    };
    using enum KickOutcome;
    row("confirmed after all", Accepted, true, Online, SessionState::Unknown, Offline, WorstFact::Confirmed);
    row("never seen online, but accepted", Accepted, true, SessionState::Unknown, SessionState::Unknown,
        Offline, WorstFact::Confirmed);
    row("accepted, and online", Accepted, true, Online, SessionState::Unknown, Online,
        WorstFact::StillOnline);
    row("the session ended late", StillOnline, true, Online, Online, Offline, WorstFact::Confirmed);
    row("still there", StillOnline, true, Online, Online, Online, WorstFact::StillOnline);
    row("back", Verified, true, Online, Offline, Online, WorstFact::SignedInAgain);
    row("still away", Verified, true, Online, Offline, Offline, WorstFact::Confirmed);
    row("an answer was lost, the session ended", KickOutcome::Unknown, false, Online, SessionState::Unknown,
        Offline, WorstFact::Confirmed);
    row("an answer was lost, nobody saw the session", KickOutcome::Unknown, false, SessionState::Unknown,
        SessionState::Unknown, Offline, WorstFact::Unknown);
    row("an answer was lost, offline before", KickOutcome::Unknown, false, Offline, SessionState::Unknown,
        Offline, WorstFact::Unknown);
    row("an answer was lost, online", KickOutcome::Unknown, false, Online, SessionState::Unknown, Online,
        WorstFact::StillOnline);
    row("a check that failed", Verified, true, Online, Offline, SessionState::Unknown, WorstFact::Confirmed);
    row("rejected, and online as before", Rejected, false, Online, SessionState::Unknown, Online,
        WorstFact::Rejected);
    row("not sent, and offline by itself", NotSent, false, Online, SessionState::Unknown, Offline,
        WorstFact::NotSent);
}

void HeadlineTest::laterChecksChangeIt()
{
    QFETCH(KickOutcome, outcome);
    QFETCH(bool, isAccepted);
    QFETCH(SessionState, before);
    QFETCH(SessionState, after);
    QFETCH(SessionState, later);
    const KickFacts facts{.outcome = outcome,
                          .isAccepted = isAccepted,
                          .apps = {app(after, before)},
                          .hasSignedInAgain = false};
    QTEST(Headlines::worst(Headlines::checkedLater(facts, {{u"app"_s, later}})), "fact");
    // Another application says nothing about this one.
    QCOMPARE(Headlines::worst(Headlines::checkedLater(facts, {{u"other"_s, later}})),
             Headlines::worst(facts));
}

void HeadlineTest::eachFactHasItsNextStep()
{
    const std::array steps{std::pair(WorstFact::StillOnline, NextStep::KickAgain),
                           std::pair(WorstFact::SignedInAgain, NextStep::KickAgain),
                           std::pair(WorstFact::Rejected, NextStep::CheckConnection),
                           std::pair(WorstFact::Postponed, NextStep::TryAgain),
                           std::pair(WorstFact::Unknown, NextStep::CheckAgain),
                           std::pair(WorstFact::NotSent, NextStep::TryAgain),
                           std::pair(WorstFact::Accepted, NextStep::CheckAgain),
                           std::pair(WorstFact::Confirmed, NextStep::None)};
    for (const auto &[fact, step] : steps)
        QCOMPARE(Headlines::nextStep(fact), step);
}

void HeadlineTest::theServerIsQuoted_data()
{
    QTest::addColumn<ServerReply>("reply");
    QTest::addColumn<QString>("line");
    QTest::newRow("accepted") << ServerReply{.statusCode = 200,
                                             .apiCode = 20001,
                                             .message = ServerText(u"操作成功"_s)}
                              << u"Authing: 操作成功 · 200 / 20001"_s;
    QTest::newRow("no apiCode") << ServerReply{.statusCode = 429, .message = ServerText(u"slow down"_s)}
                                << u"Authing: slow down · 429"_s;
    QTest::newRow("no message") << ServerReply{.statusCode = 500} << u"Authing: 500"_s;
    QTest::newRow("a mark of direction")
        << ServerReply{.statusCode = 200, .message = ServerText(u"a\u202eb"_s)}
        << u"Authing: a[U+202E]b · 200"_s;
    QTest::newRow("nothing") << ServerReply{.httpStatus = 502} << QString();
}

void HeadlineTest::theServerIsQuoted()
{
    QFETCH(ServerReply, reply);
    QTEST(Headlines::serverLine(reply), "line");
}

void HeadlineTest::aFailedCheckSaysNothingAboutTheRequest_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::InsecureHost,
                                 ErrorCode::InvalidCaFile,
                                 ErrorCode::MissingSecret,
                                 ErrorCode::PoolMismatch,
                                 ErrorCode::HostNotFound,
                                 ErrorCode::ConnectionRefused,
                                 ErrorCode::HostUnreachable,
                                 ErrorCode::ConnectTimeout,
                                 ErrorCode::TlsFailed,
                                 ErrorCode::ProxyFailed,
                                 ErrorCode::ConnectionDropped,
                                 ErrorCode::ConnectionLost,
                                 ErrorCode::Deadline,
                                 ErrorCode::AnswerTooLarge,
                                 ErrorCode::AnswerDamaged,
                                 ErrorCode::NotJson,
                                 ErrorCode::SignInPage,
                                 ErrorCode::EnvelopeMalformed,
                                 ErrorCode::HttpStatus,
                                 ErrorCode::GatewayFailed,
                                 ErrorCode::CredentialsRejected,
                                 ErrorCode::TokenExpired,
                                 ErrorCode::ClockSkew,
                                 ErrorCode::Forbidden,
                                 ErrorCode::PlanRequired,
                                 ErrorCode::NotFound,
                                 ErrorCode::UserNotFound,
                                 ErrorCode::RateLimited,
                                 ErrorCode::Busy,
                                 ErrorCode::ServerFault,
                                 ErrorCode::OtherUserReturned})
        QTest::newRow(qPrintable(errorCodeName(code))) << code;
}

void HeadlineTest::aFailedCheckSaysNothingAboutTheRequest()
{
    QFETCH(ErrorCode, code);
    const Error error{.code = code, .detail = ServerText(u"pool.example"_s)};
    const QString english = errorText(error);
    QVERIFY2(!english.contains("nothing was sent"_L1, Qt::CaseInsensitive), qPrintable(english));
    QVERIFY2(!english.contains("carried out"_L1), qPrintable(english));
    m_translation.setLanguage(Language::Chinese);
    const QString chinese = errorText(error);
    QVERIFY(chinese != english);
    QVERIFY2(!chinese.contains(u"未发送"_s) && !chinese.contains(u"是否已执行"_s), qPrintable(chinese));
}

void HeadlineTest::theFateFollowsTheOutcome()
{
    QCOMPARE(Headlines::fate(KickOutcome::NotSent), u"Nothing was sent."_s);
    QCOMPARE(Headlines::fate(KickOutcome::Skipped), u"Nothing was sent."_s);
    QVERIFY(Headlines::fate(KickOutcome::Unknown).startsWith("The request may or may not have worked."_L1));
    for (const KickOutcome outcome :
         {KickOutcome::Verified, KickOutcome::Accepted, KickOutcome::StillOnline, KickOutcome::Rejected})
        QCOMPARE(Headlines::fate(outcome), QString());
}

QTEST_GUILESS_MAIN(HeadlineTest)
#include "tst_headline.moc"
