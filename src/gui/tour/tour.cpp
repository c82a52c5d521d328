// SPDX-License-Identifier: Apache-2.0
#include "gui/tour/tour.h"

#include "gui/search/searchpanel.h"
#include "gui/tour/spotlight.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

enum Step {
    Find,
    Tick,
    Ask,
    Confirm,
    Prove,
    StepCount,
};

/// What a step points at, by object name.
struct Stop
{
    const char *target;
    /// In its place while it is not on the screen.
    const char *standIn;
    /// What the words stand beside, so that the agent sees what happens there.
    const char *surroundings;
    const char *title;
    const char *text;
};

constexpr std::array<Stop, StepCount> stops{
    Stop{
        "searchEdit", "searchEdit", "searchPanel", QT_TRANSLATE_NOOP("Tour", "Find the user"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Type a name, an e-mail address or a phone number. Try “zhang”, then choose a user from the list.")},
    Stop{"applicationTable", "detailStack", "detailStack",
         QT_TRANSLATE_NOOP("Tour", "See where the user is online"),
         QT_TRANSLATE_NOOP("Tour", "● is online, ○ offline, ? could not be checked. What is online is ticked "
                                   "already. Tick and untick with the mouse or the space bar.")},
    Stop{"kickButton", "kickSheet", "kickButton", QT_TRANSLATE_NOOP("Tour", "Ask for the sign-out"),
         QT_TRANSLATE_NOOP("Tour",
                           "Press this button, or Ctrl+K. It asks before anything happens; nothing is sent "
                           "yet.")},
    Stop{"kickSheet", "kickButton", "kickSheet", QT_TRANSLATE_NOOP("Tour", "Check, then send"),
         QT_TRANSLATE_NOOP("Tour",
                           "Here stand the user, the pool and the applications. Compare them with your "
                           "ticket; then press Enter, or the button on the right.")},
    Stop{"resultPanel", "kickButton", "resultPanel", QT_TRANSLATE_NOOP("Tour", "Wait for the proof"),
         QT_TRANSLATE_NOOP("Tour",
                           "That the server said yes is not the proof. Each application is asked until "
                           "it says that the user is offline. Copy the result for your ticket.")},
};

constexpr int gap = 16;

/// Where words of @p size stand beside @p target: on the first side with room for them, else where they cover
/// least of it.
QRect beside(const QRect &target, const QSize &size, const QRect &window)
{
    const auto inside = [&](int x, int y) {
        const int right = std::max(gap, window.width() - size.width() - gap);
        const int bottom = std::max(gap, window.height() - size.height() - gap);
        return QRect(QPoint(std::clamp(x, gap, right), std::clamp(y, gap, bottom)), size);
    };
    const std::array places{inside(target.right() + gap, target.top()),
                            inside(target.left(), target.top() - gap - size.height()),
                            inside(target.left() - gap - size.width(), target.top()),
                            inside(target.left(), target.bottom() + gap)};
    const auto covered = [&target](const QRect &place) {
        const QRect common = place.intersected(target);
        return common.width() * common.height();
    };
    return *std::ranges::min_element(places, {}, covered);
}

} // namespace

Tour::Tour(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_spotlight(new Spotlight(window))
    , m_mark(new CoachMark(window))
{
    connect(m_mark, &CoachMark::backTriggered, this, [this] { goTo(m_step - 1); });
    connect(m_mark, &CoachMark::nextTriggered, this,
            [this] { m_step + 1 == StepCount ? end() : goTo(m_step + 1); });
    connect(m_mark, &CoachMark::leaveTriggered, this, &Tour::end);
    connect(window->findChild<SearchPanel *>(), &SearchPanel::userChosen, this, [this] {
        if (m_step <= Ask)
            goTo(Tick);
    });
    m_placing.setSingleShot(true);
    m_placing.setInterval(0);
    connect(&m_placing, &QTimer::timeout, this, &Tour::settle);
    window->installEventFilter(this);
    widget("kickPage")->installEventFilter(this);
    for (const Stop &stop : stops) {
        for (QObject *each = widget(stop.target); each != window; each = each->parent())
            each->installEventFilter(this);
    }
    static_cast<QAbstractItemView *>(widget(stops[Tick].target))->viewport()->installEventFilter(this);
    goTo(widget("kickSheet")->isVisible() ? Confirm : Find);
}

Tour::~Tour()
{
    for (const QPointer<QWidget> &widget : {QPointer<QWidget>(m_mark), QPointer<QWidget>(m_spotlight)}) {
        if (widget)
            widget->deleteLater();
    }
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        if (watched == m_window)
            m_mark->setContent(content());
        break;
    case QEvent::Show:
    case QEvent::Hide:
        follow(watched, event->type() == QEvent::Show);
        break;
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
        if (m_step == Tick && isTicking(watched, event) && canKick())
            goTo(Ask);
        return false;
    case QEvent::EnabledChange:
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::LayoutRequest:
        break;
    default:
        return false;
    }
    m_placing.start();
    return false;
}

void Tour::goTo(int step)
{
    m_step = step;
    m_mark->setContent(content());
    place();
    m_mark->announce();
}

void Tour::settle()
{
    const bool isPageShown = widget("kickPage")->isVisible();
    if (isPageShown && (m_step == Tick || m_step == Ask) && !isUserOpen())
        goTo(Find);
    else if (isPageShown && m_step == Ask && !canKick())
        goTo(Tick);
    const CoachMark::Content now = content();
    const bool isNews = now.text != m_mark->content().text;
    if (!(now == m_mark->content()))
        m_mark->setContent(now);
    place();
    if (isNews)
        m_mark->announce();
}

/// The sheet and the result come and go with what the agent does. Another page hides them without being told
/// to.
void Tour::follow(const QObject *watched, bool isShown)
{
    const QWidget *sheet = widget(stops[Confirm].target);
    const QWidget *result = widget(stops[Prove].target);
    if (isShown && watched == sheet)
        goTo(Confirm);
    else if (isShown && watched == result)
        goTo(Prove);
    else if (m_step == Confirm && watched == sheet && sheet->isHidden() && result->isHidden())
        goTo(Ask);
    else if (m_step == Prove && watched == result && result->isHidden())
        end();
}

bool Tour::isTicking(const QObject *watched, const QEvent *event) const
{
    const auto *table = static_cast<QAbstractItemView *>(widget(stops[Tick].target));
    if (event->type() == QEvent::MouseButtonRelease)
        return watched == table->viewport();
    return watched == table && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Space;
}

void Tour::end()
{
    if (m_mark->isAncestorOf(m_window->focusWidget()))
        target()->setFocus();
    m_placing.stop();
    m_mark->hide();
    m_spotlight->hide();
    // A button of the mark may have asked for it.
    deleteLater();
}

CoachMark::Content Tour::content() const
{
    const Stop &stop = stops.at(m_step);
    return {.step = m_step + 1,
            .steps = StepCount,
            .title = tr(stop.title),
            .text = text(),
            .canGoBack = m_step == Tick || m_step == Ask,
            .canGoOn = canGoOn()};
}

/// What is to be done, and what is in the way of it.
QString Tour::text() const
{
    const auto *missing = m_window->findChild<QLabel *>(u"sheetMissingLabel"_s);
    if (m_step == Tick && isUserOpen() && !canKick())
        return tr(
            "Nothing is ticked so far: this user may be online nowhere. Tick an application with the mouse or "
            "the space bar, an offline one if you like, or choose another user in the list.");
    if (m_step == Confirm && missing != nullptr && !missing->text().isEmpty())
        return tr("Here stand the user, the pool and the applications. Before it can be sent: %1")
            .arg(missing->text());
    return tr(stops.at(m_step).text);
}

bool Tour::isUserOpen() const
{
    return widget("userPanel")->isVisible();
}

bool Tour::canKick() const
{
    return widget(stops[Ask].target)->isEnabled();
}

/// The sheet is opened, and sent, by the agent.
bool Tour::canGoOn() const
{
    switch (static_cast<Step>(m_step)) {
    case Find:
        return isUserOpen();
    case Tick:
        return isUserOpen() && canKick();
    case Ask:
    case Confirm:
        return false;
    case Prove:
    case StepCount:
        return true;
    }
    return false;
}

QWidget *Tour::widget(const char *name) const
{
    return m_window->findChild<QWidget *>(QString::fromLatin1(name));
}

QWidget *Tour::target() const
{
    QWidget *wanted = widget(stops.at(m_step).target);
    return wanted->isVisible() ? wanted : widget(stops.at(m_step).standIn);
}

void Tour::place()
{
    const bool isPageShown = widget("kickPage")->isVisible();
    m_spotlight->setVisible(isPageShown);
    m_mark->setVisible(isPageShown);
    if (!isPageShown)
        return;
    const auto place = [this](const QWidget *shown) {
        return QRect(shown->mapTo(m_window, QPoint()), shown->size());
    };
    const QWidget *surroundings = widget(stops.at(m_step).surroundings);
    m_mark->adjustSize();
    m_mark->setGeometry(
        beside(place(surroundings->isVisible() ? surroundings : target()), m_mark->size(), m_window->rect()));
    m_spotlight->point(m_mark->geometry(), place(target()));
    m_spotlight->raise();
    m_mark->raise();
}
