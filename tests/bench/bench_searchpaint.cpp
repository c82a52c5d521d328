// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QLineEdit>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 15;

/// Notes when a widget was painted with the rows that are waited for.
class PaintWatch : public QObject
{
public:
    PaintWatch(QAbstractItemView *view, const QElapsedTimer &clock)
        : m_view(view)
        , m_clock(clock)
    {
        connect(view->model(), &QAbstractItemModel::modelReset, this, [this] { m_isNew = true; });
        connect(view->model(), &QAbstractItemModel::rowsInserted, this, [this] { m_isNew = true; });
        view->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_isNew && m_view->model()->rowCount() > 0 && m_painted < 0)
            m_painted = m_clock.nsecsElapsed();
        return QObject::eventFilter(watched, event);
    }

    void reset()
    {
        m_isNew = false;
        m_painted = -1;
    }
    /// Nanoseconds; negative until then.
    qint64 painted() const { return m_painted; }

private:
    QAbstractItemView *m_view;
    const QElapsedTimer &m_clock;
    bool m_isNew = false;
    qint64 m_painted = -1;
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

/// Milliseconds of the same search without a window.
double roundTrip(Client *client, const QString &keywords)
{
    QElapsedTimer clock;
    clock.start();
    QObject context;
    const auto page = answerOf<Result<Page<User>>>(
        [&](auto handler) { client->listUsers({.keywords = keywords}, &context, handler); });
    return page && *page ? static_cast<double>(clock.nsecsElapsed()) / 1e6 : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM",
            qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    const QApplication application(argc, argv);
    const int users = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const WindowFixture f(Language::English, {}, {.users = users});
    auto *edit = f.find<QLineEdit>("searchEdit");
    QElapsedTimer clock;
    PaintWatch watch(f.find<QAbstractItemView>("resultList"), clock);

    std::vector<double> painted;
    std::vector<double> network;
    for (int round = 0; round < rounds; ++round) {
        // The search that one key press starts: a word of which all but the last letter is there.
        const QString word = u"wang%1"_s.arg(round + 10);
        edit->setText(word.chopped(1));
        if (!QTest::qWaitFor([&] { return f.rows("resultList") > 0 && !f.isShown("searchState"); }))
            return 1;
        network.push_back(roundTrip(f.session()->client(), word + u" "_s));
        watch.reset();
        clock.start();
        QTest::keyClick(edit, word.back().toLatin1());
        if (!QTest::qWaitFor([&] { return watch.painted() >= 0; }))
            return 1;
        painted.push_back(static_cast<double>(watch.painted()) / 1e6);
    }
    std::printf("users %d, %d searches: key press to painted page median %.1f ms (debounce included), "
                "round trip median %.1f ms, difference %.1f ms; goal: debounce + 30 ms\n",
                users, rounds, median(painted), median(network), median(painted) - median(network));
    return 0;
}
