// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listreceipt.h"

#include "core/values/host.h"
#include "kick/single/headline.h"
#include "models/list/listwords.h"
#include "models/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ListReceipts", text);
}

QString wayForward(const Error &error)
{
    switch (error.code) {
    case ErrorCode::CredentialsRejected:
    case ErrorCode::TokenExpired:
    case ErrorCode::Forbidden:
    case ErrorCode::PlanRequired:
        return words(QT_TRANSLATE_NOOP(
            "ListReceipts",
            "Sending has stopped. Fix the access key in Connections, then resume. Users without a result are still waiting."));
    default:
        return words(QT_TRANSLATE_NOOP(
            "ListReceipts",
            "No users were skipped. Those without a result are still waiting. Fix the problem, then resume."));
    }
}

QString endedHeadline(const ListRunSummary &summary)
{
    if (summary.error)
        return words(QT_TRANSLATE_NOOP("ListReceipts", "✖ Halted"));
    if (summary.done() < summary.total)
        return words(QT_TRANSLATE_NOOP("ListReceipts", "– Stopped before its end"));
    if (summary.confirmed() == summary.total)
        return words(QT_TRANSLATE_NOOP("ListReceipts", "✔ Finished: everyone is confirmed offline"));
    const QList<FactCount> facts =
        Headlines::counts(summary.outcomes, summary.signedInAgain, summary.postponed);
    if (facts.isEmpty())
        return words(QT_TRANSLATE_NOOP("ListReceipts", "Finished"));
    const QLocale locale;
    return words(QT_TRANSLATE_NOOP("ListReceipts", "%1: %2 of %3 users – finished"))
        .arg(OutcomeWords::marked(facts.first().fact), locale.toString(facts.first().count),
             locale.toString(summary.total));
}

} // namespace

QString ListReceipts::headline(const ListRunSummary &summary, const std::optional<ListRunEnd> &end)
{
    if (end || summary.state == RunState::Ended)
        return endedHeadline(summary);
    switch (summary.state) {
    case RunState::Idle:
    case RunState::Preparing:
        return words(QT_TRANSLATE_NOOP("ListReceipts", "Writing everyone down…"));
    case RunState::Running:
        return summary.isServerBusy
                   ? words(QT_TRANSLATE_NOOP("ListReceipts", "→ Running; the server asks for patience"))
                   : words(QT_TRANSLATE_NOOP("ListReceipts", "→ Running"));
    case RunState::Paused:
        return words(QT_TRANSLATE_NOOP("ListReceipts", "– Paused"));
    case RunState::AskingAfterCanary:
        return words(QT_TRANSLATE_NOOP("ListReceipts", "? Paused behind the first users"));
    case RunState::Stopping:
        return words(QT_TRANSLATE_NOOP("ListReceipts", "Stopping; what was sent is waited for…"));
    case RunState::Ended:
        break;
    }
    return {};
}

QString ListReceipts::pace(const ListRunSummary &summary)
{
    const QLocale locale;
    QStringList parts{words(QT_TRANSLATE_NOOP("ListReceipts", "%1 of %2"))
                          .arg(locale.toString(summary.done()), locale.toString(summary.total))};
    if (summary.state == RunState::Running && summary.usersPerSecond > 0) {
        parts << words(QT_TRANSLATE_NOOP("ListReceipts", "%1 a second"))
                     .arg(locale.toString(summary.usersPerSecond, 'f', 1));
    }
    if (summary.state == RunState::Running && summary.timeLeft)
        parts << words(QT_TRANSLATE_NOOP("ListReceipts", "%1 left")).arg(ListWords::about(*summary.timeLeft));
    return parts.join(u" · "_s);
}

QString ListReceipts::trouble(const ListRunSummary &summary, const std::optional<ListRunEnd> &end)
{
    QStringList lines;
    const std::optional<Error> &error = summary.error ? summary.error : (end ? end->error : summary.error);
    if (error)
        lines << errorText(*error);
    if (error && summary.total > 0 && summary.done() < summary.total)
        lines << wayForward(*error);
    if (summary.isSourceLost)
        lines << words(QT_TRANSLATE_NOOP(
            "ListReceipts", "Couldn't keep the rows of your list in the data folder, so the result can't be "
                            "exported beside them. Everything else is on record. Check the free space and "
                            "the rights of that folder."));
    return lines.join(u'\n');
}

ListReceipts::BadEnds ListReceipts::badEnds(const ListRunTargets &targets, const ListRunBoard &board)
{
    constexpr qint64 chunk = 1000;
    QHash<WorstFact, QList<qint64>> positions;
    BadEnds result;
    for (qint64 first = 0; first < targets.count(); first += chunk) {
        const QList<ListRunCell> cells = board.cells(first, chunk);
        for (qsizetype at = 0; at < cells.size(); ++at) {
            const ListRunCell &cell = cells.at(at);
            if (cell.phase != ListRunPhase::Done || ListWords::fact(cell) == WorstFact::Confirmed)
                continue;
            QList<qint64> &known = positions[ListWords::fact(cell)];
            // More than all of them together are never named of one.
            if (known.size() < mostNamed)
                known << first + at;
            ++result.others;
        }
    }
    for (const WorstFact fact : Headlines::all()) {
        for (const qint64 position : positions.value(fact)) {
            if (result.lines.size() == mostNamed)
                return result;
            QStringList who{targets.text(position, ListRunTargets::Name),
                            targets.text(position, ListRunTargets::Contact),
                            targets.text(position, ListRunTargets::UserId)};
            who.removeAll(QString());
            who.removeDuplicates();
            result.lines << OutcomeWords::marked(fact) + u": "_s + who.join(u" · "_s);
            --result.others;
        }
    }
    return result;
}

QString ListReceipts::text(const ListFacts &facts, const ListRunSummary &summary,
                           const std::optional<ListRunEnd> &end, const BadEnds &badEnds)
{
    const QLocale locale;
    QStringList place{ServerText(facts.pool).plain(), Hosts::displayName(facts.host),
                      ServerText(facts.poolId).plain()};
    place.removeAll(QString());
    place.removeDuplicates();
    QStringList lines{words(QT_TRANSLATE_NOOP("ListReceipts", "Force sign-out, list %1"))
                          .arg(locale.toString(summary.jobId)),
                      headline(summary, end),
                      locale.toString(facts.createdAt.toLocalTime(), QLocale::LongFormat),
                      place.join(u" · "_s)};
    if (!facts.ticket.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Ticket: %1")).arg(ServerText(facts.ticket).plain());
    if (!facts.reason.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Reason: %1")).arg(ServerText(facts.reason).plain());
    lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Users: %1")).arg(locale.toString(summary.total));
    for (const FactCount &each :
         Headlines::counts(summary.outcomes, summary.signedInAgain, summary.postponed))
        lines << OutcomeWords::marked(each.fact) + u": "_s + locale.toString(each.count);
    if (const qint64 open = summary.total - summary.done(); open > 0)
        lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Without a result: %1")).arg(locale.toString(open));
    if (summary.proof)
        lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Proof: %1"))
                     .arg(Headlines::proofLine(summary.proof, summary.samples));
    lines << trouble(summary, end);
    if (!badEnds.lines.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("ListReceipts", "Users without a good result:")) << badEnds.lines;
    if (badEnds.others > 0) {
        const auto others = static_cast<int>(badEnds.others);
        lines << QCoreApplication::translate(
            "ListReceipts", "… and %Ln more user(s). The exported result names everyone.", nullptr, others);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}
