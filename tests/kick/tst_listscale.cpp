// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunthread.h"
#include "support/listrunfixture.h"
#include "support/measuredapplication.h"
#include "support/sandboxprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usualUsers = 5000;
constexpr qint64 mostKilobytes = 50 * qint64{1024};
constexpr int longestRunMs = 3'600'000;

int wantedUsers()
{
    const int given = qEnvironmentVariableIntValue("KICKDESK_LIST_USERS");
    return given > 0 ? given : usualUsers;
}

/// Resident memory of this program; 0 where the system does not tell.
qint64 residentKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').constFirst().toLongLong();
    }
    return 0;
}

} // namespace

/// A list in a thread of its own, as a window runs it; scripts/biglist runs it with 100,000 users.
class TestListScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longListNeedsLittleMemory();
};

void TestListScale::longListNeedsLittleMemory()
{
    const int users = wantedUsers();
    const SandboxProcess pool({u"--users"_s, QString::number(users), u"--apps"_s, u"1"_s});
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    ListRunThread host(
        {.profile = pool.profile(), .credentials = pool.secret(), .journalFile = journal.file()});
    std::optional<ListRunEnd> end;
    connect(&host, &ListRunThread::finished, this, [&end](const ListRunEnd &given) { end = given; });
    auto *application = static_cast<MeasuredApplication<QCoreApplication> *>(QCoreApplication::instance());

    ListRunWish wish{.plan = pool.plan(&journal, users),
                     .options = {.proofLimit = 60s, .cap = users, .canary = Canary::None}};
    application->forget();
    QElapsedTimer time;
    time.start();
    const qint64 before = residentKilobytes();
    host.start(std::exchange(wish, {}));
    qint64 most = 0;
    const auto isOver = [&] {
        // What a window asks for ten times a second.
        (void)host.board()->summary();
        (void)host.board()->cells(users / 2, 100);
        most = std::max(most, residentKilobytes());
        return end.has_value();
    };
    QVERIFY(QTest::qWaitFor(isOver, longestRunMs));
    QVERIFY(end->isFinished);
    const ListRunSummary summary = host.board()->summary();
    QCOMPARE(summary.count(KickOutcome::Verified), users);
    qInfo("%d users in %lld s, %lld KB more", users, static_cast<long long>(time.elapsed() / 1000),
          static_cast<long long>(most - before));
    QVERIFY2(most - before <= mostKilobytes, qPrintable(QString::number(most - before)));
    QVERIFY2(application->isQuick(), application->longest().constData());
}

int main(int argc, char *argv[])
{
    MeasuredApplication<QCoreApplication> application(argc, argv);
    TestListScale test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_listscale.moc"
