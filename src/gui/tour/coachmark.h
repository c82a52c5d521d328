// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <memory>

namespace Ui {
class CoachMark;
}

/// One step of a tour in words: lies above its window, never takes the keyboard by itself, and is left with
/// Esc.
class CoachMark : public QFrame
{
    Q_OBJECT

public:
    /// Words in the language of the program; steps are counted from 1.
    struct Content
    {
        int step = 1;
        int steps = 1;
        QString title;
        QString text;
        /// False where the step before has nothing to point at any longer.
        bool canGoBack = false;
        /// False until what the step asks for has been done.
        bool canGoOn = false;

        friend bool operator==(const Content &, const Content &) = default;
    };

    explicit CoachMark(QWidget *window);
    ~CoachMark() override;

    void setContent(const Content &content);
    const Content &content() const { return m_content; }
    /// Has a screen reader say what is in it.
    void announce();

Q_SIGNALS:
    void backTriggered();
    /// On the last step this is the end.
    void nextTriggered();
    void leaveTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::CoachMark> m_ui;
    Content m_content;
};
