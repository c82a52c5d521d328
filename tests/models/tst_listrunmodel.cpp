// SPDX-License-Identifier: Apache-2.0
#include "models/list/listrunmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

std::shared_ptr<ListRunTargets> targets(int count)
{
    auto result = std::make_shared<ListRunTargets>();
    for (int position = 0; position < count; ++position)
        result->append({.row = position + 2,
                        .target = {.identifier = u"id%1"_s.arg(position),
                                   .userId = u"id%1"_s.arg(position),
                                   .name = ServerText(u"<b>张三 %1"_s.arg(position)),
                                   .contact = u"138****%1"_s.arg(position),
                                   .appIds = {u"a"_s, u"b"_s}}});
    return result;
}

std::shared_ptr<ListRunBoard> board(int count)
{
    auto result = std::make_shared<ListRunBoard>();
    result->begin(1, count);
    result->setState(RunState::Running);
    return result;
}

/// Users that differ in every column.
std::shared_ptr<ListRunTargets> people()
{
    const QStringList names{u"张三"_s, u"Wang 2"_s, u"ÉLODIE"_s, u"wANG 10"_s, u"Пётр"_s, u"张3"_s};
    const QStringList contacts{u"138****0000"_s, u"a@corp.cn"_s, {}, {}, {}, {}};
    const QStringList ids{u"id00a"_s, u"id00f"_s, u"id01"_s, u"id1"_s, u"id2"_s, u"id20"_s};
    auto result = std::make_shared<ListRunTargets>();
    const QStringList apps{u"a"_s, u"b"_s};
    for (int position = 0; position < names.size(); ++position)
        result->append({.row = position + 2,
                        .target = {.userId = ids.at(position),
                                   .name = ServerText(names.at(position)),
                                   .contact = contacts.at(position),
                                   .appIds = apps.first(1 + position % 2)}});
    return result;
}

QList<int> positions(const ListRunModel &model)
{
    QList<int> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, 0).data(ListRunModel::PositionRole).toInt();
    return result;
}

QStringList column(const ListRunModel &model, int column)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, column).data().toString();
    return result;
}

void finish(ListRunBoard *board, int position, KickOutcome outcome)
{
    board->setCell(position, position + 1, {.phase = ListRunPhase::Done, .outcome = outcome});
}

} // namespace

/// A list that runs, as a table.
class ListRunModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Names are sorted as a language sorts them.
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsEveryColumn();
    void looksOnlyAtWhatIsOnScreen();
    void followsAFilter_data();
    void followsAFilter();
    void findsText_data();
    void findsText();
    void findsWhileStatesChange();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void keepsEqualRowsInOrder();
    void keepsItsOrderWhileStatesChange();
    void keepsWhatIsChosen();
    void givesUpTheSortOfAnotherList();
    void saysWhatWaitsAndWhatIsSent_data();
    void saysWhatWaitsAndWhatIsSent();
    void isSmall();
};

void ListRunModelTest::showsEveryColumn()
{
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QCOMPARE(model.rowCount(), 0);
    const auto run = board(3);
    model.setRun(targets(3), run);
    QCOMPARE(model.rowCount(), 3);
    run->setCell(1, 2,
                 {.phase = ListRunPhase::Done,
                  .outcome = KickOutcome::Rejected,
                  .error = ErrorCode::UserNotFound,
                  .attempts = 2,
                  .hasSignedInAgain = true});
    QVERIFY(model.poll() && !model.poll());
    const auto text = [&model](int column) { return model.index(1, column).data().toString(); };
    QCOMPARE(text(ListRunModel::RowColumn), u"3"_s);
    QCOMPARE(text(ListRunModel::NameColumn), u"<b>张三 1"_s);
    QCOMPARE(model.index(1, ListRunModel::NameColumn).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;张三 1"_s);
    QCOMPARE(text(ListRunModel::ContactColumn), u"138****1"_s);
    QCOMPARE(text(ListRunModel::UserIdColumn), u"id1"_s);
    QCOMPARE(text(ListRunModel::ApplicationsColumn), u"2"_s);
    // A new sign-in outranks the refusal.
    QCOMPARE(text(ListRunModel::StateColumn), u"⚠ Signed in again"_s);
    QVERIFY(text(ListRunModel::NoteColumn).contains("Has signed in again."_L1));
    QCOMPARE(model.index(0, ListRunModel::StateColumn).data().toString(), u"· Waiting"_s);
    QVERIFY(!model.index(0, 0).data(ListRunModel::OutcomeRole).isValid());
    QCOMPARE(model.index(1, 0).data(ListRunModel::OutcomeRole).toInt(),
             static_cast<int>(KickOutcome::Rejected));
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains("Signed in again"_L1));
}

void ListRunModelTest::looksOnlyAtWhatIsOnScreen()
{
    ListRunModel model;
    const auto run = board(1000);
    model.setRun(targets(1000), run);
    model.setVisibleRows(10, 19);
    const QSignalSpy changed(&model, &ListRunModel::dataChanged);
    finish(run.get(), 500, KickOutcome::Verified);
    finish(run.get(), 12, KickOutcome::Verified);
    QVERIFY(model.poll());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 10);
    QCOMPARE(changed.constFirst().at(1).toModelIndex().row(), 19);
}

void ListRunModelTest::followsAFilter_data()
{
    QTest::addColumn<int>("step");
    // Few stretches are told one by one, many as a reset.
    QTest::newRow("neighbours") << 1;
    QTest::newRow("scattered") << 3;
}

void ListRunModelTest::followsAFilter()
{
    QFETCH(int, step);
    constexpr int count = 600;
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto run = board(count);
    model.setRun(targets(count), run);
    model.setFilter({.phase = ListRunPhase::Queued});
    QCOMPARE(model.rowCount(), count);
    const QSignalSpy resets(&model, &ListRunModel::modelReset);
    for (int position = 0; position < count / 2; position += step)
        finish(run.get(), position, KickOutcome::Verified);
    model.poll();
    const int done = (count / 2 + step - 1) / step;
    QCOMPARE(model.rowCount(), count - done);
    QCOMPARE(resets.isEmpty(), step == 1);
    QVERIFY(model.index(0, 0).data(ListRunModel::PositionRole).toInt() > 0);
    model.setFilter({.fact = WorstFact::Confirmed});
    QCOMPARE(model.rowCount(), done);
    finish(run.get(), count - 1, KickOutcome::Verified);
    model.poll();
    QCOMPARE(model.rowCount(), done + 1);
    QCOMPARE(model.index(done, 0).data(ListRunModel::PositionRole).toInt(), count - 1);
    model.setFilter({});
    QCOMPARE(model.rowCount(), count);
}

void ListRunModelTest::findsText_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("name") << u"wang"_s << QStringList{u"Wang 2"_s, u"wANG 10"_s};
    QTest::newRow("Chinese") << u"张"_s << QStringList{u"张三"_s, u"张3"_s};
    QTest::newRow("accents") << u"éLO"_s << QStringList{u"ÉLODIE"_s};
    QTest::newRow("Cyrillic") << u"ПЁТР"_s << QStringList{u"Пётр"_s};
    QTest::newRow("contact") << u"A@CORP"_s << QStringList{u"Wang 2"_s};
    QTest::newRow("user ID") << u"ID20"_s << QStringList{u"张3"_s};
    QTest::newRow("across two texts") << u"三138"_s << QStringList();
    QTest::newRow("across two rows") << u"0W"_s << QStringList();
    QTest::newRow("nobody") << u"nobody"_s << QStringList();
}

void ListRunModelTest::findsText()
{
    QFETCH(QString, wanted);
    QFETCH(QStringList, found);
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setRun(people(), board(6));
    model.setFilter({.text = wanted});
    QCOMPARE(column(model, ListRunModel::NameColumn), found);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 6);
}

void ListRunModelTest::findsWhileStatesChange()
{
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto run = board(6);
    model.setRun(people(), run);
    model.setFilter({.fact = WorstFact::Confirmed, .text = u"wang"_s});
    QCOMPARE(model.rowCount(), 0);
    finish(run.get(), 0, KickOutcome::Verified);
    finish(run.get(), 3, KickOutcome::Verified);
    model.poll();
    QCOMPARE(column(model, ListRunModel::NameColumn), QStringList{u"wANG 10"_s});
    model.setFilter({.phase = ListRunPhase::Queued, .text = u"wang"_s});
    QCOMPARE(column(model, ListRunModel::NameColumn), QStringList{u"Wang 2"_s});
    model.setRun(nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({.text = u"wang"_s});
    QCOMPARE(model.rowCount(), 0);
}

void ListRunModelTest::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QList<int>>("rising");
    QTest::addColumn<QList<int>>("falling");
    QTest::newRow("row") << int(ListRunModel::RowColumn) << QList{0, 1, 2, 3, 4, 5}
                         << QList{5, 4, 3, 2, 1, 0};
    // As English sorts them, 2 before 10 and digits before characters.
    QTest::newRow("name") << int(ListRunModel::NameColumn) << QList{2, 1, 3, 4, 5, 0}
                          << QList{0, 5, 4, 3, 1, 2};
    QTest::newRow("contact") << int(ListRunModel::ContactColumn) << QList{2, 3, 4, 5, 0, 1}
                             << QList{1, 0, 2, 3, 4, 5};
    QTest::newRow("user ID") << int(ListRunModel::UserIdColumn) << QList{0, 1, 2, 3, 4, 5}
                             << QList{5, 4, 3, 2, 1, 0};
    QTest::newRow("applications") << int(ListRunModel::ApplicationsColumn) << QList{0, 2, 4, 1, 3, 5}
                                  << QList{1, 3, 5, 0, 2, 4};
    QTest::newRow("state") << int(ListRunModel::StateColumn) << QList{0, 2, 3, 5, 4, 1}
                           << QList{1, 4, 0, 2, 3, 5};
    QTest::newRow("note") << int(ListRunModel::NoteColumn) << QList{0, 2, 3, 4, 5, 1}
                          << QList{1, 0, 2, 3, 4, 5};
}

void ListRunModelTest::sortsByEveryColumn()
{
    QFETCH(int, column);
    QFETCH(QList<int>, rising);
    QFETCH(QList<int>, falling);
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto run = board(6);
    run->setCell(
        1, 2,
        {.phase = ListRunPhase::Done, .outcome = KickOutcome::Rejected, .error = ErrorCode::UserNotFound});
    run->setCell(4, 5, {.phase = ListRunPhase::Sending});
    model.setRun(people(), run);
    model.sort(column, Qt::AscendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(positions(model), rising);
    model.sort(column, Qt::DescendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(positions(model), falling);
    model.setFilter({.text = u"wang"_s});
    falling.removeIf([](int position) { return position != 1 && position != 3; });
    QCOMPARE(positions(model), falling);
}

void ListRunModelTest::keepsEqualRowsInOrder()
{
    constexpr int count = 5000;
    ListRunModel model;
    const auto run = board(count);
    QList<int> done;
    QList<int> waiting;
    for (int position = 0; position < count; ++position) {
        const bool isDone = position % 3 == 0;
        (isDone ? done : waiting) << position;
        if (isDone)
            finish(run.get(), position, KickOutcome::Verified);
    }
    model.setRun(targets(count), run);
    model.sort(ListRunModel::StateColumn, Qt::AscendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(positions(model), waiting + done);
    model.sort(ListRunModel::StateColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(positions(model), done + waiting);
}

void ListRunModelTest::keepsItsOrderWhileStatesChange()
{
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto run = board(6);
    finish(run.get(), 5, KickOutcome::Verified);
    model.setRun(people(), run);
    model.sort(ListRunModel::StateColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!model.isSorting());
    const QList<int> before{5, 0, 1, 2, 3, 4};
    QCOMPARE(positions(model), before);
    finish(run.get(), 2, KickOutcome::Rejected);
    model.poll();
    QCOMPARE(positions(model), before);
    model.setFilter({.phase = ListRunPhase::Queued});
    finish(run.get(), 0, KickOutcome::Verified);
    model.poll();
    QCOMPARE(positions(model), QList<int>({1, 3, 4}));
}

void ListRunModelTest::keepsWhatIsChosen()
{
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setRun(people(), board(6));
    const QPersistentModelIndex chosen = model.index(1, ListRunModel::NameColumn);
    model.sort(ListRunModel::RowColumn, Qt::DescendingOrder);
    QTRY_COMPARE(chosen.row(), 4);
    QCOMPARE(chosen.data().toString(), u"Wang 2"_s);
}

void ListRunModelTest::givesUpTheSortOfAnotherList()
{
    ListRunModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setRun(targets(50000), board(50000));
    model.sort(ListRunModel::NameColumn, Qt::DescendingOrder);
    model.setRun(people(), board(6));
    QTRY_VERIFY(!model.isSorting());
    // The heading still says so.
    QCOMPARE(positions(model), QList<int>({0, 5, 4, 3, 1, 2}));
}

void ListRunModelTest::saysWhatWaitsAndWhatIsSent_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QStringList>("words");
    const QString sent = u"→ Being sent"_s;
    QTest::newRow("running") << RunState::Running << QStringList{u"· Waiting"_s, sent};
    // A request that has left is on its way all the same.
    QTest::newRow("paused") << RunState::Paused << QStringList{u"– Paused"_s, sent};
    QTest::newRow("stopping") << RunState::Stopping << QStringList{u"· Waiting"_s, sent};
}

void ListRunModelTest::saysWhatWaitsAndWhatIsSent()
{
    QFETCH(const RunState, state);
    ListRunModel model;
    const auto run = board(2);
    run->setState(RunState::Running);
    model.setRun(targets(2), run);
    run->setCell(1, 2, {.phase = ListRunPhase::Sending});
    model.setVisibleRows(0, 1);
    (void)model.poll();
    const QSignalSpy changed(&model, &ListRunModel::dataChanged);
    run->setState(state);
    QVERIFY(model.poll() && !changed.isEmpty());
    QTEST(column(model, ListRunModel::StateColumn), "words");
}

void ListRunModelTest::isSmall()
{
    constexpr int count = 100'000;
    constexpr qsizetype mostBytes = 110;
    auto list = std::make_shared<ListRunTargets>();
    for (int position = 0; position < count; ++position)
        list->append(
            {.row = position + 2,
             .target = {
                 .userId = u"%1"_s.arg(0x1000 + position, 24, 16, QChar(u'6')),
                 .name = ServerText(position % 2 == 0 ? u"欧阳娜娜"_s : u"Wang Xiaoming %1"_s.arg(position)),
                 .contact = position % 2 == 0 ? u"138****8000"_s : u"w***%1@example.com"_s.arg(position),
                 .appIds = {u"a"_s}}});
    list->squeeze();
    ListRunModel model;
    const auto run = board(count);
    model.setRun(list, run);
    // Everything that a list may have: an order, a filter, and most of the rows in it.
    model.sort(ListRunModel::RowColumn, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!model.isSorting(), 60000);
    model.setFilter({.text = u"6"_s});
    QCOMPARE(model.rowCount(), count);
    qInfo("%.1f bytes a row", static_cast<double>(model.byteCount()) / count);
    // What cannot be less: the letters, the states, and two numbers a row for order and filter.
    QVERIFY(model.byteCount() > list->byteCount() + (qsizetype(count) * 16));
    QVERIFY2(model.byteCount() <= count * mostBytes, qPrintable(QString::number(model.byteCount())));
}

QTEST_GUILESS_MAIN(ListRunModelTest)
#include "tst_listrunmodel.moc"
