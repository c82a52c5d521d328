// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

/// A frame around one control, and a line from there to the words about it; lies over the whole window and
/// lets every click through.
class Spotlight : public QWidget
{
    Q_OBJECT

public:
    explicit Spotlight(QWidget *window);

    /// Points from @p words at @p target, both in the window's coordinates.
    void point(const QRect &words, const QRect &target);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect m_words;
    QRect m_target;
};
