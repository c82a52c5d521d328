// SPDX-License-Identifier: Apache-2.0
#include "endurance/processmeter.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <malloc.h>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The number behind @p name in a file of lines such as "VmRSS:  1234 kB"; 0 where it is not told.
qint64 numberIn(const QString &fileName, QByteArrayView name)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size()).simplified().split(' ').constFirst().toLongLong();
    }
    return 0;
}

} // namespace

ProcessSample ProcessSample::now(const QString &journalFile)
{
    ProcessSample result{.proportionalKilobytes = numberIn(u"/proc/self/smaps_rollup"_s, "Pss:"),
                         .residentKilobytes = numberIn(u"/proc/self/smaps_rollup"_s, "Rss:"),
                         .threads = static_cast<int>(numberIn(u"/proc/self/status"_s, "Threads:"))};
    const struct mallinfo2 memory = mallinfo2();
    result.usedKilobytes = static_cast<qint64>((memory.uordblks + memory.hblkhd) / 1024);
    const QDir descriptors(u"/proc/self/fd"_s);
    for (const QString &name :
         descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const QString target = QFile::symLinkTarget(descriptors.filePath(name));
        if (target.contains("socket:"_L1))
            ++result.sockets;
        else if (target.startsWith(journalFile))
            ++result.journalFiles;
        else
            ++result.files;
    }
    return result;
}

void ProcessSample::raiseTo(const ProcessSample &other)
{
    proportionalKilobytes = std::max(proportionalKilobytes, other.proportionalKilobytes);
    residentKilobytes = std::max(residentKilobytes, other.residentKilobytes);
    usedKilobytes = std::max(usedKilobytes, other.usedKilobytes);
    files = std::max(files, other.files);
    journalFiles = std::max(journalFiles, other.journalFiles);
    sockets = std::max(sockets, other.sockets);
    threads = std::max(threads, other.threads);
}

void Trend::add(double x, double y)
{
    ++m_points;
    const double fromMean = x - m_meanX;
    m_meanX += fromMean / static_cast<double>(m_points);
    m_meanY += (y - m_meanY) / static_cast<double>(m_points);
    m_varianceX += fromMean * (x - m_meanX);
    m_covariance += fromMean * (y - m_meanY);
}

double Trend::slope() const
{
    return m_varianceX > 0 ? m_covariance / m_varianceX : 0;
}
