// SPDX-License-Identifier: Apache-2.0
#include "core/idlist.h"

using namespace Qt::Literals::StringLiterals;

namespace {

IdListRow rowOf(qint64 number, const ServerText &text, std::optional<IdType> idType)
{
    IdListRow row{.number = number, .text = text};
    if (!idType) {
        row.fault = IdTypes::checkText(text.verbatim());
        if (!row.fault && IdTypes::suggested(text.verbatim()).isEmpty())
            row.fault = IdFault::SpreadsheetNumber;
        if (!row.fault)
            row.value = text.verbatim().trimmed();
        return row;
    }
    const IdCheck check = IdTypes::check(*idType, text.verbatim());
    row.value = check.value;
    row.countryCode = check.countryCode;
    row.fault = check.fault;
    return row;
}

} // namespace

Result<IdList> IdLists::read(const ListTable &table, qsizetype column, bool hasHeader,
                             std::optional<IdType> idType)
{
    IdList list{.idType = idType};
    qsizetype end = 0;
    qsizetype filled = 0;
    for (qsizetype row = hasHeader ? 1 : 0; row < table.rowCount(); ++row) {
        list.rows.append(rowOf(row + 1, table.cell(row, column), idType));
        if (list.rows.constLast().fault == IdFault::Blank)
            continue;
        end = list.rows.size();
        if (++filled > ListTable::maximumRows) {
            return Error{.code = ErrorCode::ListTooLong,
                         .detail = ServerText(QString::number(ListTable::maximumRows))};
        }
    }
    if (end == 0)
        return Error{.code = ErrorCode::ListEmpty};
    list.rows.resize(end);
    return list;
}

QString IdLists::reasonName(IdFault fault)
{
    switch (fault) {
    case IdFault::Blank:
        return u"blank"_s;
    case IdFault::Wildcard:
        return u"wildcard"_s;
    case IdFault::TooLong:
        return u"too-long"_s;
    case IdFault::ControlCharacter:
        return u"control-character"_s;
    case IdFault::SpreadsheetNumber:
        return u"spreadsheet-number"_s;
    case IdFault::ForeignCountryCode:
        return u"foreign-country-code"_s;
    case IdFault::WrongShape:
        return u"wrong-shape"_s;
    }
    return {};
}
