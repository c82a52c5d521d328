// SPDX-License-Identifier: Apache-2.0
#include "gui/app/lockbox.h"

#include <QEvent>
#include <QPushButton>

LockBox::LockBox(QWidget *parent)
    : QMessageBox(parent)
    , m_unlockButton(addButton(QString(), QMessageBox::AcceptRole))
    // No way out by Esc: a stray key must not end the program.
    , m_quitButton(addButton(QString(), QMessageBox::DestructiveRole))
{
    setObjectName(QStringLiteral("lockBox"));
    setTextFormat(Qt::PlainText);
    connect(m_unlockButton, &QPushButton::clicked, this, &LockBox::unlockRequested);
    connect(m_quitButton, &QPushButton::clicked, this, &LockBox::quitRequested);
    retranslate();
}

void LockBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMessageBox::changeEvent(event);
}

void LockBox::retranslate()
{
    setWindowTitle(tr("Kickdesk is locked"));
    setText(tr("Kickdesk is locked.\nThe connection is closed, and secrets in memory are forgotten."));
    m_unlockButton->setText(tr("Unlock"));
    m_quitButton->setText(tr("Quit"));
}
