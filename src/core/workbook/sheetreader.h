// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listtable.h"
#include "core/values/result.h"
#include "core/workbook/cellformats.h"

#include <QSet>

#include <functional>

class XmlPart;

/// One sheet of a workbook.
struct WorkbookSheet
{
    ListTable table;
    /// Rows and columns with text that the sheet does not show; they are part of the table all the same.
    qsizetype hiddenRows = 0;
    qsizetype hiddenColumns = 0;
};

/// Reads the cells of one sheet (ECMA-376, part 1, 18.3).
class SheetReader
{
public:
    /// @p sharedString gives the UTF-8 of the string of that number. @p part and @p formats must outlive the
    /// reader.
    SheetReader(XmlPart *part, const CellFormats &formats, std::function<QByteArray(qsizetype)> sharedString);

    Result<WorkbookSheet> read();

private:
    bool beginRow();
    void readCell();
    void hideColumns();
    void readToken();
    QByteArray cellText(const QString &type, qsizetype style);
    QByteArray valueText(const QString &type, qsizetype style, const QByteArray &value) const;

    XmlPart *m_part;
    const CellFormats &m_formats;
    std::function<QByteArray(qsizetype)> m_sharedString;
    ListTableBuilder m_builder;
    QSet<qsizetype> m_hiddenColumns;
    QSet<qsizetype> m_hiddenColumnsWithText;
    qsizetype m_hiddenRows = 0;
    bool m_isRowHidden = false;
    bool m_hasRowText = false;
    bool m_isDamaged = false;
};
