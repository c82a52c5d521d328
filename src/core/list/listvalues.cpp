// SPDX-License-Identifier: Apache-2.0
#include "core/list/listvalues.h"

#include "core/list/headings.h"
#include "core/list/idforms.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lines that tell whether a text is a list of values.
constexpr qsizetype sampleLines = 200;

/// What stands between values; the first that leaves nothing but values is meant. A name in front of an
/// address may have commas and spaces in it.
const QList<QRegularExpression> &separators()
{
    static const QList<QRegularExpression> all{
        QRegularExpression(u"[;；]"_s), QRegularExpression(u"[,，]"_s), QRegularExpression(u"[、|/\\t]"_s),
        QRegularExpression(u"\\s+"_s), QRegularExpression(u"[;；,，、|/\\s]+"_s)};
    return all;
}

std::optional<IdType> commonType(const QStringList &parts)
{
    std::optional<IdType> type;
    for (const QString &part : parts) {
        const std::optional<IdType> found = IdForms::usableTypeOf(part);
        if (!found || (type && type != found))
            return {};
        type = found;
    }
    return type;
}

/// The values of @p line; the line itself where it is one, or where it cannot be taken apart.
QStringList valuesOf(const QString &line)
{
    if (line.trimmed().isEmpty() || IdForms::usableTypeOf(line))
        return {line};
    for (const QRegularExpression &separator : separators()) {
        QStringList parts = line.split(separator, Qt::SkipEmptyParts);
        parts.removeIf([](const QString &part) { return part.trimmed().isEmpty(); });
        if (parts.size() > 1 && commonType(parts))
            return parts;
    }
    return {line};
}

/// One heading: several stand above columns.
bool isHeading(const QString &line)
{
    static const QRegularExpression border(u"[,;|，；]"_s);
    return !line.contains(border) && Headings::isKnown(line);
}

QByteArrayList linesOf(const QByteArray &utf8, qsizetype most)
{
    QByteArrayList lines;
    qsizetype begin = 0;
    while (begin < utf8.size() && lines.size() < most) {
        qsizetype end = begin;
        while (end < utf8.size() && utf8.at(end) != '\n' && utf8.at(end) != '\r')
            ++end;
        lines << utf8.mid(begin, end - begin);
        const bool isPair = utf8.mid(end, 2) == "\r\n";
        begin = end + (isPair ? 2 : 1);
    }
    return lines;
}

} // namespace

bool ListValues::areValues(const ListText &text)
{
    QSet<qsizetype> widths;
    qsizetype lineCount = 0;
    for (const QByteArray &utf8 : linesOf(text.utf8, sampleLines)) {
        const QString line = QString::fromUtf8(utf8);
        // Tabs stand between the cells of a spreadsheet, and those of one row are about one user.
        if (line.contains(u'\t'))
            return false;
        if (line.trimmed().isEmpty() || (lineCount == 0 && isHeading(line)))
            continue;
        const QStringList values = valuesOf(line);
        if (!commonType(values))
            return false;
        ++lineCount;
        widths.insert(values.size());
    }
    const bool hasSeveral = std::ranges::any_of(widths, [](qsizetype width) { return width > 1; });
    // Where each line has as many, they may be columns, and of different users.
    return hasSeveral && (lineCount == 1 || widths.size() > 1);
}

Result<ListTable> ListValues::read(const ListText &text)
{
    ListTableBuilder builder(ListTables::valueDelimiter, text.encoding);
    for (const QByteArray &utf8 : linesOf(text.utf8, ListTable::maximumLines)) {
        for (const QString &value : valuesOf(QString::fromUtf8(utf8))) {
            builder.addCell(value.trimmed().toUtf8());
            builder.endRow();
        }
    }
    return builder.table();
}
