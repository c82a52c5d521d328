// SPDX-License-Identifier: Apache-2.0
#include "house/sourcetexts.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands between the quotation marks of @p literals, which are written one after the other.
QString content(const QString &literals)
{
    static const QRegularExpression literal(uR"re("((?:\\.|[^"\\])*)")re"_s);
    QString result;
    for (auto found = literal.globalMatch(literals); found.hasNext();)
        result += found.next().captured(1);
    return result.replace("\\\""_L1, "\""_L1).replace("\\n"_L1, "\n"_L1).replace("\\\\"_L1, "\\"_L1);
}

SourceText text(const QString &context, const QString &source)
{
    static const QRegularExpression number(u"%L?n"_s);
    return {.context = context, .text = source, .isPlural = source.contains(number)};
}

QList<SourceText> inCode(const SourceFile &file)
{
    static const QRegularExpression call(
        uR"re(//[^\n]*|/\*.*?\*/|(?:\b(\w+)::)?\b(tr|translate|QT_TR_N?_?NOOP|QT_TRANSLATE_N?_?NOOP)\s*\(\s*)re"
        uR"re(((?:"(?:\\.|[^"\\])*"\s*)+)(?:,\s*((?:"(?:\\.|[^"\\])*"\s*)+))?|"(?:\\.|[^"\\\n])*")re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QList<SourceText> result;
    for (auto found = call.globalMatch(file.text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString name = match.captured(2);
        const bool namesContext = name == "translate"_L1 || name.startsWith("QT_TRANSLATE"_L1);
        if (namesContext && match.hasCaptured(4))
            result.append(text(content(match.captured(3)), content(match.captured(4))));
        else if (!namesContext && !name.isEmpty())
            result.append(text(match.captured(1), content(match.captured(3))));
    }
    return result;
}

QList<SourceText> inForm(const SourceFile &file)
{
    QList<SourceText> result;
    QString context;
    QXmlStreamReader xml(file.text);
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "class"_L1 && context.isEmpty())
            context = xml.readElementText();
        else if (xml.name() == "string"_L1 && xml.attributes().value("notr"_L1) != "true"_L1)
            result.append(text(context, xml.readElementText()));
    }
    result.removeIf([](const SourceText &each) { return each.text.isEmpty(); });
    return result;
}

} // namespace

QList<SourceText> SourceTexts::in(const SourceFile &file)
{
    return file.path.endsWith(".ui"_L1) ? inForm(file) : inCode(file);
}
