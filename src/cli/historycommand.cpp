// SPDX-License-Identifier: Apache-2.0
#include "cli/historycommand.h"

#include "cli/arguments.h"
#include "cli/texttable.h"
#include "kick/historyexport.h"
#include "store/datafolder.h"

#include <CLI/App.hpp>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageLength = 200;
constexpr qsizetype maximumCell = 40;

QStringList row(const HistoryItem &item)
{
    const QString name = item.item.targetName.isEmpty() ? ServerText(item.item.userId).plain(maximumCell)
                                                        : item.item.targetName.plain(maximumCell);
    return {QString::number(item.id),
            item.createdAt.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s),
            name,
            ServerText(item.item.targetContact).plain(maximumCell),
            QString::number(item.item.appIds.size()),
            KickOutcomes::label(item.outcome),
            ServerText(item.job.ticket).plain(maximumCell),
            ServerText(item.reply.requestId).plain(maximumCell)};
}

/// A date alone is its beginning, by the clock of this computer.
QDateTime time(const QString &text)
{
    const QDateTime exact = QDateTime::fromString(text, Qt::ISODate);
    return exact.isValid() ? exact : QDate::fromString(text, Qt::ISODate).startOfDay();
}

} // namespace

HistoryCommand::HistoryCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

CLI::App *HistoryCommand::declare(CLI::App *program)
{
    CLI::App *command =
        program->add_subcommand("history", tr("show what was sent from this computer").toStdString());
    Arguments::text(command, "--since", &m_since, "T", tr("from this date or time on, such as 2026-01-31"));
    Arguments::text(command, "--user", &m_user, "X",
                    tr("this user only: user ID, identifier, name, phone or e-mail"));
    Arguments::text(command, "--export", &m_exportFile, "FILE",
                    tr("write it to this file: CSV for *.csv, else JSON Lines"));
    m_verify = command->add_subcommand("verify", tr("check that nobody has altered it").toStdString());
    return command;
}

QString HistoryCommand::problem() const
{
    if (!m_since.isNull() && !time(m_since).isValid())
        return tr("--since takes a date or a time such as 2026-01-31 or 2026-01-31T14:20:00.");
    return {};
}

void HistoryCommand::run(Session *)
{
    m_reader = std::make_unique<HistoryReader>(DataFolder::journalFile());
    if (m_verify->parsed())
        verify();
    else if (!m_exportFile.isNull())
        exportItems();
    else
        askForPage(0);
}

HistoryFilter HistoryCommand::filter() const
{
    return {.user = m_user, .since = m_since.isNull() ? QDateTime() : time(m_since)};
}

void HistoryCommand::verify()
{
    m_reader->verify(this, [this](const Result<JournalVerdict> &verdict) {
        if (verdict)
            showVerdict(*verdict);
        else
            fail(verdict.error());
    });
}

void HistoryCommand::showVerdict(const JournalVerdict &verdict)
{
    QJsonObject object{{u"command"_s, u"history verify"_s},
                       {u"intact"_s, verdict.isIntact()},
                       {u"events"_s, verdict.chain.eventCount},
                       {u"head"_s, QString::fromLatin1(verdict.chain.head)}};
    QString words =
        tr("The history is as it was written: %1 events, head %2.")
            .arg(QString::number(verdict.chain.eventCount), QString::fromLatin1(verdict.chain.head));
    if (verdict.chain.firstAlteredSeq) {
        object.insert("event"_L1, *verdict.chain.firstAlteredSeq);
        words = tr("The history has been altered: event %1 is not as it was written.")
                    .arg(QString::number(*verdict.chain.firstAlteredSeq));
    } else if (!verdict.alteredTable.isEmpty()) {
        object.insert("table"_L1, verdict.alteredTable);
        object.insert("row"_L1, verdict.alteredId);
        words = tr("The history has been altered: row %1 of table %2 is not as it was written.")
                    .arg(QString::number(verdict.alteredId), verdict.alteredTable);
    } else if (!verdict.isReadable) {
        words = tr("The history could not be read to its end.");
    }
    output()->object(object);
    output()->text(words);
    Q_EMIT finished(verdict.isIntact() ? ExitCode::Done : ExitCode::Incomplete);
}

void HistoryCommand::exportItems()
{
    HistoryExport::write(m_reader.get(), filter(), m_exportFile, this, [this](const Result<qint64> &count) {
        if (!count) {
            fail(count.error());
            return;
        }
        output()->object({{u"command"_s, u"history"_s}, {u"exported"_s, *count}, {u"file"_s, m_exportFile}});
        output()->text(tr("%Ln row(s) written to %1.", nullptr, static_cast<int>(*count)).arg(m_exportFile));
        Q_EMIT finished(ExitCode::Done);
    });
}

void HistoryCommand::askForPage(qint64 before)
{
    m_reader->page(filter(), before, pageLength, this, [this](const Result<HistoryPage> &page) {
        if (page)
            showPage(*page);
        else
            fail(page.error());
    });
}

void HistoryCommand::showPage(const HistoryPage &page)
{
    TextTable table;
    if (m_shown == 0) {
        table.add({tr("No."), tr("Time"), tr("User"), tr("Contact"), tr("Applications"), tr("Outcome"),
                   tr("Ticket"), u"requestId"_s});
    }
    for (const HistoryItem &item : page.items) {
        output()->object(HistoryExport::object(item));
        table.add(row(item));
    }
    m_shown += page.items.size();
    if (m_shown == 0)
        output()->note(tr("Nothing was sent from this computer."));
    else
        output()->text(table.text());
    if (page.isLast || output()->hasFailed())
        Q_EMIT finished(ExitCode::Done);
    else
        askForPage(page.items.constLast().id);
}
