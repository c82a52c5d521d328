// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/xmlpart.h"

#include "core/workbook/zipparts.h"

#include <QIODevice>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

QString withCharacters(QString text)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    if (!text.contains("_x"_L1))
        return text;
    qsizetype at = 0;
    for (auto match = escape.match(text, at); match.hasMatch(); match = escape.match(text, at)) {
        at = match.capturedStart() + 1;
        text.replace(match.capturedStart(), match.capturedLength(),
                     QChar(match.captured(1).toUShort(nullptr, 16)));
    }
    return text;
}

} // namespace

XmlPart::XmlPart(ZipParts *parts, const QString &name)
    : m_parts(parts)
    , m_device(parts->part(name))
{
    if (m_device)
        m_reader.setDevice(m_device.get());
    else
        m_problem = ListProblem::Damaged;
}

XmlPart::~XmlPart() = default;

bool XmlPart::next()
{
    if (m_problem || m_reader.atEnd())
        return false;
    const QXmlStreamReader::TokenType token = m_reader.readNext();
    if (m_parts->isExhausted())
        m_problem = ListProblem::Oversized;
    // Entities of a document type can grow without bounds, and no spreadsheet program writes one.
    else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::DTD)
        m_problem = ListProblem::Damaged;
    return !m_problem;
}

bool XmlPart::isStart(QLatin1StringView name) const
{
    return m_reader.isStartElement() && m_reader.name() == name;
}

bool XmlPart::isEnd(QLatin1StringView name) const
{
    return m_reader.isEndElement() && m_reader.name() == name;
}

QString XmlPart::attribute(QLatin1StringView name) const
{
    return m_reader.attributes().value(name).toString();
}

QString XmlPart::foreignAttribute(QLatin1StringView name) const
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    for (const QXmlStreamAttribute &each : attributes) {
        if (each.name() == name && !each.namespaceUri().isEmpty())
            return each.value().toString();
    }
    return {};
}

bool XmlPart::flag(QLatin1StringView name) const
{
    const QString value = attribute(name);
    return value == "1"_L1 || value == "true"_L1;
}

QString XmlPart::richText(QLatin1StringView end)
{
    QString result;
    bool isText = false;
    bool isPhonetic = false;
    while (next() && !isEnd(end)) {
        if (isStart("rPh"_L1) || isEnd("rPh"_L1))
            isPhonetic = isStart("rPh"_L1);
        else if (isStart("t"_L1) || isEnd("t"_L1))
            isText = isStart("t"_L1);
        else if (isText && !isPhonetic && this->isText())
            result += text();
    }
    return withCharacters(result);
}
