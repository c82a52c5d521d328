// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkstatuscommand.h"

#include "cli/commands/bulkgroup.h"
#include "cli/commands/bulksummary.h"
#include "cli/io/arguments.h"
#include "store/files/datafolder.h"
#include "store/history/listreader.h"
#include "store/journal/listlock.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

BulkStatusCommand::BulkStatusCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

BulkStatusCommand::~BulkStatusCommand() = default;

CLI::App *BulkStatusCommand::declare(CLI::App *program)
{
    CLI::App *command =
        BulkGroup::add(program, "status", tr("show where a list stands, by default the newest one"));
    Arguments::number(command, "job", &m_jobId, 1, std::numeric_limits<qint64>::max(), "JOB",
                      tr("number of the list"));
    return command;
}

void BulkStatusCommand::run(Session *)
{
    m_reader = std::make_unique<ListReader>(DataFolder::journalFile());
    m_reader->job(m_jobId, this, [this](const Result<ListRecord> &record) {
        if (!record)
            fail(record.error());
        else if (record->jobId == 0)
            fail({.code = ErrorCode::ListNotFound,
                  .detail = ServerText(m_jobId == 0 ? QString() : QString::number(m_jobId))});
        else
            show(*record);
    });
}

void BulkStatusCommand::show(const ListRecord &record)
{
    const BulkSummary summary(u"bulk status"_s, record);
    QJsonObject object = summary.json();
    object.insert("state"_L1, JobStates::name(record.state));
    output()->text(summary.text());
    if (record.haltedBy) {
        object.insert("reason"_L1, errorCodeName(*record.haltedBy).replace(u'-', u'_'));
        output()->text(errorText({.code = *record.haltedBy}));
    }
    if (const auto owner = ListLock::owner(m_reader->file(), record.jobId)) {
        object.insert(
            "owner"_L1,
            QJsonObject{{"program"_L1, owner->program}, {"host"_L1, owner->host}, {"pid"_L1, owner->pid}});
        output()->text(tr("It is being run by %1 (%2, process %3).")
                           .arg(ServerText(owner->program).plain(), ServerText(owner->host).plain(),
                                QString::number(owner->pid)));
    }
    output()->object(object);
    Q_EMIT finished(ExitCode::Done);
}
