// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QTableView;

/// Narrows the table of a list while it is typed in. The down arrow and Enter lead into the table; Esc
/// empties the field, and goes back only from an empty one.
class TableSearchEdit : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// @p table is the one that is narrowed.
    void setTable(QTableView *table) { m_table = table; }

    /// What is looked for.
    QString wanted() const { return text().trimmed(); }

    /// Takes the focus, with all that is typed selected.
    void enter();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QTableView *m_table = nullptr;
};
