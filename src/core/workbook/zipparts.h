// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/listproblem.h"
#include "core/values/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>

struct zip;
struct zip_file;

/// The parts of a ZIP archive in memory, as workbooks are made of them. Nothing is written to the disk.
/// Bounds keep a small file from growing: the number of parts, how much each is packed, and what is unpacked
/// of all.
class ZipParts
{
public:
    static constexpr qint64 maximumParts = 20'000;
    static constexpr qint64 maximumBytes = qint64{200} * 1024 * 1024;

    /// ListRefused: Damaged, PasswordProtected or Oversized.
    static Result<std::shared_ptr<ZipParts>> open(const QByteArray &bytes);
    ~ZipParts();
    Q_DISABLE_COPY_MOVE(ZipParts)

    bool has(const QString &name) const;
    qint64 count() const;

    /// A sequential device with the unpacked bytes of the part @p name; null where there is none.
    std::unique_ptr<QIODevice> part(const QString &name);

    /// True once a part gave more bytes than all of them may have.
    bool isExhausted() const { return m_bytesLeft < 0; }

private:
    explicit ZipParts(QByteArray bytes);

    friend class ZipPart;

    /// The archive refers to them.
    QByteArray m_bytes;
    zip *m_archive = nullptr;
    qint64 m_bytesLeft = maximumBytes;
};
