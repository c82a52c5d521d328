// SPDX-License-Identifier: Apache-2.0
#include "core/values/servertext.h"

#include <QRegularExpression>

#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first bytes choose how the rest is read and how much of it may be shown.
QString textFrom(const QByteArray &bytes)
{
    const QByteArray rest = bytes.sliced(2);
    if ((bytes.at(0) & 1) == 0)
        return QString::fromUtf8(rest);
    QString text;
    for (qsizetype at = 0; at + 1 < rest.size(); at += 2)
        text += QChar(static_cast<uchar>(rest.at(at)), static_cast<uchar>(rest.at(at + 1)));
    return text;
}

void check(bool isRight, const char *rule)
{
    if (!isRight)
        qFatal("%s", rule);
}

void checkCharacters(const QString &shown)
{
    int marks = 0;
    for (const uint point : shown.toUcs4()) {
        const QChar::Category category = QChar::category(point);
        check(category != QChar::Other_Control && category != QChar::Other_Format &&
                  category != QChar::Other_Surrogate && category != QChar::Separator_Line &&
                  category != QChar::Separator_Paragraph,
              "a control or direction character is left");
        const bool isMark = category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
        marks = isMark ? marks + 1 : 0;
        check(marks <= ServerText::maximumCombiningMarks, "too many combining marks");
    }
    check(shown.isValidUtf16(), "half a character is left");
}

} // namespace

/// Whatever the text: what is shown is one line, short, plain, and without a character that moves others.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype limit = static_cast<uchar>(bytes.at(1));
    const ServerText text(textFrom(bytes));

    const QString plain = text.plain(limit);
    check(plain.size() <= limit + 1, "too long");
    checkCharacters(plain);
    check(!ServerText(plain).hasHiddenCharacters(), "what is shown still hides something");
    check(ServerText(plain).plain(limit) == plain, "shown twice, it is another text");

    const QString escaped = text.escaped(limit);
    static const QRegularExpression bare(u"[<>\"]|&(?!(lt|gt|amp|quot);)"_s);
    check(!escaped.contains(bare), "markup is left");
    QString back = escaped;
    back.replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, "\""_L1)
        .replace("&amp;"_L1, "&"_L1);
    check(back == plain, "escaping changed the text");

    const QString whole = text.plain(text.verbatim().size() * 8);
    check(text.hasHiddenCharacters() || whole.size() <= text.verbatim().size(),
          "something was added to a harmless text");
    return 0;
}
