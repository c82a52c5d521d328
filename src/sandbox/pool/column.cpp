// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/column.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace Simulated {

namespace {

constexpr char separator = '\n';
/// How many places are looked at in one go.
constexpr qsizetype blockLength = 64;
/// No text is as long as this, so no needle needs to be.
constexpr qsizetype maximumNeedle = 256;
/// Behind the last text, so that a needle may be looked for at every place of the last block.
constexpr qsizetype padding = blockLength + maximumNeedle;

char lowerAscii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// Looks for a needle at all places of a block together.
class Probe
{
public:
    explicit Probe(QByteArrayView needle)
        : m_needle(needle)
        , m_middle(needle.size() / 2)
        , m_last(needle.size() - 1)
    {
    }

    /// One bit for each place of the block at @p at where the needle's first, middle and last byte fit.
    quint64 candidates(const char *at) const
    {
        // Without a branch in the loop, compilers turn it into vector code.
        std::array<unsigned char, blockLength> fits;
        for (qsizetype i = 0; i < blockLength; ++i)
            fits[static_cast<size_t>(i)] = static_cast<unsigned char>(
                int{at[i] == m_needle.front()} & int{at[i + m_middle] == m_needle[m_middle]} &
                int{at[i + m_last] == m_needle.back()});
        quint64 result = 0;
        for (size_t i = 0; i < fits.size(); i += sizeof(quint64)) {
            // The product gathers the lowest bits of the eight bytes in its top byte.
            const auto eight = qFromLittleEndian<quint64>(fits.data() + i);
            result |= (eight * 0x0102040810204080U >> 56) << i;
        }
        return result;
    }

    /// Whether the needle begins at a candidate.
    bool isAt(const char *at) const
    {
        // Up to three bytes, a candidate has them all.
        return m_last < 3 || std::memcmp(at, m_needle.data(), static_cast<size_t>(m_needle.size())) == 0;
    }

private:
    QByteArrayView m_needle;
    qsizetype m_middle;
    qsizetype m_last;
};

} // namespace

Column::Column(const Users &users, UserField field)
{
    m_ends.reserve(users.count());
    m_texts.reserve(qsizetype{users.count()} * 12);
    for (quint32 i = 0; i < users.count(); ++i) {
        users.append(m_texts, field, i);
        m_texts.append(separator);
        m_ends.push_back(static_cast<quint32>(m_texts.size()));
    }
    m_texts.append(QByteArray(padding, separator));
    m_texts.squeeze();
    std::ranges::transform(m_texts, m_texts.begin(), lowerAscii);
    for (const char byte : std::as_const(m_texts))
        m_bytes.set(static_cast<unsigned char>(byte));
    m_bytes.reset(separator);
}

QByteArrayView Column::text(quint32 index) const
{
    const quint32 begin = index == 0 ? 0 : m_ends[index - 1];
    return QByteArrayView(m_texts).sliced(begin, m_ends[index] - begin - 1);
}

bool Column::canContain(QByteArrayView needle) const
{
    return std::ranges::all_of(needle,
                               [this](char byte) { return m_bytes.test(static_cast<unsigned char>(byte)); });
}

void Column::addMatches(Bitmap &found, QByteArrayView needle) const
{
    if (needle.size() > maximumNeedle || !canContain(needle))
        return;
    const Probe probe(needle);
    const char *const begin = m_texts.constData();
    const qsizetype length = m_texts.size() - padding;
    size_t index = 0;
    qsizetype nextText = 0;
    for (qsizetype block = 0; block < length; block += blockLength) {
        quint64 candidates = probe.candidates(begin + block);
        while (candidates != 0) {
            const qsizetype place = block + std::countr_zero(candidates);
            candidates &= candidates - 1;
            if (place < nextText || !probe.isAt(begin + place))
                continue;
            while (m_ends[index] <= place)
                ++index;
            found.set(static_cast<quint32>(index));
            // Once is enough for each user.
            nextText = m_ends[index];
            const qsizetype left = nextText - block;
            candidates = left < blockLength ? candidates & (~quint64{0} << left) : 0;
        }
    }
}

} // namespace Simulated
