// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/workbook.h"

#include "core/list/listrefusal.h"
#include "core/workbook/xmlpart.h"

#include <QHash>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Relation
{
    QString type;
    /// Path of a part.
    QString target;
};

/// @p target as a path of a part, seen from the folder of @p base.
QString resolved(const QString &base, const QString &target)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList path = base.split(u'/');
    path.removeLast();
    for (const QString &step : target.split(u'/')) {
        if (step == ".."_L1 && !path.isEmpty())
            path.removeLast();
        else if (step != "."_L1)
            path.append(step);
    }
    return path.join(u'/');
}

/// What @p base refers to, by the names used there.
std::optional<QHash<QString, Relation>> relations(ZipParts *parts, const QString &base)
{
    const qsizetype folder = base.lastIndexOf(u'/') + 1;
    XmlPart part(parts, base.left(folder) + u"_rels/"_s + base.mid(folder) + u".rels"_s);
    QHash<QString, Relation> result;
    while (part.next()) {
        if (!part.isStart("Relationship"_L1) || part.attribute("TargetMode"_L1) == "External"_L1)
            continue;
        result.insert(part.attribute("Id"_L1), {.type = part.attribute("Type"_L1).section(u'/', -1),
                                                .target = resolved(base, part.attribute("Target"_L1))});
    }
    return part.problem() ? std::nullopt : std::optional(result);
}

/// What an archive is that is no workbook.
ListProblem problemOf(ZipParts *parts)
{
    if (parts->has(u"Index/Document.iwa"_s) || parts->has(u"Index.zip"_s))
        return ListProblem::Numbers;
    const std::unique_ptr<QIODevice> type = parts->part(u"mimetype"_s);
    constexpr qint64 longestType = 100;
    const QByteArray name = type ? type->read(longestType) : QByteArray();
    if (name.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
        return ListProblem::OpenDocument;
    return name.startsWith("application/") ? ListProblem::Document : ListProblem::OtherArchive;
}

ListProblem problemOfDocument(const QString &part)
{
    return part.endsWith(".bin"_L1, Qt::CaseInsensitive) ? ListProblem::BinaryWorkbook
                                                         : ListProblem::Document;
}

} // namespace

Workbook::Workbook(std::shared_ptr<ZipParts> parts)
    : m_parts(std::move(parts))
{
}

Result<std::shared_ptr<Workbook>> Workbook::open(const QByteArray &bytes)
{
    const Result<std::shared_ptr<ZipParts>> parts = ZipParts::open(bytes);
    if (!parts)
        return parts.error();
    const std::shared_ptr<Workbook> workbook(new Workbook(*parts));
    if (const auto problem = workbook->readContents())
        return ListRefusals::error(*problem);
    return workbook;
}

QStringList Workbook::sheetNames() const
{
    QStringList names;
    for (const Sheet &sheet : m_sheets)
        names << sheet.name;
    return names;
}

std::optional<ListProblem> Workbook::readContents()
{
    if (!m_parts->has(u"_rels/.rels"_s))
        return problemOf(m_parts.get());
    const auto documents = relations(m_parts.get(), {});
    if (!documents)
        return ListProblem::Damaged;
    for (const Relation &document : *documents) {
        if (document.type != "officeDocument"_L1)
            continue;
        const bool isWorkbook = document.target.endsWith("workbook.xml"_L1, Qt::CaseInsensitive) ||
                                document.target.startsWith("xl/"_L1);
        if (!isWorkbook || document.target.endsWith(".bin"_L1))
            return problemOfDocument(document.target);
        return readSheets(document.target);
    }
    return ListProblem::Damaged;
}

std::optional<ListProblem> Workbook::readSheets(const QString &workbookPart)
{
    const auto targets = relations(m_parts.get(), workbookPart);
    if (!targets)
        return ListProblem::Damaged;
    XmlPart part(m_parts.get(), workbookPart);
    while (part.next()) {
        if (part.isStart("workbookPr"_L1)) {
            m_formats.setFrom1904(part.flag("date1904"_L1));
        } else if (part.isStart("sheet"_L1)) {
            const Relation relation = targets->value(part.foreignAttribute("id"_L1));
            const QString state = part.attribute("state"_L1);
            if (relation.type == "worksheet"_L1 && (state.isEmpty() || state == "visible"_L1))
                m_sheets.append({.name = part.attribute("name"_L1), .part = relation.target});
            if (m_sheets.size() > maximumSheets)
                return ListProblem::TooManySheets;
        }
    }
    if (part.problem())
        return part.problem();
    for (const Relation &relation : *targets) {
        std::optional<ListProblem> problem;
        if (relation.type == "sharedStrings"_L1)
            problem = readStrings(relation.target);
        else if (relation.type == "styles"_L1)
            problem = readFormats(relation.target);
        if (problem)
            return problem;
    }
    return m_sheets.isEmpty() ? std::optional(ListProblem::Damaged) : std::nullopt;
}

std::optional<ListProblem> Workbook::readStrings(const QString &name)
{
    XmlPart part(m_parts.get(), name);
    while (part.next()) {
        if (!part.isStart("si"_L1))
            continue;
        m_strings += part.richText("si"_L1).toUtf8();
        m_stringEnds.append(m_strings.size());
    }
    return part.problem();
}

std::optional<ListProblem> Workbook::readFormats(const QString &name)
{
    XmlPart part(m_parts.get(), name);
    bool isCellFormat = false;
    while (part.next()) {
        if (part.isStart("numFmt"_L1))
            m_formats.addFormat(part.attribute("numFmtId"_L1).toInt(), part.attribute("formatCode"_L1));
        else if (part.isStart("cellXfs"_L1) || part.isEnd("cellXfs"_L1))
            isCellFormat = part.isStart("cellXfs"_L1);
        else if (isCellFormat && part.isStart("xf"_L1))
            m_formats.addStyle(part.attribute("numFmtId"_L1).toInt());
    }
    return part.problem();
}

bool Workbook::hasCells(qsizetype index)
{
    XmlPart part(m_parts.get(), m_sheets.at(index).part);
    while (part.next()) {
        if (part.isStart("v"_L1) || part.isStart("is"_L1))
            return true;
    }
    // So that what is wrong with it is told.
    return part.problem().has_value();
}

Result<WorkbookSheet> Workbook::read(qsizetype index)
{
    XmlPart part(m_parts.get(), m_sheets.at(index).part);
    const auto sharedString = [this](qsizetype number) {
        if (number < 0 || number >= m_stringEnds.size())
            return QByteArray();
        const qsizetype begin = number == 0 ? 0 : m_stringEnds.at(number - 1);
        return m_strings.mid(begin, m_stringEnds.at(number) - begin);
    };
    return SheetReader(&part, m_formats, sharedString).read();
}
