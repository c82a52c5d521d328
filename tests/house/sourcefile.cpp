// SPDX-License-Identifier: Apache-2.0
#include "house/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QDir &top()
{
    static const QDir dir(QStringLiteral(KICKDESK_SOURCE_DIR));
    return dir;
}

} // namespace

SourceFile SourceTree::read(const QString &path)
{
    QFile file(top().filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {.path = path, .text = {}};
    return {.path = path, .text = QString::fromUtf8(file.readAll())};
}

QList<SourceFile> SourceTree::files(const QStringList &folders, const QStringList &patterns)
{
    QList<SourceFile> result;
    for (const QString &folder : folders) {
        const auto depth = folder == "."_L1 ? QDirIterator::NoIteratorFlags : QDirIterator::Subdirectories;
        QDirIterator files(top().filePath(folder), patterns, QDir::Files | QDir::Hidden, depth);
        while (files.hasNext()) {
            const QString path = QDir::cleanPath(top().relativeFilePath(files.next()));
            if (!path.contains("/node_modules/"_L1))
                result.append(read(path));
        }
    }
    std::ranges::sort(result, {}, &SourceFile::path);
    return result;
}
