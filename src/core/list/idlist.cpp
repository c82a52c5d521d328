// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"

#include "core/identifiers/idcleaning.h"
#include "core/list/headings.h"
#include "core/list/idforms.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct FaultName
{
    IdFault fault;
    QLatin1StringView name;
};

constexpr std::array faultNames{
    FaultName{IdFault::Blank, "blank"_L1},
    FaultName{IdFault::Wildcard, "wildcard"_L1},
    FaultName{IdFault::TooLong, "too-long"_L1},
    FaultName{IdFault::ControlCharacter, "control-character"_L1},
    FaultName{IdFault::SpreadsheetNumber, "spreadsheet-number"_L1},
    FaultName{IdFault::DecimalNumber, "decimal-number"_L1},
    FaultName{IdFault::SeveralValues, "several-values"_L1},
    FaultName{IdFault::ForeignCountryCode, "foreign-country-code"_L1},
    FaultName{IdFault::WrongShape, "wrong-shape"_L1},
    FaultName{IdFault::MissingCell, "missing-cell"_L1},
    FaultName{IdFault::TotalRow, "total-row"_L1},
};

IdCheck checked(const QString &text, std::optional<IdType> idType)
{
    IdCheck check = idType ? IdTypes::check(*idType, text) : IdTypes::check(text);
    // No type at all allows what may be typed in a search, such as 138e8.
    if (!idType && !check.fault && IdTypes::suggested(check.value).isEmpty())
        check = {.fault = IdFault::SpreadsheetNumber};
    return check;
}

IdListRow rowOf(const ListTable &table, qsizetype row, qsizetype column, std::optional<IdType> idType)
{
    const ServerText text = table.cell(row, column);
    IdCheck check = checked(text.verbatim(), idType);
    // "Total 3" is no user, unless it has an identifier.
    if (Headings::isTotal(table, row) && !IdForms::usableTypeOf(text.verbatim()))
        check = {.fault = IdFault::TotalRow};
    // A user of whom only this cell is missing must not pass for a blank line.
    else if (check.fault == IdFault::Blank && !table.isBlank(row))
        check = {.fault = IdFault::MissingCell};
    return {.number = row + 1,
            .text = text,
            .value = check.value,
            .countryCode = check.countryCode,
            .fault = check.fault};
}

QString comparedCell(const ListTable &table, qsizetype row, qsizetype column)
{
    return IdCleaning::trimmed(table.cell(row, column).verbatim()).toCaseFolded();
}

/// Files that were joined, and pages that were copied, have their headings more than once.
bool isRepeatedHeading(const ListTable &table, const ListGuess &guess, qsizetype row)
{
    if (!guess.headingRow || table.cellCount(row) != table.cellCount(*guess.headingRow))
        return false;
    for (qsizetype column = 0; column < table.cellCount(row); ++column) {
        if (comparedCell(table, row, column) != comparedCell(table, *guess.headingRow, column))
            return false;
    }
    return true;
}

Error tooLong()
{
    return {.code = ErrorCode::ListTooLong, .detail = ServerText(QString::number(ListTable::maximumRows))};
}

} // namespace

Result<IdList> IdLists::read(const ListTable &table, const ListGuess &guess, std::optional<IdType> idType)
{
    if (!guess.column)
        return Error{.code = ErrorCode::ListColumnUnclear};
    IdList list{.idType = idType, .blankLines = table.blankLinesAtEnd()};
    for (qsizetype row = 0; row < std::min(guess.firstRow, table.rowCount()); ++row)
        ++(table.isBlank(row) ? list.blankLines : list.headings);
    qsizetype end = 0;
    qsizetype filled = 0;
    for (qsizetype row = guess.firstRow; row < table.rowCount(); ++row) {
        if (isRepeatedHeading(table, guess, row)) {
            ++list.headings;
            continue;
        }
        list.rows.append(rowOf(table, row, *guess.column, idType));
        if (list.rows.constLast().fault == IdFault::Blank)
            continue;
        end = list.rows.size();
        if (++filled > ListTable::maximumRows)
            return tooLong();
    }
    if (end == 0)
        return Error{.code = ErrorCode::ListEmpty};
    list.blankLines += list.rows.size() - end;
    list.rows.resize(end);
    return list;
}

Result<IdList> IdLists::joined(const QList<IdList> &lists, const QStringList &files)
{
    IdList all;
    for (qsizetype at = 0; at < lists.size(); ++at) {
        const IdList &list = lists.at(at);
        // One type for all; else each text is tried with every type that it allows.
        all.idType = at == 0 || all.idType == list.idType ? list.idType : std::nullopt;
        all.headings += list.headings;
        all.blankLines += list.blankLines;
        for (IdListRow row : list.rows) {
            row.file = files.at(at);
            all.rows.append(row);
        }
    }
    const auto filled =
        std::ranges::count_if(all.rows, [](const IdListRow &row) { return row.fault != IdFault::Blank; });
    return filled > ListTable::maximumRows ? Result<IdList>(tooLong()) : Result<IdList>(all);
}

ListSum IdLists::sum(const IdList &list)
{
    ListSum sum{.lines = list.headings + list.blankLines + list.rows.size(),
                .headings = list.headings,
                .blank = list.blankLines};
    QSet<QString> seen;
    seen.reserve(list.rows.size());
    for (const IdListRow &row : list.rows) {
        if (row.fault) {
            ++(row.fault == IdFault::Blank ? sum.blank : sum.refused);
            continue;
        }
        const QString value = key(row.value, row.countryCode, list.idType);
        ++(seen.contains(value) ? sum.merged : sum.users);
        seen.insert(value);
    }
    return sum;
}

QString IdLists::key(const QString &value, const QString &countryCode, std::optional<IdType> idType)
{
    // E-mail addresses differing in case are one, and only those: two rows that are taken for one lose a
    // user.
    const QString folded = idType == IdType::Email ? IdCleaning::withoutCase(value) : value;
    // No identifier has the character between the two; of a long list most keys are the values themselves.
    return countryCode.isEmpty() ? folded : countryCode + QChar(u'\0') + folded;
}

QString IdLists::reasonName(IdFault fault)
{
    return std::ranges::find(faultNames, fault, &FaultName::fault)->name;
}

std::optional<IdFault> IdLists::faultOf(const QString &name)
{
    const auto *const known = std::ranges::find(faultNames, name, &FaultName::name);
    return known == faultNames.end() ? std::nullopt : std::optional(known->fault);
}
