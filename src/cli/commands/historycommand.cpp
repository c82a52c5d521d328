// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/historycommand.h"

#include "cli/io/arguments.h"
#include "cli/io/texttable.h"
#include "kick/single/headline.h"
#include "store/files/datafolder.h"
#include "store/history/historyreader.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Kicks that are asked for, and aligned, at a time.
constexpr int pageSize = 500;

/// The moment that @p text names, in local time where it names no other; invalid when it names none.
QDateTime moment(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (date.isValid() && text.size() == QStringLiteral("2026-01-31").size())
        return date.startOfDay();
    return text.contains(u'T') || text.contains(u' ') ? QDateTime::fromString(text, Qt::ISODate)
                                                      : QDateTime();
}

QString who(const JournalJob &job)
{
    return job.operatorName.isEmpty() ? job.osUser : job.osUser + u" / "_s + job.operatorName;
}

QStringList row(const HistoryItem &item)
{
    QStringList result{QString::number(item.itemId),
                       item.time.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s),
                       Headlines::label(Headlines::worst(Headlines::facts(item))),
                       item.target.name.plain(),
                       Targets::knownId(item.target),
                       QString::number(item.target.appIds.size()),
                       item.job.ticket,
                       item.job.reason,
                       who(item.job),
                       item.reply.requestId};
    for (QString &text : result)
        text = ServerText(text).plain();
    return result;
}

} // namespace

HistoryCommand::HistoryCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

HistoryCommand::~HistoryCommand() = default;

CLI::App *HistoryCommand::declare(CLI::App *program)
{
    CLI::App *command =
        Arguments::command(program, "history", tr("list the kicks that were sent from this computer"));
    Arguments::text(command, "--since", &m_since, "T", tr("only from this day or moment on (ISO 8601)"));
    Arguments::text(command, "--user", &m_user, "X",
                    tr("only this user: the user ID, or the identifier sent"));
    Arguments::text(command, "--export", &m_file, "FILE",
                    tr("write into FILE: CSV where it ends in .csv, else JSON Lines"));
    CLI::App *verification =
        Arguments::command(command, "verify", tr("check that nothing in the history was altered"));
    Arguments::whenChosen(verification, [this] { m_isVerifying = true; });
    return command;
}

QString HistoryCommand::problem() const
{
    if (m_isVerifying && !(m_since + m_user + m_file).isEmpty())
        return tr("history verify checks everything and takes no option of its own.");
    if (!m_since.isEmpty() && !moment(m_since).isValid())
        return tr("--since takes a day or a moment such as 2026-01-31 or 2026-01-31T08:00:00Z.");
    return {};
}

void HistoryCommand::run(Session *)
{
    m_reader = std::make_unique<HistoryReader>(DataFolder::journalFile());
    if (m_isVerifying) {
        verify();
        return;
    }
    m_reader->look(this, [this](const Result<HistorySight> &found) {
        if (found && found->notice)
            output()->note(storeNoticeText(*found->notice));
        if (found && !found->putAside.isEmpty())
            output()->note(
                tr("An earlier history was damaged and put aside; what it recorded is not here: %1")
                    .arg(ServerText(found->putAside.join(u", "_s)).plain(1000)));
        if (m_file.isEmpty())
            list(0);
        else
            exportTo(m_file);
    });
}

HistoryFilter HistoryCommand::filter() const
{
    return {.since = moment(m_since), .anyId = m_user};
}

void HistoryCommand::list(qint64 beforeItemId)
{
    m_reader->page(filter(), beforeItemId, pageSize, this,
                   [this, beforeItemId](const Result<HistorySlice> &page) {
                       if (!page) {
                           fail(page.error());
                           return;
                       }
                       show(*page, beforeItemId == 0);
                       if (page->hasMore && !output()->hasFailed())
                           list(page->items.last().itemId);
                       else
                           Q_EMIT finished(ExitCode::Done);
                   });
}

void HistoryCommand::show(const HistorySlice &page, bool isFirst)
{
    TextTable table;
    if (isFirst)
        table.add({tr("No."), tr("Time"), tr("Outcome"), tr("Name"), tr("User ID"), tr("Applications"),
                   tr("Ticket"), tr("Reason"), tr("Operator"), u"requestId"_s});
    for (const HistoryItem &item : page.items) {
        output()->object(Reports::object(item));
        table.add(row(item));
    }
    if (isFirst && page.items.isEmpty())
        output()->note(tr("The history has no such kick."));
    else
        output()->text(table.text());
}

void HistoryCommand::exportTo(const QString &file)
{
    Reports::exportHistory(
        m_reader.get(), filter(), file, this, [this, file](const Result<Reports::Receipt> &receipt) {
            if (!receipt) {
                fail(receipt.error());
                return;
            }
            const QString head = QString::fromLatin1(receipt->head.hash);
            output()->object({{"command"_L1, u"history"_s},
                              {"file"_L1, QFileInfo(file).absoluteFilePath()},
                              {"total"_L1, receipt->itemCount},
                              {"events"_L1, receipt->head.eventCount},
                              {"head"_L1, head}});
            output()->text(tr("%1: %2 written. Head of the chain: %3")
                               .arg(ServerText(file).plain(), QString::number(receipt->itemCount), head));
            Q_EMIT finished(ExitCode::Done);
        });
}

void HistoryCommand::verify()
{
    m_reader->verify(this, [this](const Result<JournalVerdict> &verdict) {
        if (!verdict)
            fail(verdict.error());
        else if (!verdict->isReadable)
            fail({.code = ErrorCode::JournalUnreadable, .detail = ServerText(m_reader->file())});
        else
            show(*verdict);
    });
}

void HistoryCommand::show(const JournalVerdict &verdict)
{
    const QString head = QString::fromLatin1(verdict.chain.head);
    QJsonObject object{{"command"_L1, u"history verify"_s},
                       {"intact"_L1, verdict.isComplete()},
                       {"events"_L1, verdict.chain.eventCount},
                       {"head"_L1, head}};
    const QString events = QString::number(verdict.chain.eventCount);
    if (verdict.missingSeq) {
        object.insert("missing"_L1, *verdict.missingSeq);
        output()->text(
            tr("REPLACED: event %1, which was written last on this computer, is missing. The history was "
               "replaced, removed, cut, or restored from an older copy.")
                .arg(*verdict.missingSeq));
    } else if (!verdict.foreignObject.isEmpty()) {
        object.insert("object"_L1, verdict.foreignObject);
        output()->text(tr("ALTERED: the table, index or trigger %1 is not the one that Kickdesk made.")
                           .arg(ServerText(verdict.foreignObject).plain()));
    } else if (verdict.chain.firstAlteredSeq) {
        object.insert("event"_L1, *verdict.chain.firstAlteredSeq);
        output()->text(tr("ALTERED: event %1 is not as it was written. %2 events before it are.")
                           .arg(QString::number(*verdict.chain.firstAlteredSeq), events));
    } else if (!verdict.alteredTable.isEmpty()) {
        object.insert("table"_L1, verdict.alteredTable);
        object.insert("row"_L1, verdict.alteredId);
        output()->text(tr("ALTERED: row %1 of the table %2 is not as it was written.")
                           .arg(QString::number(verdict.alteredId), verdict.alteredTable));
    } else if (!verdict.putAside.isEmpty()) {
        output()->text(
            tr("INCOMPLETE: these %1 events are unaltered, but an earlier history was damaged and put "
               "aside. What it recorded is not here:")
                .arg(events));
        for (const QString &file : verdict.putAside)
            output()->text(ServerText(QDir::toNativeSeparators(file)).plain());
    } else if (verdict.chain.eventCount == 0) {
        output()->text(tr("The history is empty."));
    } else {
        output()->text(tr("Intact: %1 events. Head of the chain: %2").arg(events, head));
    }
    if (!verdict.putAside.isEmpty())
        object.insert("putAside"_L1, QJsonArray::fromStringList(verdict.putAside));
    output()->object(object);
    Q_EMIT finished(verdict.isComplete() ? ExitCode::Done : ExitCode::Incomplete);
}
