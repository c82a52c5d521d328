// SPDX-License-Identifier: Apache-2.0
#include "models/table/textarena.h"

#include "core/values/pinyin.h"
#include "models/table/textscan.h"

#include <QByteArrayView>

#include <algorithm>

void TextArena::append(std::initializer_list<QString> texts)
{
    m_begins.push_back(static_cast<quint32>(m_text.size()));
    for (const QString &text : texts) {
        m_text += text.toUtf8();
        m_text += '\0';
    }
}

void TextArena::squeeze()
{
    m_text.squeeze();
    m_begins.shrink_to_fit();
}

qsizetype TextArena::byteCount() const
{
    return m_text.capacity() + (static_cast<qsizetype>(m_begins.capacity()) * qsizetype{sizeof(quint32)});
}

QString TextArena::text(qsizetype row, int column) const
{
    const qsizetype begin = m_begins.at(static_cast<size_t>(row));
    QByteArrayView rest = QByteArrayView(m_text).sliced(begin, end(row) - begin);
    for (int before = 0; before < column; ++before)
        rest = rest.sliced(rest.indexOf('\0') + 1);
    return QString::fromUtf8(rest.first(rest.indexOf('\0')));
}

QBitArray TextArena::rowsWith(const QString &wanted) const
{
    QBitArray result(count());
    TextScan scan(wanted, m_text);
    qsizetype row = 0;
    for (qsizetype place = scan.next(0); place >= 0; place = scan.next(end(row))) {
        while (end(row) <= place)
            ++row;
        result.setBit(row);
    }
    if (Pinyin::isTyped(wanted))
        addTyped(wanted, &result);
    return result;
}

void TextArena::addTyped(const QString &wanted, QBitArray *rows) const
{
    // Characters from U+3000 on begin with such a byte.
    constexpr uchar firstWide = 0xE3;
    const auto isWide = [](char byte) { return static_cast<uchar>(byte) >= firstWide; };
    for (qsizetype row = 0; row < count(); ++row) {
        const qsizetype begin = m_begins.at(static_cast<size_t>(row));
        const QByteArrayView texts = QByteArrayView(m_text).sliced(begin, end(row) - begin);
        if (!rows->testBit(row) && std::ranges::any_of(texts, isWide) &&
            Pinyin::contains(QString::fromUtf8(texts), wanted))
            rows->setBit(row);
    }
}

qsizetype TextArena::end(qsizetype row) const
{
    return row + 1 < count() ? m_begins.at(static_cast<size_t>(row) + 1) : m_text.size();
}
