// SPDX-License-Identifier: Apache-2.0
#include "bench/paintwatch.h"

#include <QEvent>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestRound = 10min;

} // namespace

PaintWatch::PaintWatch(QAbstractItemView *view, Rows rows)
    : m_view(view)
    , m_rows(rows)
{
    const auto expect = [this] { m_isNew = true; };
    connect(view->model(), &QAbstractItemModel::modelReset, this, expect);
    connect(view->model(), &QAbstractItemModel::rowsInserted, this, expect);
    if (rows == Rows::Any)
        connect(view->model(), &QAbstractItemModel::rowsRemoved, this, expect);
    // The filter sees the event before the view paints; what is queued runs after the window is flushed.
    connect(this, &PaintWatch::isPainting, this, &PaintWatch::painted, Qt::QueuedConnection);
    view->viewport()->installEventFilter(this);
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool hasCome = m_rows == Rows::Any || m_view->model()->rowCount() > 0;
    if (event->type() == QEvent::Paint && m_isNew && hasCome) {
        m_isNew = false;
        Q_EMIT isPainting();
    }
    return QObject::eventFilter(watched, event);
}

double PaintTimes::median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

std::chrono::nanoseconds PaintTimes::processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

double PaintTimes::milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double PaintTimes::untilQuit(QEventLoop *loop, const QElapsedTimer &clock)
{
    QTimer::singleShot(longestRound, loop, [loop] { loop->exit(1); });
    return loop->exec() == 0 ? milliseconds(clock) : -1;
}

double PaintTimes::keyToPaint(QLineEdit *edit, Qt::Key key, PaintWatch *watch)
{
    QEventLoop loop;
    QObject::connect(watch, &PaintWatch::painted, &loop, &QEventLoop::quit);
    watch->reset();
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(edit, key);
    return untilQuit(&loop, clock);
}
