// SPDX-License-Identifier: Apache-2.0
#include "core/values/pinyin.h"

#include <QFile>
#include <QList>
#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char16_t firstCharacter = 0x3400;
constexpr char16_t lastCharacter = 0x9FFF;
/// So many characters fit into the set of places.
constexpr qsizetype longestWanted = 63;

/// What scripts/pinyin has made: the syllables, a zero, and the number of a syllable for each character.
class Table
{
public:
    Table()
    {
        QFile file(u":/pinyin.bin"_s);
        if (!file.open(QIODevice::ReadOnly))
            return;
        m_bytes = file.readAll();
        m_numbers = m_bytes.indexOf('\0') + 1;
        m_syllables = m_bytes.first(m_numbers - 1).split('\n');
    }

    QByteArray syllable(QChar character) const
    {
        const char16_t code = character.unicode();
        if (code < firstCharacter || code > lastCharacter || m_bytes.isEmpty())
            return {};
        const qsizetype at = m_numbers + (qsizetype{sizeof(quint16)} * (code - firstCharacter));
        return m_syllables.at(qFromLittleEndian<quint16>(m_bytes.constData() + at));
    }

private:
    QByteArray m_bytes;
    QByteArrayList m_syllables;
    qsizetype m_numbers = 0;
};

const Table &table()
{
    static const Table readings;
    return readings;
}

/// v is how ü is typed; who does not know that types u.
bool isSame(char letter, QChar typed)
{
    return typed == QLatin1Char(letter) || (letter == 'v' && typed == u'u');
}

/// Places of @p wanted as bits: those that are reached behind @p character from those of @p places.
quint64 behind(quint64 places, QChar character, const QString &wanted)
{
    const QByteArray syllable = table().syllable(character);
    quint64 result = 0;
    for (qsizetype place = 0; place < wanted.size(); ++place) {
        if ((places >> place & 1U) == 0)
            continue;
        if (character == wanted.at(place))
            result |= quint64{1} << (place + 1);
        const qsizetype most = std::min(syllable.size(), wanted.size() - place);
        for (qsizetype length = 0; length < most && isSame(syllable.at(length), wanted.at(place + length));
             ++length)
            result |= quint64{1} << (place + length + 1);
    }
    return result;
}

} // namespace

QByteArray Pinyin::syllable(QChar character)
{
    return table().syllable(character);
}

bool Pinyin::isTyped(const QString &wanted)
{
    const auto isLatin = [](QChar character) {
        const QChar lower = character.toLower();
        return lower >= u'a' && lower <= u'z';
    };
    return wanted.size() <= longestWanted && std::ranges::any_of(wanted, isLatin);
}

bool Pinyin::contains(const QString &text, const QString &wanted)
{
    const QString folded = wanted.toLower();
    if (folded.size() > longestWanted)
        return text.contains(wanted, Qt::CaseInsensitive);
    const quint64 whole = quint64{1} << folded.size();
    // A match may begin at every character.
    quint64 places = 1;
    for (const QChar character : text) {
        places = behind(places, character.toLower(), folded) | 1U;
        if ((places & whole) != 0)
            return true;
    }
    return folded.isEmpty();
}
