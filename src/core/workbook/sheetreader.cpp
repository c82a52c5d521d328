// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/sheetreader.h"

#include "core/list/listrefusal.h"
#include "core/workbook/xmlpart.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The bounds of a sheet in Excel.
constexpr qsizetype maximumRow = 1'048'576;
constexpr qsizetype maximumColumn = 16'384;

/// "AB12" is in column 27, counted from 0; nothing where there is no letter.
std::optional<qsizetype> columnOf(const QString &reference)
{
    qsizetype column = 0;
    for (const QChar character : reference) {
        if (character < u'A' || character > u'Z')
            break;
        column = (column * 26) + (character.unicode() - u'A' + 1);
        if (column > maximumColumn)
            return {};
    }
    return column > 0 ? std::optional(column - 1) : std::nullopt;
}

} // namespace

SheetReader::SheetReader(XmlPart *part, const CellFormats &formats,
                         std::function<QByteArray(qsizetype)> sharedString)
    : m_part(part)
    , m_formats(formats)
    , m_sharedString(std::move(sharedString))
    , m_builder(',', TextEncoding::Workbook)
{
}

Result<WorkbookSheet> SheetReader::read()
{
    while (!m_isDamaged && !m_builder.problem() && m_part->next())
        readToken();
    if (m_part->problem())
        return ListRefusals::error(*m_part->problem());
    if (m_isDamaged)
        return ListRefusals::error(ListProblem::Damaged);
    const Result<ListTable> table = m_builder.table();
    if (!table)
        return table.error();
    return WorkbookSheet{
        .table = *table, .hiddenRows = m_hiddenRows, .hiddenColumns = m_hiddenColumnsWithText.size()};
}

void SheetReader::readToken()
{
    if (m_part->isStart("row"_L1)) {
        m_isDamaged = !beginRow();
    } else if (m_part->isStart("c"_L1)) {
        readCell();
    } else if (m_part->isEnd("row"_L1)) {
        m_hiddenRows += m_isRowHidden && m_hasRowText ? 1 : 0;
        m_builder.endRow();
    } else if (m_part->isStart("col"_L1) && m_part->flag("hidden"_L1)) {
        hideColumns();
    }
}

/// False where the rows are not in their order.
bool SheetReader::beginRow()
{
    m_isRowHidden = m_part->flag("hidden"_L1);
    m_hasRowText = false;
    const QString number = m_part->attribute("r"_L1);
    if (number.isEmpty())
        return true;
    const qsizetype row = number.toLongLong();
    if (row <= m_builder.lineCount() || row > maximumRow)
        return false;
    while (m_builder.lineCount() + 1 < row)
        m_builder.endRow();
    return true;
}

void SheetReader::readCell()
{
    const QString reference = m_part->attribute("r"_L1);
    const std::optional<qsizetype> column =
        reference.isEmpty() ? std::optional(m_builder.cellCount()) : columnOf(reference);
    if (!column || *column < m_builder.cellCount()) {
        m_isDamaged = true;
        return;
    }
    while (m_builder.cellCount() < *column)
        m_builder.addCell({});
    const QByteArray text = cellText(m_part->attribute("t"_L1), m_part->attribute("s"_L1).toInt());
    m_builder.addCell(text);
    if (text.isEmpty())
        return;
    m_hasRowText = true;
    if (m_hiddenColumns.contains(*column))
        m_hiddenColumnsWithText.insert(*column);
}

void SheetReader::hideColumns()
{
    const qsizetype last = std::min<qsizetype>(m_part->attribute("max"_L1).toLongLong(), maximumColumn);
    for (qsizetype column = m_part->attribute("min"_L1).toLongLong(); column <= last; ++column)
        m_hiddenColumns.insert(column - 1);
}

/// The text of the cell that has begun; its end is the next token.
QByteArray SheetReader::cellText(const QString &type, qsizetype style)
{
    QByteArray value;
    QByteArray inlined;
    bool isValue = false;
    while (m_part->next() && !m_part->isEnd("c"_L1)) {
        if (m_part->isStart("is"_L1))
            inlined = m_part->richText("is"_L1).toUtf8();
        else if (m_part->isStart("v"_L1) || m_part->isEnd("v"_L1))
            isValue = m_part->isStart("v"_L1);
        else if (isValue && m_part->isText())
            value += m_part->text().toUtf8();
    }
    return type == "inlineStr"_L1 ? inlined : valueText(type, style, value);
}

QByteArray SheetReader::valueText(const QString &type, qsizetype style, const QByteArray &value) const
{
    if (value.isEmpty())
        return {};
    if (type == "s"_L1) {
        bool isNumber = false;
        const qsizetype number = value.toLongLong(&isNumber);
        return m_sharedString(isNumber ? number : -1);
    }
    if (type == "b"_L1)
        return value == "1" ? "TRUE" : "FALSE";
    // Results of formulas, errors such as "#N/A", and dates are texts already.
    if (!type.isEmpty() && type != "n"_L1)
        return value;
    return m_formats.text(value, style).toUtf8();
}
