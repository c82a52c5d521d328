// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/tablesearchedit.h"

#include <QKeyEvent>
#include <QTableView>

void TableSearchEdit::enter()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

bool TableSearchEdit::event(QEvent *event)
{
    // Otherwise the page takes the key for the way back.
    if (event->type() == QEvent::ShortcutOverride && !text().isEmpty() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void TableSearchEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_table->model()->rowCount() > 0) {
            if (!m_table->currentIndex().isValid())
                m_table->setCurrentIndex(m_table->model()->index(0, 0));
            m_table->setFocus();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}
