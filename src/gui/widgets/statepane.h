// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class StatePane;
}

/// What stands in the place of a list that has nothing to show: a sign, one sentence, and a button that leads
/// on. Where there is little room, sign and detail make way for sentence and button.
class StatePane : public QWidget
{
    Q_OBJECT

public:
    /// Words in the language of the program; @p detail may hold plain server text; without @p action there is
    /// no button.
    struct Content
    {
        QString icon;
        QString text;
        QString detail;
        QString action;
    };

    explicit StatePane(QWidget *parent = nullptr);
    ~StatePane() override;

    void setContent(const Content &content);

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawIcon();
    void updateRoom();

    std::unique_ptr<Ui::StatePane> m_ui;
    Content m_content;
};
