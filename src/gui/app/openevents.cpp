// SPDX-License-Identifier: Apache-2.0
#include "gui/app/openevents.h"

#include "gui/app/singleinstance.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

OpenEvents::OpenEvents(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool OpenEvents::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    const QUrl url = static_cast<QFileOpenEvent *>(event)->url();
    const QString item = url.isLocalFile() ? url.toLocalFile() : url.toString(QUrl::FullyEncoded);
    if (SingleInstance::isItem(item))
        Q_EMIT received(item);
    return true;
}
