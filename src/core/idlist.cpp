// SPDX-License-Identifier: Apache-2.0
#include "core/idlist.h"

using namespace Qt::Literals::StringLiterals;

namespace {

IdListRow rowOf(qint64 number, const ServerText &text, std::optional<IdType> idType)
{
    IdListRow row{.number = number, .text = text};
    IdCheck check = idType ? IdTypes::check(*idType, text.verbatim()) : IdTypes::check(text.verbatim());
    // No type at all allows what may be typed in a search, such as 138e8.
    if (!idType && !check.fault && IdTypes::suggested(check.value).isEmpty())
        check = {.fault = IdFault::SpreadsheetNumber};
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
    case IdFault::DecimalNumber:
        return u"decimal-number"_s;
    case IdFault::SeveralValues:
        return u"several-values"_s;
    case IdFault::ForeignCountryCode:
        return u"foreign-country-code"_s;
    case IdFault::WrongShape:
        return u"wrong-shape"_s;
    }
    return {};
}
