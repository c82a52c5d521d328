// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "kick/run/listrunboard.h"
#include "kick/single/headline.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What a result rests on: an answer that was lost, and a server that only asked to come back later.
class KickFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_translation.setLanguage(Language::English); }
    void tellsWhatACheckMadeUpFor_data();
    void tellsWhatACheckMadeUpFor();
    void countsThePostponed();
    void theBoardCountsThePostponed();

private:
    Translation m_translation;
};

void KickFactsTest::tellsWhatACheckMadeUpFor_data()
{
    QTest::addColumn<KickOutcome>("outcome");
    QTest::addColumn<QList<ItemState>>("attempts");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("isTold");
    using enum ItemState;
    QTest::newRow("accepted") << KickOutcome::Verified << QList{Accepted} << QString() << false;
    QTest::newRow("lost") << KickOutcome::Verified << QList{ItemState::Unknown} << QString() << true;
    QTest::newRow("cut off") << KickOutcome::Verified << QList{Intent} << QString() << true;
    QTest::newRow("lost, sent again")
        << KickOutcome::Verified << QList{ItemState::Unknown, Accepted} << QString() << false;
    QTest::newRow("accepted only") << KickOutcome::Accepted << QList{Accepted} << QString() << false;
    QTest::newRow("never known") << KickOutcome::Unknown << QList{ItemState::Unknown} << QString() << false;
    QTest::newRow("still there") << KickOutcome::StillOnline << QList{ItemState::Unknown} << u"server-fault"_s
                                 << false;
}

void KickFactsTest::tellsWhatACheckMadeUpFor()
{
    QFETCH(KickOutcome, outcome);
    QFETCH(QList<ItemState>, attempts);
    QFETCH(QString, error);
    QFETCH(bool, isTold);
    HistoryDetail detail;
    detail.item.outcome = outcome;
    detail.item.errorCode = error;
    detail.item.job.host = u"https://pool.example"_s;
    for (const ItemState state : attempts)
        detail.attempts.append(
            {.state = state, .errorCode = state == ItemState::Unknown ? u"deadline"_s : QString()});
    const QString line = Headlines::lostAnswerLine(detail);
    QCOMPARE(line.contains("The check afterwards showed that the sessions had ended."_L1), isTold);
    QCOMPARE(line.contains("pool.example took too long to answer."_L1),
             isTold && attempts.last() == ItemState::Unknown);
    // Another group of applications, whose answer came, hides nothing.
    detail.attempts.append({.group = 1, .state = ItemState::Accepted});
    QCOMPARE(Headlines::lostAnswerLine(detail), line);
}

void KickFactsTest::countsThePostponed()
{
    const HistoryCount outcomes{{KickOutcome::Verified, 5}, {KickOutcome::Rejected, 3}};
    const auto found = [&](qint64 postponed) {
        QStringList result;
        for (const FactCount &each : Headlines::counts(outcomes, {}, postponed))
            result << Headlines::label(each.fact) + u' ' + QString::number(each.count);
        return result.join(u", "_s);
    };
    QCOMPARE(found(0), u"Rejected by Authing 3, Confirmed offline 5"_s);
    QCOMPARE(found(2), u"Rejected by Authing 1, Not done: Authing is busy 2, Confirmed offline 5"_s);
    QCOMPARE(found(3), u"Not done: Authing is busy 3, Confirmed offline 5"_s);
}

void KickFactsTest::theBoardCountsThePostponed()
{
    ListRunBoard board;
    board.begin(1, 3);
    const ListRunCell postponed{
        .phase = ListRunPhase::Done, .outcome = KickOutcome::Rejected, .error = ErrorCode::RateLimited};
    ListRunCell back = postponed;
    back.hasSignedInAgain = true;
    board.setCell(0, 1, postponed);
    board.setCell(1, 2, back);
    board.setCell(2, 3, {.phase = ListRunPhase::Done, .outcome = KickOutcome::Rejected});
    QCOMPARE(board.summary().postponed, 1);
    board.setCell(0, 1, {.phase = ListRunPhase::Sending});
    QCOMPARE(board.summary().postponed, 0);
}

QTEST_GUILESS_MAIN(KickFactsTest)
#include "tst_kickfacts.moc"
