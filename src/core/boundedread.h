// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>

#include <algorithm>

/// Up to @p bytes of @p file. QIODevice::read() makes room for all that it may read, which is a hundred
/// megabytes for a small file with a generous bound; a device or a pipe tells no size.
inline QByteArray boundedRead(QFile &file, qint64 bytes)
{
    return file.size() > 0 ? file.read(std::min(bytes, file.size() + 1)) : file.read(bytes);
}
