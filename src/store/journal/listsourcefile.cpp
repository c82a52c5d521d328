// SPDX-License-Identifier: Apache-2.0
#include "store/journal/listsourcefile.h"

#include "core/files/files.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const QString &journalFile, const QString &list)
{
    return u"%1.list-%2.rows"_s.arg(journalFile, list);
}

void removeOld(const QString &journalFile)
{
    const QDateTime oldest =
        QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(ListSourceFiles::longestKept).count());
    const QFileInfo pattern(nameOf(journalFile, u"*"_s));
    const QFileInfoList files = pattern.dir().entryInfoList({pattern.fileName()}, QDir::Files);
    for (const QFileInfo &file : files) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
}

} // namespace

QString ListSourceFiles::file(const QString &journalFile, qint64 jobId)
{
    return nameOf(journalFile, QString::number(jobId));
}

bool ListSourceFiles::save(const QString &journalFile, qint64 jobId, const QByteArray &lines)
{
    removeOld(journalFile);
    return Files::replaceOwn(file(journalFile, jobId), lines);
}

bool ListSourceFiles::exists(const QString &journalFile, qint64 jobId)
{
    return QFileInfo::exists(file(journalFile, jobId));
}
