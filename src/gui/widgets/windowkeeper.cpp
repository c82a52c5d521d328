// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/windowkeeper.h"

#include <QWidget>

WindowKeeper::~WindowKeeper()
{
    for (const QPointer<QObject> &object : std::as_const(m_kept))
        delete object;
}

void WindowKeeper::letGo(QObject *object)
{
    if (object != nullptr)
        object->deleteLater();
}

void WindowKeeper::add(QObject *object)
{
    m_kept.removeAll(QPointer<QObject>());
    m_kept.append(object);
}

void WindowKeeper::bringToFront(QWidget *window)
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}
