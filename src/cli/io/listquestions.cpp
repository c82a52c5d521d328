// SPDX-License-Identifier: Apache-2.0
#include "cli/io/listquestions.h"

#include "core/list/listrefusal.h"

using namespace Qt::Literals::StringLiterals;

QStringList ListQuestions::choices(const ListDraft &draft)
{
    if (!draft.error)
        return {};
    const ErrorCode code = draft.error->code;
    if (code == ErrorCode::ListColumnUnclear || code == ErrorCode::ListColumnMissing)
        return columns(draft);
    const std::optional<ListProblem> problem = ListRefusals::problem(*draft.error);
    const bool isSheet = problem == ListProblem::SheetMissing || problem == ListProblem::SeveralSheets;
    return isSheet ? sheets(draft) : QStringList();
}

QString ListQuestions::hidden(const ListDraft &draft)
{
    QStringList parts;
    if (draft.hiddenRows > 0)
        parts << tr("%Ln hidden row(s) are part of the list.", nullptr, static_cast<int>(draft.hiddenRows));
    if (draft.hiddenColumns > 0)
        parts << tr("%Ln column(s) are hidden.", nullptr, static_cast<int>(draft.hiddenColumns));
    return parts.join(u' ');
}

QStringList ListQuestions::columns(const ListDraft &draft)
{
    constexpr qsizetype shownColumns = 40;
    QStringList lines{tr("Name one of these with --column, or another type with --id-type:")};
    for (qsizetype at = 0; at < std::min(draft.table.columnCount(), shownColumns); ++at) {
        const ListGuesses::ColumnSample sample = ListGuesses::sample(draft.table, draft.guess, at);
        QStringList cells;
        for (const ServerText &cell : sample.cells)
            cells << cell.plain(40);
        const QString form = sample.idType ? tr("looks like %1").arg(IdTypes::wireName(*sample.idType))
                                           : tr("looks like no ID of a known form");
        const QString heading = ServerText(sample.heading).plain();
        lines << u"  %1  %2  %3  (%4)"_s.arg(QString::number(at + 1),
                                             heading.isEmpty() ? tr("no heading") : heading,
                                             cells.isEmpty() ? tr("empty") : cells.join(u", "_s), form);
    }
    return lines;
}

QStringList ListQuestions::sheets(const ListDraft &draft)
{
    if (draft.sheets.isEmpty())
        return {tr("The file is no workbook, so it has no sheets.")};
    QStringList lines{tr("Name one of these with --sheet:")};
    for (const QString &sheet : draft.sheets)
        lines << u"  "_s + ServerText(sheet).plain();
    return lines;
}
