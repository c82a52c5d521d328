// SPDX-License-Identifier: Apache-2.0
#include "gui/tour/spotlight.h"

#include <QPainter>

#include <algorithm>

Spotlight::Spotlight(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void Spotlight::point(const QRect &words, const QRect &target)
{
    m_words = words;
    m_target = target;
    setGeometry(parentWidget()->rect());
    update();
}

void Spotlight::paintEvent(QPaintEvent *)
{
    constexpr qreal lineWidth = 3;
    constexpr int radius = 4;
    constexpr int room = 2;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), lineWidth));
    const QRect frame = m_target.adjusted(-room, -room, room, room);
    painter.drawRoundedRect(frame, radius, radius);
    // From the point of the frame that is nearest to the words.
    const QPoint middle = m_words.center();
    const QPoint near(std::clamp(middle.x(), frame.left(), frame.right()),
                      std::clamp(middle.y(), frame.top(), frame.bottom()));
    if (!frame.contains(middle))
        painter.drawLine(near, middle);
}
