// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "faults/kicktrial.h"
#include "kick/single/retryrules.h"
#include "sandbox/faults/faulttype.h"
#include "support/measuredapplication.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using TestApplication = MeasuredApplication<QCoreApplication>;

/// Enough that waiting costs nothing, few enough that a deadline of a second is the server's fault.
constexpr size_t atTheSameTime = 8;
constexpr auto longestTrial = 60s;

QStringList names(const QList<ItemState> &states)
{
    QStringList result;
    for (const ItemState state : states)
        result << ItemStates::name(state);
    return result;
}

QStringList names(const QList<ErrorCode> &codes)
{
    QStringList result;
    for (const ErrorCode code : codes)
        result << errorCodeName(code);
    return result;
}

QByteArray header(const SandboxRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.toLower() == name)
            return value;
    }
    return {};
}

} // namespace

/// One kick under every fault that a server or what lies between can have, over real HTTP: what is told, what
/// was sent, and what is on disk.
class TestFaultMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFaultOfTheSandboxHasItsRow_data();
    void everyFaultOfTheSandboxHasItsRow();
    void outcomeIsAsExpected_data() { addRows(); }
    void outcomeIsAsExpected();
    void everyRequestWasWrittenDown_data() { addRows(); }
    void everyRequestWasWrittenDown();
    void journalSaysTheSame_data() { addRows(); }
    void journalSaysTheSame();
    void failureHasWordsInBothLanguages_data() { addRows(); }
    void failureHasWordsInBothLanguages();
    void nobodyIsConfirmedOfflineWhoIsNot();
    void theEventLoopIsNeverAway();

private:
    void addRows() const;
    void runAll();
    void collect(std::vector<std::unique_ptr<KickTrial>> *trials);
    const FaultCase &currentCase() const;
    const TrialFindings &current() const { return m_findings.at(currentCase().name); }

    QList<FaultCase> m_cases;
    std::map<QByteArray, TrialFindings> m_findings;
};

void TestFaultMatrix::initTestCase()
{
    m_cases = FaultCases::wire() + FaultCases::envelope() + FaultCases::lists() + FaultCases::domain() +
              FaultCases::combined();
    runAll();
}

void TestFaultMatrix::runAll()
{
    std::vector<std::unique_ptr<KickTrial>> trials;
    for (const FaultCase &which : m_cases) {
        QVERIFY2(!m_findings.contains(which.name), which.name.constData());
        trials.push_back(std::make_unique<KickTrial>(which));
        const bool hasRoom = QTest::qWaitFor(
            [this, &trials] {
                collect(&trials);
                return trials.size() < atTheSameTime;
            },
            static_cast<int>(std::chrono::milliseconds(longestTrial).count()));
        QVERIFY2(hasRoom, which.name.constData());
    }
    while (!trials.empty()) {
        KickTrial *const oldest = trials.front().get();
        QVERIFY2(QTest::qWaitFor([oldest] { return oldest->isOver(); },
                                 static_cast<int>(std::chrono::milliseconds(longestTrial).count())),
                 oldest->which().name.constData());
        collect(&trials);
    }
}

void TestFaultMatrix::collect(std::vector<std::unique_ptr<KickTrial>> *trials)
{
    // Examining waits for answers, and others may end meanwhile.
    for (size_t at = 0; at < trials->size();) {
        if (trials->at(at)->isOver()) {
            const std::unique_ptr<KickTrial> over = std::move(trials->at(at));
            trials->erase(trials->begin() + static_cast<std::ptrdiff_t>(at));
            m_findings.emplace(over->which().name, over->examine());
        } else {
            ++at;
        }
    }
}

void TestFaultMatrix::addRows() const
{
    QTest::addColumn<qsizetype>("number");
    for (qsizetype number = 0; number < m_cases.size(); ++number)
        QTest::newRow(m_cases.at(number).name.constData()) << number;
}

const FaultCase &TestFaultMatrix::currentCase() const
{
    QFETCH(qsizetype, number);
    return m_cases.at(number);
}

void TestFaultMatrix::everyFaultOfTheSandboxHasItsRow_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto table : {Simulated::FaultTypes::wire(), Simulated::FaultTypes::envelope(),
                             Simulated::FaultTypes::lists(), Simulated::FaultTypes::domain()}) {
        for (const Simulated::FaultType &type : table) {
            const QByteArray name(type.name.data(), type.name.size());
            QTest::newRow(name.constData()) << name;
        }
    }
}

void TestFaultMatrix::everyFaultOfTheSandboxHasItsRow()
{
    QFETCH(QByteArray, name);
    const auto row = std::ranges::find(m_cases, name, &FaultCase::name);
    QVERIFY2(row != m_cases.end(), "no row in tests/faults");
    QCOMPARE(row->activeFaults(), QStringList{QString::fromLatin1(name)});
}

void TestFaultMatrix::outcomeIsAsExpected()
{
    const FaultCase &which = currentCase();
    const KickResult &result = current().result;
    QCOMPARE(KickOutcomes::wireName(result.outcome), KickOutcomes::wireName(which.outcome));
    QCOMPARE(result.attempts, which.attempts.size());
    QCOMPARE(result.relogin.has_value(), which.hasRelogin);
    QCOMPARE(result.checkError.has_value(), which.isUnchecked);
    QVERIFY(!result.journalError);
    const bool isGood = which.outcome == KickOutcome::Verified || which.outcome == KickOutcome::Accepted ||
                        which.attempts.endsWith(ItemState::Accepted);
    QCOMPARE(result.error.has_value(), !isGood);
    if (isGood)
        QVERIFY(result.reply.message.plain() != u"not yours"_s);
    if (which.proofLimit == 0s || !which.isResolved)
        QCOMPARE(current().checks, 0);
    QCOMPARE(current().redirected, 0);
}

void TestFaultMatrix::everyRequestWasWrittenDown()
{
    const TrialFindings &found = current();
    QCOMPARE(found.kicks.size(), found.journal.attempts.size());
    QVERIFY(found.kicks.size() <=
            std::max<qsizetype>(AttemptCount::maximum, found.result.apps.size() / 50 + 1));
    QSet<QByteArray> nonces;
    for (qsizetype at = 0; at < found.kicks.size(); ++at) {
        const SandboxRequest &request = found.kicks.at(at);
        const JournalRows::Attempt &attempt = found.journal.attempts.at(at);
        QCOMPARE(attempt.bodyHash,
                 QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex());
        QCOMPARE(header(request, "cookie"), QByteArray());
        if (currentCase().auth == AuthScheme::Signature)
            QCOMPARE(attempt.nonce, header(request, "x-authing-signature-nonce"));
        nonces << attempt.nonce;
    }
    QCOMPARE(nonces.size(), found.kicks.size());
}

void TestFaultMatrix::journalSaysTheSame()
{
    const FaultCase &which = currentCase();
    const TrialFindings &found = current();
    QVERIFY(!found.hasSecretOnDisk);
    if (which.attempts.isEmpty()) {
        QCOMPARE(found.journal.items.size(), 0);
        return;
    }
    QVERIFY(found.journal.isIntact);
    QStringList states;
    for (const JournalRows::Attempt &attempt : found.journal.attempts) {
        states << attempt.state;
        const bool hasFailed = attempt.state != ItemStates::name(ItemState::Accepted);
        QCOMPARE(hasFailed, !attempt.errorCode.isEmpty());
        QVERIFY2(!hasFailed || names(which.errors).contains(attempt.errorCode),
                 qPrintable(attempt.errorCode));
        if (attempt.errorCode == errorCodeName(ErrorCode::Deadline)) {
            const std::chrono::milliseconds took(attempt.answeredAt - attempt.startedAt);
            QVERIFY2(took >= which.deadline * 9 / 10, qPrintable(QString::number(took.count())));
        }
    }
    QCOMPARE(states, names(which.attempts));
    QCOMPARE(found.journal.items.size(), 1);
    const JournalRows::Item &item = found.journal.items.first();
    QCOMPARE(item.state, ItemStates::name(which.item));
    QCOMPARE(item.outcome, KickOutcomes::wireName(which.outcome));
    QCOMPARE(item.attempts, which.attempts.size());
    QCOMPARE(item.errorCode, found.result.error ? errorCodeName(found.result.error->code) : QString());
}

void TestFaultMatrix::failureHasWordsInBothLanguages()
{
    Translation translation;
    const auto in = [&translation](Language language, const auto &words) {
        translation.setLanguage(language);
        return words();
    };
    const auto label = [this] { return KickOutcomes::label(current().result.outcome); };
    QVERIFY(!in(Language::English, label).isEmpty());
    QVERIFY(in(Language::English, label) != in(Language::Chinese, label));

    QList<Error> errors;
    if (current().result.error)
        errors << *current().result.error;
    if (current().result.checkError)
        errors << *current().result.checkError;
    for (const ErrorCode code : currentCase().errors)
        errors << Error{.code = code, .detail = ServerText(u"127.0.0.1"_s)};
    for (const Error &error : errors) {
        const auto words = [&error] { return errorText(error); };
        const QString english = in(Language::English, words);
        const QString chinese = in(Language::Chinese, words);
        QVERIFY2(!english.isEmpty() && !chinese.isEmpty() && english != chinese, qPrintable(english));
        QVERIFY(!english.contains(QString::fromUtf8(current().secret)));
    }
    // Words for an outcome that is no success need a cause.
    QVERIFY(!errors.isEmpty() || currentCase().outcome == KickOutcome::Verified ||
            currentCase().attempts.endsWith(ItemState::Accepted));
}

void TestFaultMatrix::nobodyIsConfirmedOfflineWhoIsNot()
{
    QStringList wrong;
    for (const auto &[name, found] : m_findings) {
        const bool wasSeenOffline = std::ranges::all_of(
            found.result.apps, [](const AppProof &app) { return app.confirmedAfter.has_value(); });
        const bool isTrue = found.isReallyGone || (found.result.relogin && wasSeenOffline);
        if (found.result.outcome == KickOutcome::Verified && !isTrue)
            wrong << QString::fromLatin1(name);
    }
    QCOMPARE(wrong, QStringList());
}

void TestFaultMatrix::theEventLoopIsNeverAway()
{
    const auto *application = static_cast<TestApplication *>(QCoreApplication::instance());
    QVERIFY2(application->isQuick(), application->longest().constData());
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    TestFaultMatrix test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_faultmatrix.moc"
