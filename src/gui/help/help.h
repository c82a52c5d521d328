// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/help/helptopics.h"

#include <QObject>

#include <memory>

class HelpWindow;
class Translation;

/// The help of the program: one window, made when it is first asked for, and the F1 key, which opens it at
/// what has the keyboard.
class Help : public QObject
{
    Q_OBJECT

public:
    /// @p translation must outlive the help.
    explicit Help(const Translation *translation, QObject *parent = nullptr);
    ~Help() override;

    /// Null until something was shown.
    HelpWindow *window() const { return m_window.get(); }

    void show(const HelpTopic &topic);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Translation *m_translation;
    std::unique_ptr<HelpWindow> m_window;
};
