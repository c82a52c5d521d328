// SPDX-License-Identifier: Apache-2.0
#include "gui/app/reconnectbox.h"

#include <QEvent>
#include <QPushButton>

#include <utility>

ReconnectBox::ReconnectBox(ServerText name, QWidget *parent)
    : QMessageBox(parent)
    , m_name(std::move(name))
    , m_openButton(addButton(QString(), QMessageBox::AcceptRole))
    , m_laterButton(addButton(QString(), QMessageBox::RejectRole))
{
    setObjectName(QStringLiteral("reconnectBox"));
    setIcon(QMessageBox::Question);
    setTextFormat(Qt::PlainText);
    setDefaultButton(m_laterButton);
    connect(m_openButton, &QPushButton::clicked, this, &ReconnectBox::reconnectRequested);
    retranslate();
}

void ReconnectBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMessageBox::changeEvent(event);
}

void ReconnectBox::retranslate()
{
    setWindowTitle(tr("Connection changed"));
    setText(
        tr("“%1” was changed. This window keeps using the former host, key and network settings until you "
           "open the connection again.")
            .arg(m_name.plain()));
    m_openButton->setText(tr("&Open again"));
    m_laterButton->setText(tr("&Later"));
}
