// SPDX-License-Identifier: Apache-2.0
#include "models/list/listpreviewmodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ListPreviewModel::ListPreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ListPreviewModel::setTable(const ListTable &table, const ListGuess &guess)
{
    beginResetModel();
    m_table = table;
    m_guess = guess;
    endResetModel();
}

QString ListPreviewModel::title(int column) const
{
    const QString heading =
        m_guess.headingRow ? m_table.cell(*m_guess.headingRow, column).plain() : QString();
    return heading.trimmed().isEmpty() ? tr("Column %1").arg(QLocale().toString(column + 1)) : heading;
}

int ListPreviewModel::rowCount(const QModelIndex &parent) const
{
    const int rows = static_cast<int>(std::min<qsizetype>(m_table.rowCount(), maximumRows + firstRow()));
    return parent.isValid() ? 0 : std::max(rows - firstRow(), 0);
}

int ListPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columnCount());
}

QVariant ListPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ServerText cell = m_table.cell(index.row() + firstRow(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.plain();
    case Qt::ToolTipRole:
        return cell.escaped();
    default:
        return {};
    }
}

QVariant ListPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return QLocale().toString(section + firstRow() + 1);
    if (section != m_guess.column)
        return title(section);
    const QString type = m_guess.idType ? IdTypes::label(*m_guess.idType) : tr("any type");
    return u"✔ %1 · %2"_s.arg(title(section), type);
}

void ListPreviewModel::retranslate()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}
