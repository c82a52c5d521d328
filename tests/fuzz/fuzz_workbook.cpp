// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"
#include "core/list/listrefusal.h"
#include "core/workbook/workbook.h"

#include <array>
#include <cstdint>
#include <zip.h>

namespace {

/// Between two parts of an input that is no archive.
constexpr char separator = '\xFF';

/// What stands in every workbook; the parts that say something are the input's.
constexpr std::array<std::pair<const char *, const char *>, 2> fixedParts{
    std::pair{"_rels/.rels",
              "<R><Relationship Id=\"d\" "
              "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
              "Target=\"xl/workbook.xml\"/></R>"},
    std::pair{"xl/_rels/workbook.xml.rels",
              "<R><Relationship Id=\"s1\" "
              "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
              "Target=\"sheet.xml\"/><Relationship Id=\"ss\" "
              "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" "
              "Target=\"strings.xml\"/><Relationship Id=\"st\" "
              "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
              "Target=\"styles.xml\"/></R>"}};
constexpr std::array inputParts{"xl/workbook.xml", "xl/sheet.xml", "xl/strings.xml", "xl/styles.xml"};

/// @p content must stay until the archive is closed.
void add(zip_t *zip, const char *name, const QByteArray &content)
{
    zip_source_t *source =
        zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
    const zip_int64_t index = zip_file_add(zip, name, source, 0);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

/// A sound archive with the parts of @p input: a change to the bytes of an archive seldom reaches what reads
/// its parts.
QByteArray archive(const QByteArray &input)
{
    QList<QByteArray> parts = input.split(separator);
    parts.resize(static_cast<qsizetype>(inputParts.size()));
    QList<QByteArray> fixed;
    for (const auto &[name, content] : fixedParts)
        fixed.append(content);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t *zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (std::size_t at = 0; at < fixedParts.size(); ++at)
        add(zip, fixedParts.at(at).first, fixed.at(static_cast<qsizetype>(at)));
    for (std::size_t at = 0; at < inputParts.size(); ++at)
        add(zip, inputParts.at(at), parts.at(static_cast<qsizetype>(at)));
    if (zip_close(zip) != 0 || zip_source_open(target) != 0)
        qFatal("the archive could not be made");
    zip_source_seek(target, 0, SEEK_END);
    QByteArray result(static_cast<qsizetype>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, result.data(), static_cast<zip_uint64_t>(result.size()));
    zip_source_close(target);
    zip_source_free(target);
    return result;
}

} // namespace

/// Any bytes as a workbook, or as the parts of one: nothing crashes, what is refused has words, and every
/// line of a sheet that is read is counted.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray bytes = input.startsWith("PK") ? input : archive(input);
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
