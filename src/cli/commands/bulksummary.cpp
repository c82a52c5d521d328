// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulksummary.h"

#include "cli/io/texttable.h"
#include "kick/single/headline.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array journalCodes{ErrorCode::JournalUnavailable, ErrorCode::JournalNewer,
                                  ErrorCode::JournalForeign,     ErrorCode::JournalChanged,
                                  ErrorCode::JournalIncomplete,  ErrorCode::JournalUnreadable};

/// The outcomes of a summary; a planned user is none.
QList<KickOutcome> counted()
{
    QList<KickOutcome> result = KickOutcomes::all();
    result.removeAll(KickOutcome::Planned);
    return result;
}

} // namespace

BulkSummary::BulkSummary(QString name, const ListRunSummary &job)
    : command(std::move(name))
    , jobId(job.jobId)
    , total(job.total)
    , outcomes(job.outcomes)
    , signedInAgain(job.signedInAgain)
    , postponed(job.postponed)
    , elapsed(job.elapsed)
    , proof(job.proof)
    , samples(job.samples)
{
}

BulkSummary::BulkSummary(QString name, const ListRecord &job)
    : command(std::move(name))
    , jobId(job.jobId)
    , total(job.total)
    , outcomes(job.outcomes)
    , signedInAgain(job.signedInAgain)
    , postponed(job.postponed)
{
    const QDateTime end = job.finishedAt.isValid() ? job.finishedAt : QDateTime::currentDateTimeUtc();
    if (job.options.proofLimit > 0s)
        proof = job.options.proof;
    elapsed = std::chrono::milliseconds(job.createdAt.msecsTo(end));
}

qint64 BulkSummary::pending() const
{
    qint64 result = total;
    for (const qint64 done : outcomes)
        result -= done;
    return result;
}

qint64 BulkSummary::relogins() const
{
    qint64 result = 0;
    for (const qint64 again : signedInAgain)
        result += again;
    return result;
}

QJsonObject BulkSummary::json() const
{
    QJsonObject result{{"command"_L1, command}, {"total"_L1, total}};
    if (jobId != 0)
        result.insert("job"_L1, jobId);
    for (const KickOutcome outcome : counted())
        result.insert(KickOutcomes::wireName(outcome), count(outcome));
    if (relogins() > 0)
        result.insert("relogin"_L1, relogins());
    if (pending() > 0)
        result.insert("pending"_L1, pending());
    if (proof)
        result.insert("proof"_L1, ProofModes::wireName(*proof));
    if (proof == ProofMode::List)
        result.insert("samples"_L1, samples);
    result.insert("seconds"_L1, std::chrono::duration<double>(elapsed).count());
    return result;
}

QString BulkSummary::text() const
{
    TextTable table;
    if (jobId != 0)
        table.add({tr("List"), QString::number(jobId)});
    table.add({tr("Users"), QString::number(total)});
    for (const FactCount &each : Headlines::counts(outcomes, signedInAgain, postponed))
        table.add({Headlines::label(each.fact), QString::number(each.count)});
    if (pending() > 0)
        table.add({tr("Not done yet"), QString::number(pending())});
    if (proof)
        table.add({tr("Proof"), Headlines::proofLine(proof, samples)});
    return table.text();
}

ExitCode BulkSummary::exitCode(const ListRunEnd &end) const
{
    if (end.error) {
        const bool isJournal = std::ranges::find(journalCodes, end.error->code) != journalCodes.end();
        if (isJournal)
            return end.hasSent ? ExitCode::Halted : ExitCode::JournalFailed;
        return ExitCodes::of(*end.error);
    }
    if (count(KickOutcome::NotSent) > 0)
        return ExitCode::Unreachable;
    if (count(KickOutcome::Unknown) > 0 || (count(KickOutcome::Accepted) > 0 && end.isProofWanted))
        return ExitCode::Unknown;
    const bool isComplete = count(KickOutcome::Rejected) == 0 && count(KickOutcome::Skipped) == 0 &&
                            count(KickOutcome::StillOnline) == 0;
    return isComplete ? ExitCode::Done : ExitCode::Incomplete;
}
