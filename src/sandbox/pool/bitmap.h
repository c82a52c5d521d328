// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <bit>
#include <vector>

namespace Simulated {

/// A set of user indexes at one bit each.
class Bitmap
{
public:
    explicit Bitmap(quint32 size, bool full = false)
        : m_size(size)
        , m_words((size + 63) / 64, full ? ~quint64{0} : 0)
    {
        if (full && size % 64 != 0)
            m_words.back() = (quint64{1} << size % 64) - 1;
    }

    quint32 size() const { return m_size; }

    bool test(quint32 index) const { return (m_words[index / 64] >> (index % 64) & 1) != 0; }
    void set(quint32 index) { m_words[index / 64] |= quint64{1} << (index % 64); }
    void clear(quint32 index) { m_words[index / 64] &= ~(quint64{1} << (index % 64)); }

    void intersect(const Bitmap &other)
    {
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
    }

    void invert()
    {
        const Bitmap all(m_size, true);
        for (size_t i = 0; i < m_words.size(); ++i)
            m_words[i] = all.m_words[i] & ~m_words[i];
    }

    quint32 count() const
    {
        quint32 result = 0;
        for (const quint64 word : m_words)
            result += static_cast<quint32>(std::popcount(word));
        return result;
    }

    /// Calls @p visit with @p length indexes, beginning with the @p first-th of the set.
    template <typename Visitor>
    void visit(quint32 first, quint32 length, Visitor visit) const
    {
        for (size_t i = 0; i < m_words.size() && length > 0; ++i) {
            quint64 word = m_words[i];
            const auto here = static_cast<quint32>(std::popcount(word));
            if (here <= first) {
                first -= here;
                continue;
            }
            for (; word != 0 && length > 0; word &= word - 1) {
                if (first > 0) {
                    --first;
                    continue;
                }
                visit(static_cast<quint32>(i * 64) + static_cast<quint32>(std::countr_zero(word)));
                --length;
            }
        }
    }

private:
    quint32 m_size;
    std::vector<quint64> m_words;
};

} // namespace Simulated
