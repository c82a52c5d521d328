// SPDX-License-Identifier: Apache-2.0
#include "house/catalogue.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(u"%L?([0-9]{1,2}|n)"_s);
    return expression;
}

const QRegularExpression &mnemonic()
{
    static const QRegularExpression expression(u"(?<!&)&(?!&)\\S"_s);
    return expression;
}

/// Which placeholders @p text holds; how often does not matter.
QStringList placeholders(const QString &text)
{
    QStringList result;
    for (auto found = placeholder().globalMatch(text); found.hasNext();)
        result.append(found.next().captured());
    result.removeDuplicates();
    result.sort();
    return result;
}

/// Names that are the same in every language.
bool isName(const QString &source)
{
    static const QRegularExpression lowerCaseWord(u"\\b[a-z]"_s);
    const QString words = QString(source).remove(placeholder());
    return source == "Kickdesk"_L1 || !words.contains(QRegularExpression(u"\\pL"_s)) ||
           (words == words.toUpper() && !words.contains(lowerCaseWord));
}

QStringList translationsOf(QXmlStreamReader &xml)
{
    QStringList result;
    QString text;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isCharacters())
            text += xml.text();
        else if (xml.isStartElement())
            result.append(xml.readElementText());
    }
    return result.isEmpty() ? QStringList(text) : result;
}

} // namespace

QList<Message> Catalogue::read(const QByteArray &xml)
{
    QList<Message> result;
    QString context;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "name"_L1) {
            context = reader.readElementText();
        } else if (reader.name() == "message"_L1) {
            Message message;
            message.context = context;
            message.isPlural = reader.attributes().value("numerus"_L1) == "yes"_L1;
            result.append(message);
        } else if (reader.name() == "source"_L1) {
            result.last().source = reader.readElementText();
        } else if (reader.name() == "translation"_L1) {
            result.last().isFinished = !reader.attributes().hasAttribute("type"_L1);
            result.last().translations = translationsOf(reader);
        }
    }
    return reader.hasError() ? QList<Message>() : result;
}

QStringList Catalogue::faults(const Message &message)
{
    QStringList result;
    if (!message.isFinished)
        result.append(u"not translated"_s);
    if (hasHan(message.source))
        result.append(u"the source is not English"_s);
    if (message.isPlural != message.source.contains(QRegularExpression(u"%L?n"_s)))
        result.append(u"%n and a number go together"_s);
    for (const QString &translation : message.translations) {
        if (translation.trimmed().isEmpty())
            result.append(u"empty"_s);
        if (placeholders(translation) != placeholders(message.source))
            result.append(u"other placeholders"_s);
        if (translation.contains(mnemonic()) != message.source.contains(mnemonic()))
            result.append(u"a keyboard mnemonic on one side only"_s);
    }
    return result;
}

QStringList Catalogue::chineseFaults(const Message &message)
{
    QStringList result;
    for (const QString &translation : message.translations) {
        if (!hasHan(translation) && !isName(message.source))
            result.append(u"no Chinese character"_s);
    }
    return result;
}

bool Catalogue::hasHan(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::ranges::any_of(characters, [](uint c) { return QChar::script(c) == QChar::Script_Han; });
}
