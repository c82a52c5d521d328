// SPDX-License-Identifier: Apache-2.0
#include "gui/app/startup.h"

Startup::Startup(const QString &folder, const Translation *translation, QObject *parent)
    : QObject(parent)
    , m_instance(folder)
    , m_translation(translation)
{
    connect(&m_instance, &SingleInstance::received, this, &Startup::received);
    connect(&m_instance, &SingleInstance::handOverEnded, this, &Startup::takeAnswer);
}

void Startup::begin(const QStringList &items)
{
    m_items = items;
    if (m_instance.acquire())
        Q_EMIT mayOpen();
    else if (m_instance.owner().isHere)
        m_instance.handOver(m_items);
    else
        ask(InstanceBox::Problem::OtherComputer);
}

void Startup::takeAnswer(SingleInstance::Answer answer)
{
    switch (answer) {
    case SingleInstance::Answer::Taken:
        Q_EMIT ended(true);
        break;
    case SingleInstance::Answer::OtherSession:
        ask(InstanceBox::Problem::OtherSession);
        break;
    case SingleInstance::Answer::NoAnswer:
        ask(InstanceBox::Problem::NoAnswer);
        break;
    }
}

void Startup::ask(InstanceBox::Problem problem)
{
    auto *box = new InstanceBox(problem, m_instance.owner(), m_translation);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &InstanceBox::againRequested, this, &Startup::tryAgain);
    connect(box, &InstanceBox::rejected, this, [this] { Q_EMIT ended(false); });
    box->open();
}

void Startup::tryAgain()
{
    if (m_instance.owner().isHere)
        begin(m_items);
    else if (m_instance.takeOver())
        Q_EMIT mayOpen();
    else
        ask(InstanceBox::Problem::StillHeld);
}
