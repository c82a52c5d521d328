// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/app/singleinstance.h"
#include "gui/help/help.h"

#include <QMessageBox>

/// Says who has the window of the data folder where it cannot be raised, and what can be done about that.
class InstanceBox : public QMessageBox
{
    Q_OBJECT

public:
    enum class Problem {
        OtherSession,
        OtherComputer,
        /// The agent wanted to take over, but the lock is held.
        StillHeld,
        NoAnswer,
    };

    /// @p translation must outlive the box.
    InstanceBox(Problem problem, InstanceOwner owner, const Translation *translation,
                QWidget *parent = nullptr);

Q_SIGNALS:
    /// The agent wants to take over from another computer, or to ask the owner once more.
    void againRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString words() const;

    Problem m_problem;
    InstanceOwner m_owner;
    /// The box stands where there is no controller yet.
    ::Help m_help;
    QPushButton *m_againButton = nullptr;
    QPushButton *m_quitButton;
};
