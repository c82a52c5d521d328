// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/lookalikes.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace {

struct Pair
{
    char16_t letter;
    char16_t latin;
};

/// The letters that fonts draw like a Latin one, from Unicode's confusables.txt; sorted. Letters that merely
/// remind of one are left out, so that ordinary names in Cyrillic and Greek carry no mark.
constexpr std::array foreignLetters{
    // Greek
    Pair{0x0391, u'A'},
    Pair{0x0392, u'B'},
    Pair{0x0395, u'E'},
    Pair{0x0396, u'Z'},
    Pair{0x0397, u'H'},
    Pair{0x0399, u'I'},
    Pair{0x039A, u'K'},
    Pair{0x039C, u'M'},
    Pair{0x039D, u'N'},
    Pair{0x039F, u'O'},
    Pair{0x03A1, u'P'},
    Pair{0x03A4, u'T'},
    Pair{0x03A5, u'Y'},
    Pair{0x03A7, u'X'},
    Pair{0x03B1, u'a'},
    Pair{0x03B9, u'i'},
    Pair{0x03BD, u'v'},
    Pair{0x03BF, u'o'},
    Pair{0x03C1, u'p'},
    // Cyrillic
    Pair{0x0405, u'S'},
    Pair{0x0406, u'I'},
    Pair{0x0408, u'J'},
    Pair{0x0410, u'A'},
    Pair{0x0412, u'B'},
    Pair{0x0415, u'E'},
    Pair{0x041A, u'K'},
    Pair{0x041C, u'M'},
    Pair{0x041D, u'H'},
    Pair{0x041E, u'O'},
    Pair{0x0420, u'P'},
    Pair{0x0421, u'C'},
    Pair{0x0422, u'T'},
    Pair{0x0423, u'Y'},
    Pair{0x0425, u'X'},
    Pair{0x0430, u'a'},
    Pair{0x0435, u'e'},
    Pair{0x043E, u'o'},
    Pair{0x0440, u'p'},
    Pair{0x0441, u'c'},
    Pair{0x0443, u'y'},
    Pair{0x0445, u'x'},
    Pair{0x0455, u's'},
    Pair{0x0456, u'i'},
    Pair{0x0458, u'j'},
    Pair{0x04AE, u'Y'},
    Pair{0x04BA, u'H'},
    Pair{0x04BB, u'h'},
    Pair{0x04C0, u'I'},
    Pair{0x04CF, u'l'},
    Pair{0x0501, u'd'},
    Pair{0x051A, u'Q'},
    Pair{0x051B, u'q'},
    Pair{0x051C, u'W'},
    Pair{0x051D, u'w'},
};
static_assert(std::ranges::is_sorted(foreignLetters, {}, &Pair::letter));

/// The Latin letter that @p character looks like, or @p character itself.
QChar latin(QChar character)
{
    constexpr char16_t firstForeign = foreignLetters.front().letter;
    if (character.unicode() < firstForeign)
        return character;
    const auto *const found =
        std::ranges::lower_bound(foreignLetters, character.unicode(), {}, &Pair::letter);
    return found != foreignLetters.end() && found->letter == character.unicode() ? QChar(found->latin)
                                                                                 : character;
}

/// One of zero and O, and one of one, I, i and l, stands for all of them.
QChar oneOfItsKind(QChar folded)
{
    switch (folded.unicode()) {
    case u'0':
        return u'o';
    case u'1':
    case u'i':
    case u'|':
    case 0x0131: // dotless i
        return u'l';
    default:
        return folded;
    }
}

bool isLatin(QChar character)
{
    return character.isLetter() && character.script() == QChar::Script_Latin;
}

/// As much as a screen shows of a name.
QString beginning(const ServerText &text)
{
    return text.verbatim().left(ServerText::defaultMaximumLength);
}

} // namespace

QString Lookalikes::skeleton(const ServerText &text)
{
    const QString composed = beginning(text).normalized(QString::NormalizationForm_KC);
    QString result;
    result.reserve(composed.size());
    for (const QChar character : composed) {
        const auto category = character.category();
        const bool isInvisible = category == QChar::Other_Format || category == QChar::Other_Control;
        if (isInvisible && !character.isSpace())
            continue;
        result += oneOfItsKind(latin(character).toCaseFolded());
    }
    return result.simplified();
}

bool Lookalikes::isMixed(const ServerText &text)
{
    const QStringList words = beginning(text).simplified().split(u' ');
    return std::ranges::any_of(words, [](const QString &word) {
        return std::ranges::any_of(word, isLatin) &&
               std::ranges::any_of(word, [](QChar each) { return latin(each) != each; });
    });
}
