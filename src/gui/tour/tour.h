// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tour/coachmark.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class Spotlight;

/// Shows a first sign-out step by step: points at the control that comes next, and goes on when the agent has
/// used it. Only a step whose control can be used is reached, and where something is missing its words say
/// so. Does nothing by itself and blocks nothing; it deletes itself at the end.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Begins at once, above @p window, which shows the page for one user.
    explicit Tour(QWidget *window);
    ~Tour() override;

    /// Takes it off the screen; it deletes itself.
    void end();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goTo(int step);
    /// Looks at the window anew once everybody has heard what happened.
    void settle();
    void follow(const QObject *watched, bool isShown);
    bool isTicking(const QObject *watched, const QEvent *event) const;
    CoachMark::Content content() const;
    QString text() const;
    bool isUserOpen() const;
    bool canKick() const;
    bool canGoOn() const;
    QWidget *widget(const char *name) const;
    QWidget *target() const;
    void place();

    QWidget *m_window;
    QPointer<Spotlight> m_spotlight;
    QPointer<CoachMark> m_mark;
    int m_step = 0;
    QTimer m_placing;
};
