// SPDX-License-Identifier: Apache-2.0
#include "gui/app/instancebox.h"

#include "models/words/timetext.h"

#include <QDir>
#include <QEvent>
#include <QPushButton>

#include <utility>

InstanceBox::InstanceBox(Problem problem, InstanceOwner owner, const Translation *translation,
                         QWidget *parent)
    : QMessageBox(parent)
    , m_problem(problem)
    , m_owner(std::move(owner))
    , m_help(translation)
    , m_quitButton(addButton(QString(), QMessageBox::RejectRole))
{
    setObjectName(QStringLiteral("instanceBox"));
    setIcon(QMessageBox::Warning);
    setTextFormat(Qt::PlainText);
    setDefaultButton(m_quitButton);
    setEscapeButton(m_quitButton);
    if (problem != Problem::OtherSession) {
        m_againButton = addButton(QString(), QMessageBox::AcceptRole);
        connect(m_againButton, &QPushButton::clicked, this, &InstanceBox::againRequested);
    }
    retranslate();
}

void InstanceBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMessageBox::changeEvent(event);
}

void InstanceBox::retranslate()
{
    setWindowTitle(tr("Kickdesk is already open"));
    setText(words());
    m_quitButton->setText(tr("&Quit"));
    if (m_againButton != nullptr)
        m_againButton->setText(m_problem == Problem::NoAnswer ? tr("&Try again") : tr("Take &over"));
}

QString InstanceBox::words() const
{
    const QString since = timeText(m_owner.since);
    const QString file = ServerText(QDir::toNativeSeparators(m_owner.file)).plain();
    switch (m_problem) {
    case Problem::OtherSession:
        return tr("Kickdesk is open in another session of yours on this computer (%1), since %2.\nContinue there, or "
                  "close it there and start it again here.")
            .arg(m_owner.session.plain(), since);
    case Problem::OtherComputer:
        return tr("The computer “%1” has had Kickdesk open with these data since %2, or was switched off without "
                  "closing it.\nLock: %3\nTake over only if Kickdesk is no longer running there.")
            .arg(m_owner.computer.plain(), since, file);
    case Problem::StillHeld:
        return tr("Kickdesk is still running on the computer “%1”, or its lock cannot be removed.\nLock: %2\nClose it "
                  "there first.")
            .arg(m_owner.computer.plain(), file);
    case Problem::NoAnswer:
        return tr("Kickdesk has been running since %1 (process %2) but does not respond.\nLock: %3\nTry again, or "
                  "end that process first.")
            .arg(since, QString::number(m_owner.pid), file);
    }
    return {};
}
