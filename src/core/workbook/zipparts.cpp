// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/zipparts.h"

#include "core/list/listrefusal.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <zip.h>

namespace {

/// Deflate packs a thousand to one at most; sheets are packed ten to one, and blank ones a hundred to one.
constexpr zip_uint64_t maximumRatio = 400;
/// Below it the ratio says nothing.
constexpr zip_uint64_t smallPart = zip_uint64_t{1024} * 1024;

/// A path that leads out of the archive.
bool isForeignPath(QByteArrayView name)
{
    return name.startsWith('/') || name.contains('\\') || name.contains(':') || name.startsWith("../") ||
           name.indexOf("/../") >= 0;
}

std::optional<ListProblem> problemOf(zip *archive, zip_uint64_t index)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0 ||
        isForeignPath(stat.name))
        return ListProblem::Damaged;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return ListProblem::PasswordProtected;
    const bool isPackedHard =
        stat.size > smallPart && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > maximumRatio;
    return isPackedHard ? std::optional(ListProblem::Oversized) : std::nullopt;
}

} // namespace

/// One part while it is read.
class ZipPart : public QIODevice
{
public:
    ZipPart(ZipParts *parts, zip_file *file)
        : m_parts(parts)
        , m_file(file)
    {
        open(QIODevice::ReadOnly);
    }
    ~ZipPart() override { zip_fclose(m_file); }
    Q_DISABLE_COPY_MOVE(ZipPart)

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const zip_int64_t bytes = zip_fread(m_file, data, static_cast<zip_uint64_t>(size));
        if (bytes < 0)
            return -1;
        m_parts->m_bytesLeft -= bytes;
        return m_parts->isExhausted() ? -1 : bytes;
    }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    ZipParts *m_parts;
    zip_file *m_file;
};

ZipParts::ZipParts(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(m_bytes.constData(), static_cast<zip_uint64_t>(m_bytes.size()), 0, &error);
    m_archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (m_archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
}

ZipParts::~ZipParts()
{
    if (m_archive != nullptr)
        zip_discard(m_archive);
}

Result<std::shared_ptr<ZipParts>> ZipParts::open(const QByteArray &bytes)
{
    const std::shared_ptr<ZipParts> parts(new ZipParts(bytes));
    if (parts->m_archive == nullptr)
        return ListRefusals::error(ListProblem::Damaged);
    if (parts->count() > maximumParts)
        return ListRefusals::error(ListProblem::TooManySheets);
    for (qint64 index = 0; index < parts->count(); ++index) {
        if (const auto problem = problemOf(parts->m_archive, static_cast<zip_uint64_t>(index)))
            return ListRefusals::error(*problem);
    }
    return parts;
}

bool ZipParts::has(const QString &name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

qint64 ZipParts::count() const
{
    return zip_get_num_entries(m_archive, 0);
}

std::unique_ptr<QIODevice> ZipParts::part(const QString &name)
{
    zip_file *file = zip_fopen(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE);
    return file == nullptr ? nullptr : std::make_unique<ZipPart>(this, file);
}
