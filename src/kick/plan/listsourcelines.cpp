// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listsourcelines.h"

#include "core/values/jsonline.h"

#include <QHash>
#include <QJsonArray>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The user of @p row as Targets::knownId() tells it; empty where there is none.
QString userOf(const ListRow &row)
{
    if (!row.isLookedUp)
        return row.value;
    return row.matches.size() == 1 ? row.matches.constFirst().userId : QString();
}

/// Goes through the rows of a list, and with them through the users of its plan, which have the same order.
class Writer
{
public:
    Writer(const ListSource &source, const ListResolution &resolution, const ListPlanItems &items)
        : m_source(source)
        , m_resolution(resolution)
        , m_items(items)
    {
    }

    QByteArray lines()
    {
        for (const ListSourceTable &table : m_source)
            write(table);
        return std::exchange(m_lines, {});
    }

private:
    void write(const ListSourceTable &table)
    {
        const qsizetype end = std::min(m_next + table.rowCount, m_resolution.rows.size());
        for (qsizetype row = 0; row < table.table.rowCount(); ++row) {
            QJsonArray cells;
            for (qsizetype column = 0; column < table.table.cellCount(row); ++column)
                cells.append(table.table.cell(row, column).verbatim());
            QJsonObject line{{"row"_L1, row + 1}, {"cells"_L1, cells}};
            if (m_source.size() > 1)
                line.insert("file"_L1, table.file);
            if (table.headingRow == row)
                line.insert("heading"_L1, true);
            if (m_next < end && m_resolution.rows.at(m_next).number == row + 1)
                addFate(&line, m_resolution.rows.at(m_next++));
            m_lines += jsonLine(line);
        }
        m_next = end;
    }

    void addFate(QJsonObject *line, const ListRow &row)
    {
        if (row.bucket == ListBucket::Blank)
            return;
        const std::pair<QString, qint64> key(row.file, row.number);
        if (row.bucket == ListBucket::Duplicate) {
            line->insert("result"_L1, ListBuckets::wireName(row.bucket));
            line->insert("of"_L1, row.duplicateOf);
            const qint64 at = m_places.value({row.duplicateFile, row.duplicateOf}, -1);
            if (at >= 0)
                line->insert("at"_L1, at);
            return;
        }
        if (isNextItem(row)) {
            m_places.insert(key, m_item);
            line->insert("at"_L1, m_item++);
            return;
        }
        QString result = ListBuckets::wireName(row.bucket);
        if (row.isRemoved)
            result = u"removed"_s;
        else if (ListResolutions::isPlanned(row))
            result = u"offline"_s;
        line->insert("result"_L1, result);
        if (row.fault)
            line->insert("reason"_L1, IdLists::reasonName(*row.fault));
        else if (row.failure)
            line->insert("reason"_L1, errorCodeName(*row.failure));
    }

    bool isNextItem(const ListRow &row) const
    {
        if (m_item >= m_items.size() || !ListResolutions::isPlanned(row))
            return false;
        const ListPlanItem item = m_items.at(m_item);
        return item.row == row.number && Targets::knownId(item.target) == userOf(row);
    }

    const ListSource &m_source;
    const ListResolution &m_resolution;
    const ListPlanItems &m_items;
    QByteArray m_lines;
    /// The next row of the resolution, and the next user of the plan.
    qsizetype m_next = 0;
    qsizetype m_item = 0;
    /// The users of the plan by file and row.
    QHash<std::pair<QString, qint64>, qint64> m_places;
};

} // namespace

QByteArray ListSourceLines::of(const ListSource &source, const ListResolution &resolution,
                               const ListPlanItems &items)
{
    return Writer(source, resolution, items).lines();
}
