// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journalanchor.h"

#include "core/files/files.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Long enough for any number, so that a line takes the place of the one before.
constexpr int seqWidth = 20;
/// Digits that show whether a line is whole.
constexpr int checkWidth = 16;
constexpr qint64 longestLine = 512;

QByteArray checkOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(checkWidth);
}

} // namespace

QString JournalAnchor::fileOf(const QString &journalFile)
{
    return journalFile + u".head"_s;
}

std::optional<JournalPast> JournalAnchor::read(const QString &journalFile)
{
    const Files::Content content = Files::read(fileOf(journalFile), longestLine);
    const QByteArrayList words = content.bytes.split('\n').first().split(' ');
    constexpr qsizetype wordCount = 4;
    if (words.size() != wordCount || checkOf(words.first(wordCount - 1).join(' ')) != words.last())
        return {};
    return JournalPast{.identity = words.at(0),
                       .newest = {.seq = words.at(1).toLongLong(), .hash = words.at(2)}};
}

JournalAnchor::JournalAnchor(const QString &journalFile)
    : m_name(fileOf(journalFile))
{
}

void JournalAnchor::write(const JournalPast &past)
{
    // Unbuffered, so that a line is one write. Not truncated: there is never a moment without a line.
    if (!m_file.isOpen() && !Files::openOwn(&m_file, m_name, QIODevice::ReadWrite | QIODevice::Unbuffered))
        return;
    const QByteArray text = past.identity + ' ' +
                            QByteArray::number(past.newest.seq).rightJustified(seqWidth, '0') + ' ' +
                            past.newest.hash;
    if (m_file.seek(0))
        m_file.write(text + ' ' + checkOf(text) + '\n');
}
