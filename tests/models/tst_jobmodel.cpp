// SPDX-License-Identifier: Apache-2.0
#include "models/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

std::shared_ptr<JobTargets> targets(int count)
{
    auto result = std::make_shared<JobTargets>();
    for (int position = 0; position < count; ++position)
        result->append(ListPlanItem{.row = position + 2,
                                    .userId = u"id%1"_s.arg(position),
                                    .targetUserId = u"id%1"_s.arg(position),
                                    .targetName = ServerText(u"<b>张三 %1"_s.arg(position)),
                                    .targetContact = u"138****%1"_s.arg(position),
                                    .appIds = {u"a"_s, u"b"_s}});
    return result;
}

std::shared_ptr<JobBoard> board(int count)
{
    auto result = std::make_shared<JobBoard>();
    result->begin(1, count);
    result->setState(RunState::Running);
    return result;
}

void finish(JobBoard *board, int position, KickOutcome outcome)
{
    board->setCell(position, position + 1, {.phase = JobPhase::Done, .outcome = outcome});
}

} // namespace

/// A list that runs, as a table.
class JobModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryColumn();
    void looksOnlyAtWhatIsOnScreen();
    void followsAFilter_data();
    void followsAFilter();
    void isSmall();
};

void JobModelTest::showsEveryColumn()
{
    JobModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QCOMPARE(model.rowCount(), 0);
    const auto run = board(3);
    model.setJob(targets(3), run);
    QCOMPARE(model.rowCount(), 3);
    run->setCell(1, 2,
                 {.phase = JobPhase::Done,
                  .outcome = KickOutcome::Rejected,
                  .error = ErrorCode::UserNotFound,
                  .attempts = 2,
                  .hasSignedInAgain = true});
    QVERIFY(model.poll() && !model.poll());
    const auto text = [&model](int column) { return model.index(1, column).data().toString(); };
    QCOMPARE(text(JobModel::RowColumn), u"3"_s);
    QCOMPARE(text(JobModel::NameColumn), u"<b>张三 1"_s);
    QCOMPARE(model.index(1, JobModel::NameColumn).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;张三 1"_s);
    QCOMPARE(text(JobModel::ContactColumn), u"138****1"_s);
    QCOMPARE(text(JobModel::UserIdColumn), u"id1"_s);
    QCOMPARE(text(JobModel::ApplicationsColumn), u"2"_s);
    QCOMPARE(text(JobModel::StateColumn), u"✖ Rejected"_s);
    QVERIFY(text(JobModel::NoteColumn).contains("Has signed in again."_L1));
    QCOMPARE(model.index(0, JobModel::StateColumn).data().toString(), u"· Waiting"_s);
    QVERIFY(!model.index(0, 0).data(JobModel::OutcomeRole).isValid());
    QCOMPARE(model.index(1, 0).data(JobModel::OutcomeRole).toInt(), static_cast<int>(KickOutcome::Rejected));
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains("Rejected"_L1));
}

void JobModelTest::looksOnlyAtWhatIsOnScreen()
{
    JobModel model;
    const auto run = board(1000);
    model.setJob(targets(1000), run);
    model.setVisibleRows(10, 19);
    const QSignalSpy changed(&model, &JobModel::dataChanged);
    finish(run.get(), 500, KickOutcome::Verified);
    finish(run.get(), 12, KickOutcome::Verified);
    QVERIFY(model.poll());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 10);
    QCOMPARE(changed.constFirst().at(1).toModelIndex().row(), 19);
}

void JobModelTest::followsAFilter_data()
{
    QTest::addColumn<int>("step");
    // Few stretches are told one by one, many as a reset.
    QTest::newRow("neighbours") << 1;
    QTest::newRow("scattered") << 3;
}

void JobModelTest::followsAFilter()
{
    QFETCH(int, step);
    constexpr int count = 600;
    JobModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto run = board(count);
    model.setJob(targets(count), run);
    model.setFilter({.phase = JobPhase::Queued});
    QCOMPARE(model.rowCount(), count);
    const QSignalSpy resets(&model, &JobModel::modelReset);
    for (int position = 0; position < count / 2; position += step)
        finish(run.get(), position, KickOutcome::Verified);
    model.poll();
    const int done = (count / 2 + step - 1) / step;
    QCOMPARE(model.rowCount(), count - done);
    QCOMPARE(resets.isEmpty(), step == 1);
    QVERIFY(model.index(0, 0).data(JobModel::PositionRole).toInt() > 0);
    model.setFilter({.outcome = KickOutcome::Verified});
    QCOMPARE(model.rowCount(), done);
    finish(run.get(), count - 1, KickOutcome::Verified);
    model.poll();
    QCOMPARE(model.rowCount(), done + 1);
    QCOMPARE(model.index(done, 0).data(JobModel::PositionRole).toInt(), count - 1);
    model.setFilter({});
    QCOMPARE(model.rowCount(), count);
}

void JobModelTest::isSmall()
{
    const auto list = targets(1000);
    QCOMPARE(list->count(), 1000);
    QVERIFY2(list->byteCount() < 1000 * 80, qPrintable(QString::number(list->byteCount())));
}

QTEST_GUILESS_MAIN(JobModelTest)
#include "tst_jobmodel.moc"
