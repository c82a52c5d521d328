// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/listproblem.h"

#include <QString>
#include <QXmlStreamReader>

#include <memory>
#include <optional>

class QIODevice;
class ZipParts;

/// A part of a workbook as a stream of elements.
class XmlPart
{
public:
    /// @p parts must outlive the stream.
    XmlPart(ZipParts *parts, const QString &name);
    ~XmlPart();
    Q_DISABLE_COPY_MOVE(XmlPart)

    /// Goes on to the next token; false at the end, and where the part is damaged, missing or too large.
    bool next();
    std::optional<ListProblem> problem() const { return m_problem; }

    bool isStart(QLatin1StringView name) const;
    bool isEnd(QLatin1StringView name) const;
    QString attribute(QLatin1StringView name) const;
    /// One with a name space, as references to other parts have.
    QString foreignAttribute(QLatin1StringView name) const;
    bool flag(QLatin1StringView name) const;
    /// The text of a token that is text.
    QStringView text() const { return m_reader.text(); }
    bool isText() const { return m_reader.isCharacters(); }

    /// All text up to the end of the element @p end, but how it is pronounced; "_x000A_" stands for a
    /// character.
    QString richText(QLatin1StringView end);

private:
    ZipParts *m_parts;
    std::unique_ptr<QIODevice> m_device;
    QXmlStreamReader m_reader;
    std::optional<ListProblem> m_problem;
};
