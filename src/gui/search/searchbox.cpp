// SPDX-License-Identifier: Apache-2.0
#include "gui/search/searchbox.h"

#include "gui/search/idtypecombo.h"
#include "gui/search/searchedit.h"

#include <QKeyEvent>
#include <QSignalBlocker>

SearchBox::SearchBox(SearchEdit *edit, IdTypeCombo *combo, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_combo(combo)
{
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &SearchBox::changed);
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
        Q_EMIT changed();
        m_edit->setFocus();
    });
}

QString SearchBox::text() const
{
    return m_edit->text();
}

std::optional<IdType> SearchBox::type() const
{
    return m_combo->type();
}

bool SearchBox::isPasted() const
{
    return m_edit->isPasted();
}

std::optional<IdFault> SearchBox::fault() const
{
    return type() ? IdTypes::check(*type(), text()).fault : IdTypes::check(text()).fault;
}

void SearchBox::setText(const QString &text)
{
    const QSignalBlocker blocker(this);
    m_combo->setType({});
    m_edit->setText(text);
}

void SearchBox::clear()
{
    m_edit->clear();
}

void SearchBox::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    switch (press->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A key that is held down, perhaps since the page before, asks nothing.
        if (!press->isAutoRepeat())
            Q_EMIT submitted();
        return true;
    case Qt::Key_Down:
        Q_EMIT listWanted();
        return true;
    case Qt::Key_Escape:
        clear();
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}
