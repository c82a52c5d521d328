// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QTableView;

/// How the tables of a list look, and what is chosen in them.
namespace TableViews {

/// Rows of one height and no headings at the side: a hundred thousand rows stay smooth. They stand in the
/// order of the list, until a heading is clicked.
void prepare(QTableView *table);

/// Gives the columns room for so many characters each; the last one takes the rest.
void setWidths(QTableView *table, const QList<int> &characters);

/// The chosen rows, in order.
QList<int> chosenRows(const QTableView *table);

} // namespace TableViews
