// SPDX-License-Identifier: Apache-2.0
#include "gui/windowkeeper.h"

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
