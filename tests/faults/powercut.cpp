// SPDX-License-Identifier: Apache-2.0
#include "faults/powercut.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace {

/// What a disk writes whole or not at all.
constexpr qint64 sectorSize = 512;

bool isChange(VfsOperation operation)
{
    switch (operation) {
    case VfsOperation::Write:
    case VfsOperation::Truncate:
    case VfsOperation::Sync:
    case VfsOperation::Delete:
        return true;
    case VfsOperation::Open:
    case VfsOperation::Read:
    case VfsOperation::Other:
        break;
    }
    return false;
}

bool isHeads(QRandomGenerator *chance)
{
    return chance->bounded(2) == 0;
}

/// What is found where nothing was written, but something behind it.
void growTo(QByteArray *bytes, qint64 size, bool isGarbage, QRandomGenerator *chance)
{
    while (bytes->size() < size)
        bytes->append(isGarbage ? static_cast<char>(chance->bounded(256)) : '\0');
}

} // namespace

VfsVerdict PowerCut::judge(const VfsCall &call)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isOff)
        return {.error = call.usualError};
    if (call.file == nullptr)
        return {};
    if (call.operation == VfsOperation::Open)
        (void)imageOf(call.file);
    if (!isChange(call.operation))
        return {};
    ++m_changes;
    m_isOff = --m_left == 0;
    // A sync at which the power goes has not been answered.
    if (!m_isOff || call.operation != VfsOperation::Sync)
        note(call);
    return m_isOff ? VfsVerdict{.error = call.usualError} : VfsVerdict();
}

PowerCut::Image &PowerCut::imageOf(const char *file)
{
    const QByteArray name(file);
    auto image = m_images.find(name);
    if (image == m_images.end()) {
        QFile found(QFile::decodeName(name));
        const bool isThere = found.open(QIODevice::ReadOnly);
        image =
            m_images.insert(name, {.synced = isThere ? found.readAll() : QByteArray(), .isNew = !isThere});
    } else if (image->isDeleted) {
        *image = {.isNew = true};
    }
    return *image;
}

void PowerCut::note(const VfsCall &call)
{
    if (call.operation == VfsOperation::Delete) {
        if (const auto image = m_images.find(call.file); image != m_images.end())
            image->isDeleted = true;
        if (call.isSynced)
            syncFolder();
        return;
    }
    Image &image = imageOf(call.file);
    if (call.operation == VfsOperation::Write) {
        image.changes.append(Change{.offset = call.offset, .bytes = QByteArray(call.bytes, call.size)});
    } else if (call.operation == VfsOperation::Truncate) {
        image.changes.append(Change{.offset = call.size, .bytes = {}});
    } else {
        for (const Change &change : std::as_const(image.changes))
            apply(change, &image.synced);
        image.changes.clear();
        if (std::exchange(image.isNew, false))
            syncFolder();
    }
}

void PowerCut::syncFolder()
{
    m_images.removeIf([](const auto &entry) { return entry.value().isDeleted; });
}

void PowerCut::apply(const Change &change, QByteArray *bytes)
{
    if (change.bytes.isNull()) {
        bytes->resize(std::min<qint64>(bytes->size(), change.offset));
        return;
    }
    growTo(bytes, change.offset, false, nullptr);
    bytes->replace(change.offset, change.bytes.size(), change.bytes);
}

bool PowerCut::isOff() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isOff;
}

int PowerCut::changes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_changes;
}

bool PowerCut::writeSurvivors(const QString &folder, Rest rest, quint32 seed) const
{
    const QMutexLocker lock(&m_mutex);
    QRandomGenerator chance(seed);
    const auto survives = [&] {
        return rest == Rest::Everything || (rest == Rest::Some && isHeads(&chance));
    };
    const bool isGarbage = isHeads(&chance);
    for (auto image = m_images.cbegin(); image != m_images.cend(); ++image) {
        // The name of a deleted file may still be there.
        if (image->isDeleted && survives())
            continue;
        QByteArray bytes = image->synced;
        for (const Change &change : image->changes) {
            if (change.bytes.isNull()) {
                if (survives())
                    apply(change, &bytes);
                continue;
            }
            qint64 at = 0;
            while (at < change.bytes.size()) {
                const qint64 place = change.offset + at;
                const qint64 amount = std::min(sectorSize - place % sectorSize, change.bytes.size() - at);
                if (survives()) {
                    growTo(&bytes, place, isGarbage, &chance);
                    apply({.offset = place, .bytes = change.bytes.sliced(at, amount)}, &bytes);
                }
                at += amount;
            }
        }
        QFile file(QDir(folder).filePath(QFileInfo(QFile::decodeName(image.key())).fileName()));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            return false;
    }
    return true;
}
