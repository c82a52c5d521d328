// SPDX-License-Identifier: Apache-2.0
#include "gui/help/help.h"

#include "gui/help/helpwindow.h"
#include "gui/widgets/windowkeeper.h"

#include <QCoreApplication>
#include <QKeyEvent>

Help::Help(const Translation *translation, QObject *parent)
    : QObject(parent)
    , m_translation(translation)
{
    QCoreApplication::instance()->installEventFilter(this);
}

Help::~Help() = default;

void Help::show(const HelpTopic &topic)
{
    if (!m_window)
        m_window = std::make_unique<HelpWindow>(m_translation);
    WindowKeeper::bringToFront(m_window.get());
    m_window->open(topic);
}

/// A shortcut of the main window is deaf while a dialog is open, so the key is heard here.
bool Help::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (press->key() != Qt::Key_F1 || press->modifiers() != Qt::NoModifier || widget == nullptr)
        return QObject::eventFilter(watched, event);
    if (widget->window() != m_window.get() && !press->isAutoRepeat())
        show(HelpTopics::about(widget).value_or(HelpTopic()));
    return true;
}
