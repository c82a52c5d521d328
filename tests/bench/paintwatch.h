// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QObject>

#include <chrono>
#include <vector>

/// Tells when a view has been painted with the rows that are waited for.
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    enum class Rows {
        /// No rows are an answer too.
        Any,
        /// They are taken away before others come.
        Some,
    };

    PaintWatch(QAbstractItemView *view, Rows rows);

    bool eventFilter(QObject *watched, QEvent *event) override;

    void reset() { m_isNew = false; }

Q_SIGNALS:
    void isPainting();
    void painted();

private:
    QAbstractItemView *m_view;
    Rows m_rows;
    bool m_isNew = false;
};

namespace PaintTimes {

double median(std::vector<double> values);

/// What this thread has used of the processor so far: a busy machine decides nothing.
std::chrono::nanoseconds processorTime();

double milliseconds(const QElapsedTimer &clock);

/// Runs the event loop as the program does; QTest::qWaitFor() would nap for 10 ms between two looks. Negative
/// when @p loop was not left in time.
double untilQuit(QEventLoop *loop, const QElapsedTimer &clock);

/// Milliseconds from pressing @p key to the painted view.
double keyToPaint(QLineEdit *edit, Qt::Key key, PaintWatch *watch);

} // namespace PaintTimes
