// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/tableviews.h"

#include "gui/widgets/rowdelegate.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <iterator>

void TableViews::prepare(QTableView *table)
{
    constexpr int room = 8;
    table->setItemDelegate(new RowDelegate(table));
    QHeaderView *rows = table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(1);
    rows->setDefaultSectionSize(table->fontMetrics().height() + room);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
}

void TableViews::setWidths(QTableView *table, const QList<int> &characters)
{
    const int character = table->fontMetrics().averageCharWidth();
    QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < characters.size(); ++column) {
        // A heading is never cut, whatever its language.
        const int width = std::max(characters.at(column) * character, header->sectionSizeHint(column));
        header->resizeSection(column, width);
    }
}

QList<int> TableViews::chosenRows(const QTableView *table)
{
    QList<int> rows;
    if (table->selectionModel() == nullptr)
        return rows;
    const QItemSelection selection = table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    rows.resize(std::distance(rows.begin(), std::unique(rows.begin(), rows.end())));
    return rows;
}
