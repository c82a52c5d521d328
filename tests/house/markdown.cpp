// SPDX-License-Identifier: Apache-2.0
#include "house/markdown.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

const QRegularExpression &headingLine()
{
    static const QRegularExpression line(uR"re(^(#+) (.*?)(?: <a id="([a-z0-9-]+)"></a>)?$)re"_s);
    return line;
}

/// The lines outside of code blocks.
QStringList prose(const QString &text)
{
    QStringList result;
    bool isCode = false;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("```"_L1))
            isCode = !isCode;
        else if (!isCode)
            result << line;
    }
    return result;
}

/// As the sites that show Markdown make it of a heading's text.
QString slug(const QString &text)
{
    QString result;
    const QString lower = text.toLower();
    for (const QChar character : lower) {
        if (character.isLetterOrNumber() || character == u'-' || character == u'_')
            result += character;
        else if (character.isSpace())
            result += u'-';
    }
    return result;
}

} // namespace

QList<Markdown::Heading> Markdown::headings(const QString &text)
{
    QList<Heading> result;
    const QStringList lines = prose(text);
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = headingLine().match(line);
        if (match.hasMatch())
            result.append({.level = static_cast<int>(match.capturedLength(1)),
                           .text = match.captured(2),
                           .anchor = match.captured(3)});
    }
    return result;
}

QStringList Markdown::anchors(const QString &text)
{
    QStringList result;
    const QList<Heading> all = headings(text);
    for (const Heading &heading : all) {
        if (!heading.anchor.isEmpty())
            result << heading.anchor;
        result << slug(heading.text);
    }
    return result;
}

QStringList Markdown::links(const QString &text)
{
    static const QRegularExpression link(u"\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\""_s);
    QStringList result;
    for (auto found = link.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result.append(match.captured(1) + match.captured(2));
    }
    return result;
}

QStringList Markdown::commands(const QString &text)
{
    static const QRegularExpression block(u"^```sh\\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    QStringList result;
    for (auto found = block.globalMatch(text); found.hasNext();)
        result += found.next().captured(1).split(u'\n', Qt::SkipEmptyParts);
    for (QString &command : result)
        command = command.section(u'#', 0, 0).trimmed();
    return result;
}

QStringList Markdown::skeleton(const QString &text)
{
    QStringList result;
    bool isCode = false;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("```"_L1)) {
            isCode = !isCode;
            result << line;
        } else if (!isCode) {
            if (const QRegularExpressionMatch match = headingLine().match(line); match.hasMatch())
                result << match.captured(1);
            if (line.startsWith(u'|'))
                result << u"row %1"_s.arg(line.count(" |"_L1));
            result += links(line);
        }
    }
    return result;
}
