// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunthread.h"
#include "support/sandboxprocess.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr int usualRate = 40;
constexpr auto usualTime = 25s;

/// What the pacer needs to get to know a server, and what the last users need to end.
constexpr auto learning = 10s;
constexpr auto ending = 1s;

/// @p name from the environment, or @p usual.
int given(const char *name, int usual)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : usual;
}

/// Answers to kicks, as they came.
class Answers
{
public:
    void add(const LogEvent &event)
    {
        if (event.endpoint != Endpoint::KickUsers)
            return;
        const QMutexLocker lock(&m_mutex);
        m_answers.push_back({.at = Clock::now(), .isGood = event.statusCode == 200});
    }

    struct Count
    {
        double goodPerSecond = 0;
        double refusedPart = 0;
    };

    /// From @p from after the first one until @p until before the last.
    Count count(Clock::duration from, Clock::duration until) const
    {
        const QMutexLocker lock(&m_mutex);
        if (m_answers.empty())
            return {};
        const Clock::time_point begin = m_answers.front().at + from;
        const Clock::time_point end = m_answers.back().at - until;
        double good = 0;
        double refused = 0;
        for (const Answer &answer : m_answers) {
            if (answer.at >= begin && answer.at < end)
                (answer.isGood ? good : refused) += 1;
        }
        return {.goodPerSecond = good / Seconds(end - begin).count(),
                .refusedPart = refused / std::max(1.0, good + refused)};
    }

private:
    struct Answer
    {
        Clock::time_point at;
        bool isGood = false;
    };

    mutable QMutex m_mutex;
    std::vector<Answer> m_answers;
};

} // namespace

/// A list against a real server that takes so many requests a second without announcing its limit.
class TestPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesWhatTheServerTakes();
};

void TestPace::usesWhatTheServerTakes()
{
    const int rate = given("KICKDESK_PACE_RATE", usualRate);
    const int users = rate * given("KICKDESK_PACE_SECONDS", static_cast<int>(usualTime.count()));
    const SandboxProcess pool(
        {u"--users"_s, QString::number(users), u"--apps"_s, u"1"_s, u"--rate"_s, QString::number(rate)});
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    Answers answers;
    std::optional<ListRunEnd> end;
    ListRunThread host({.profile = pool.profile(),
                        .credentials = pool.secret(),
                        .journalFile = journal.file(),
                        .log = [&answers](const LogEvent &event) { answers.add(event); }});
    connect(&host, &ListRunThread::finished, this, [&end](const ListRunEnd &given) { end = given; });
    host.start({.plan = pool.plan(&journal, users),
                .options = {.proofLimit = 0s, .cap = users, .canary = Canary::None}});
    QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 3'600'000);
    QCOMPARE(host.board()->summary().count(KickOutcome::Accepted), users);

    const Answers::Count whole = answers.count(0s, 0s);
    const Answers::Count settled = answers.count(learning, ending);
    const double used = settled.goodPerSecond / rate;
    qInfo("%d/s: %.3f used, %.4f refused after the first 10 s; %.3f and %.4f from the start", rate, used,
          settled.refusedPart, whole.goodPerSecond / rate, whole.refusedPart);
    QVERIFY2(used >= 0.9, qPrintable(QString::number(used)));
    QVERIFY2(settled.refusedPart <= 0.02, qPrintable(QString::number(settled.refusedPart)));
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
