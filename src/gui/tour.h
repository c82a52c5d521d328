// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/coachmark.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class Spotlight;

/// Shows a first sign-out step by step: points at the control that comes next, and goes on when the agent has
/// used it, or on demand. Does nothing by itself and is in nobody's way; it deletes itself at the end.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Begins at once, above @p window, which shows the page for one user.
    explicit Tour(QWidget *window);
    ~Tour() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void goTo(int step);
    void follow(const QObject *watched, bool isShown);
    bool isTicking(const QObject *watched, const QEvent *event) const;
    void end();
    CoachMark::Content content() const;
    QWidget *widget(const char *name) const;
    QWidget *target() const;
    void place();

    QWidget *m_window;
    QPointer<Spotlight> m_spotlight;
    QPointer<CoachMark> m_mark;
    int m_step = 0;
    QTimer m_placing;
};
