// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "core/workbook/cellformats.h"
#include "core/workbook/sheetreader.h"
#include "core/workbook/zipparts.h"

#include <QStringList>

#include <memory>

/// An Excel workbook (.xlsx, .xlsm) in memory: what its cells show. Macros, links and pictures are not looked
/// at, and a document type definition is refused.
class Workbook
{
public:
    static constexpr qsizetype maximumSheets = 1'000;

    /// ListRefused where @p bytes are no workbook that can be read.
    static Result<std::shared_ptr<Workbook>> open(const QByteArray &bytes);

    /// The sheets that are shown, in their order.
    QStringList sheetNames() const;

    /// True when the sheet at @p index has anything to read.
    bool hasCells(qsizetype index);

    /// The cells of the sheet at @p index. ListRefused, and as ListTableBuilder.
    Result<WorkbookSheet> read(qsizetype index);

private:
    struct Sheet
    {
        QString name;
        QString part;
    };

    explicit Workbook(std::shared_ptr<ZipParts> parts);

    std::optional<ListProblem> readContents();
    std::optional<ListProblem> readSheets(const QString &workbookPart);
    std::optional<ListProblem> readStrings(const QString &part);
    std::optional<ListProblem> readFormats(const QString &part);

    std::shared_ptr<ZipParts> m_parts;
    QList<Sheet> m_sheets;
    CellFormats m_formats;
    /// The shared strings, one after the other, and where each ends.
    QByteArray m_strings;
    QList<qsizetype> m_stringEnds;
};
