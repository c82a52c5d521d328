// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "models/history/historymodel.h"
#include "store/history/historyreader.h"
#include "support/journalsample.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QString text(const HistoryModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class HistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryColumn();
    void fetchesPageByPage();
    void newerFilterWins();
    void refreshKeepsTheRowsItHas();
    void keepsTheError();
    void translatesWhatIsShown();

private:
    QTemporaryDir m_folder;
    int m_files = 0;
    QString newFile() { return m_folder.filePath(u"journal%1.db"_s.arg(++m_files)); }
};

void HistoryModelTest::showsEveryColumn()
{
    Journal journal(newFile());
    const qint64 itemId = JournalSamples::write(&journal, {.name = u"<b>张三</b>"_s});
    HistoryReader reader(journal.file());
    HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, fatal);
    QVERIFY(!model.hasAnswer());
    model.load({});
    QVERIFY(model.isLoading());
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(model.hasAnswer() && !model.hasMore());
    QVERIFY(text(model, 0, HistoryModel::TimeColumn).startsWith("today "_L1));
    QCOMPARE(text(model, 0, HistoryModel::UserColumn), u"<b>张三</b> · 138****8000"_s);
    QCOMPARE(text(model, 0, HistoryModel::ApplicationsColumn), u"2"_s);
    QCOMPARE(text(model, 0, HistoryModel::OutcomeColumn), u"✔ Confirmed offline"_s);
    QCOMPARE(text(model, 0, HistoryModel::TicketColumn), u"INC-1042"_s);
    QCOMPARE(text(model, 0, HistoryModel::ReasonColumn), u"phone lost"_s);
    QCOMPARE(text(model, 0, HistoryModel::OperatorColumn), u"alice / helpdesk1"_s);
    QCOMPARE(text(model, 0, HistoryModel::RequestColumn), u"8e5cb0d1-request"_s);
    const QModelIndex user = model.index(0, HistoryModel::UserColumn);
    QCOMPARE(user.data(Qt::ToolTipRole).toString(), u"&lt;b&gt;张三&lt;/b&gt; · 138****8000"_s);
    QCOMPARE(model.index(0, 0).data(HistoryModel::ItemIdRole).toLongLong(), itemId);
    QCOMPARE(model.rowOf(itemId), 0);
    QCOMPARE(model.rowOf(77), -1);
    const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.contains("Confirmed offline"_L1) && sentence.contains("2 application"_L1),
             qPrintable(sentence));
}

void HistoryModelTest::fetchesPageByPage()
{
    const QString file = newFile();
    QVERIFY(JournalSamples::fill(file, 2 * HistoryModel::pageSize + 1));
    HistoryReader reader(file);
    HistoryModel model(&reader);
    // The tester would fetch on its own.
    model.load({});
    QTRY_COMPARE(model.rowCount(), HistoryModel::pageSize);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QVERIFY(!model.canFetchMore({}));
    QTRY_COMPARE(model.rowCount(), 2 * HistoryModel::pageSize);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 2 * HistoryModel::pageSize + 1);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(model.rowCount() - 1, 0).data(HistoryModel::ItemIdRole).toInt(), 1);
}

void HistoryModelTest::newerFilterWins()
{
    Journal journal(newFile());
    QVERIFY(JournalSamples::write(&journal, {.name = u"first"_s}) > 0);
    QVERIFY(JournalSamples::write(&journal, {.name = u"second"_s}) > 0);
    HistoryReader reader(journal.file());
    HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, fatal);
    const QSignalSpy reset(&model, &HistoryModel::modelReset);
    model.load({.text = u"first"_s});
    model.load({.text = u"second"_s});
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(text(model, 0, HistoryModel::UserColumn).startsWith("second"_L1));
    QCOMPARE(reset.count(), 1);
}

void HistoryModelTest::refreshKeepsTheRowsItHas()
{
    const QString file = newFile();
    QVERIFY(JournalSamples::fill(file, qint64{3} * HistoryModel::pageSize));
    HistoryReader reader(file);
    HistoryModel model(&reader);
    model.load({});
    QTRY_COMPARE(model.rowCount(), HistoryModel::pageSize);
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), 2 * HistoryModel::pageSize);
    Journal journal(file);
    const qint64 newest = JournalSamples::write(&journal);
    model.refresh();
    QTRY_COMPARE(model.rowOf(newest), 0);
    QCOMPARE(model.rowCount(), 2 * HistoryModel::pageSize);
}

void HistoryModelTest::keepsTheError()
{
    const QString name = newFile();
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) == 9000);
    file.close();
    HistoryReader reader(name);
    HistoryModel model(&reader);
    const QAbstractItemModelTester tester(&model, fatal);
    model.load({});
    QTRY_VERIFY(model.error());
    QCOMPARE(model.error()->code, ErrorCode::JournalUnreadable);
    QVERIFY(QFile::remove(name));
    model.refresh();
    QTRY_VERIFY(!model.error());
    QCOMPARE(model.rowCount(), 0);
}

void HistoryModelTest::translatesWhatIsShown()
{
    Journal journal(newFile());
    QVERIFY(JournalSamples::write(&journal) > 0);
    HistoryReader reader(journal.file());
    HistoryModel model(&reader);
    model.load({});
    QTRY_COMPARE(model.rowCount(), 1);
    const QSignalSpy header(&model, &HistoryModel::headerDataChanged);
    const QSignalSpy data(&model, &HistoryModel::dataChanged);
    Translation translation;
    translation.setLanguage(Language::Chinese);
    model.retranslate();
    QCOMPARE(header.count(), 1);
    QCOMPARE(data.count(), 1);
    QCOMPARE(text(model, 0, HistoryModel::OutcomeColumn), u"✔ 已确认离线"_s);
}

QTEST_GUILESS_MAIN(HistoryModelTest)
#include "tst_historymodel.moc"
