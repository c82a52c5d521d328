// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"
#include "core/list/listrefusal.h"
#include "core/workbook/workbook.h"

#include <cstdint>

/// Any bytes as a workbook: nothing crashes, what is refused has words, and every line of a sheet that is
/// read is counted.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<std::shared_ptr<Workbook>> workbook = Workbook::open(bytes);
    if (!workbook) {
        if (errorText(workbook.error()).isEmpty())
            qFatal("a refusal without words");
        return 0;
    }
    const Result<WorkbookSheet> sheet = (*workbook)->read(0);
    if (!sheet) {
        if (errorText(sheet.error()).isEmpty())
            qFatal("a refusal without words");
        return 0;
    }
    const Result<IdList> list = IdLists::read(sheet->table, ListGuesses::guess(sheet->table), {});
    if (list && IdLists::sum(*list).lines != sheet->table.lineCount())
        qFatal("a line that is not counted");
    return 0;
}
