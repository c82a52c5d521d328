// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/app/instancebox.h"
#include "gui/app/singleinstance.h"

/// Finds out whether this start of the program has a window: where another one has it, that one takes what is
/// to be opened, or the agent reads who has it.
class Startup : public QObject
{
    Q_OBJECT

public:
    /// @p translation must outlive it.
    Startup(const QString &folder, const Translation *translation, QObject *parent = nullptr);

    /// Ends with mayOpen() or ended().
    void begin(const QStringList &items);

Q_SIGNALS:
    /// This start has the window.
    void mayOpen();
    /// This start has no window. @p isHandedOver: another one has taken what was to be opened.
    void ended(bool isHandedOver);
    /// A later start wants @p items to be opened.
    void received(const QStringList &items);

private:
    void takeAnswer(SingleInstance::Answer answer);
    void ask(InstanceBox::Problem problem);
    void tryAgain();

    SingleInstance m_instance;
    const Translation *m_translation;
    QStringList m_items;
};
