// SPDX-License-Identifier: Apache-2.0
#include "gui/search/searchpanel.h"

#include "ui_searchpanel.h"

#include "core/identifiers/domainname.h"
#include "gui/search/searchwords.h"
#include "gui/search/userdelegate.h"
#include "gui/style/icons.h"
#include "kick/session.h"
#include "models/user/exactmatch.h"
#include "models/user/userfinder.h"

#include <QEvent>
#include <QKeyEvent>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int debounceMs = 200;
/// Long enough for arrow keys to pass over users without a question about each.
constexpr int openDelayMs = 300;

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SearchPanel>())
    , m_debounce(this)
    , m_openDelay(this)
{
    m_ui->setupUi(this);
    m_debounce.setSingleShot(true);
    m_debounce.setTimerType(Qt::PreciseTimer);
    m_debounce.setInterval(debounceMs);
    m_openDelay.setSingleShot(true);
    m_openDelay.setInterval(openDelayMs);
    m_ui->searchButton->setIcon(Icons::tinted(u"search"_s));
    m_ui->resultList->setItemDelegate(new UserDelegate(this));
    m_ui->resultList->installEventFilter(this);
    m_box = std::make_unique<SearchBox>(m_ui->searchEdit, m_ui->typeCombo);
    connect(&m_debounce, &QTimer::timeout, this, [this] {
        if (!type() && !m_fault && !m_box->isBlank() && text() != m_finder->text())
            sendSearch();
    });
    connect(&m_openDelay, &QTimer::timeout, this, &SearchPanel::openCurrent);
    connect(m_box.get(), &SearchBox::changed, this, &SearchPanel::ask);
    connect(m_box.get(), &SearchBox::submitted, this, &SearchPanel::submit);
    connect(m_box.get(), &SearchBox::listWanted, this, &SearchPanel::enterList);
    connect(m_ui->searchButton, &QToolButton::clicked, this, &SearchPanel::submit);
    // The ID type stays: the next text is searched in every field again.
    connect(m_ui->suggestButton, &QPushButton::clicked, this, [this] {
        if (const auto suggested = ExactMatches::tellingType(text()))
            find(*suggested);
    });
    connect(m_ui->searchState, &StatePane::actionTriggered, this, &SearchPanel::triggerAction);
    connect(m_ui->pasteListButton, &QPushButton::clicked, this, &SearchPanel::pasteListRequested);
    connect(m_ui->resultList, &QListView::clicked, this, &SearchPanel::chooseCurrent);
}

SearchPanel::~SearchPanel() = default;

void SearchPanel::start(Session *session)
{
    m_users = std::make_unique<UserSearchModel>(session->client());
    m_users->setProfile(session->profile());
    connect(session, &Session::profileChanged, m_users.get(),
            [this, session] { m_users->setProfile(session->profile()); });
    m_finder = std::make_unique<UserFinder>(session->resolver(), m_users.get());
    m_ui->resultList->setModel(m_users.get());
    connect(m_ui->resultList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SearchPanel::takeMarks);
    connect(m_users.get(), &UserSearchModel::statusChanged, this, &SearchPanel::updateState);
    connect(m_finder.get(), &UserFinder::answered, this, &SearchPanel::takeAnswer);
    connect(m_ui->moreRetryButton, &QPushButton::clicked, m_users.get(), &UserSearchModel::retry);
    updateState();
}

void SearchPanel::setHeld(bool isHeld)
{
    m_target.setHeld(isHeld);
    if (isHeld) {
        m_openDelay.stop();
        m_users->pause();
    }
}

void SearchPanel::show(const User &user)
{
    if (m_target.user() && m_target.user()->userId == user.userId)
        return;
    setText(user.userId);
    m_users->setUsers({user});
    m_target.takeAnswer(1);
    open(0);
    updateState();
}

void SearchPanel::showManual(const QString &text)
{
    setText(text);
    m_users->clear();
    openManual();
}

void SearchPanel::openManual()
{
    m_openDelay.stop();
    m_target.openManual();
    noteTarget();
}

void SearchPanel::search(const QString &text)
{
    m_ui->searchEdit->setText(text);
    focusSearch();
}

QList<User> SearchPanel::chosenUsers() const
{
    QList<User> result;
    const QModelIndexList chosen = m_ui->resultList->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : chosen)
        result << m_users->user(index.row());
    return result;
}

void SearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_users->retranslate();
        updateState();
    }
    QWidget::changeEvent(event);
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    if (isEnter && !press->isAutoRepeat())
        chooseCurrent();
    return isEnter;
}

void SearchPanel::updateState()
{
    const bool isFound = m_finder->hasAnswer() && !m_finder->error() && m_users->totalCount() == 1;
    const auto suggested = type() || isFound ? std::nullopt : ExactMatches::tellingType(text());
    m_ui->suggestButton->setVisible(suggested.has_value());
    m_ui->suggestButton->setText(suggested ? tr("Look up exactly this: %1").arg(IdTypes::label(*suggested))
                                           : QString());
    m_ui->searchEdit->setPlaceholderText(type() ? IdTypes::example(*type()) : QString());

    const bool hasRows = m_users->rowCount() > 0;
    // The rows of the text before stay while the new one is searched, and cannot be chosen.
    const bool isStale = m_target.state() == SearchTarget::State::Waiting;
    const bool isAsked = !type() || !m_finder->text().isEmpty();
    m_ui->resultList->setEnabled(!isStale);
    const QString hint = isStale ? QString() : SearchWords::hint(*m_users, *m_finder);
    m_ui->searchHintLabel->setVisible(!hint.isEmpty());
    m_ui->searchHintLabel->setText(hint);
    m_ui->resultStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->resultList)
                                                : m_ui->searchState);
    m_ui->searchState->setContent(hasRows ? StatePane::Content()
                                          : SearchWords::content({.type = type() ? type() : m_finder->type(),
                                                                  .fault = m_fault,
                                                                  .error = m_finder->error(),
                                                                  .isBusy = isStale && isAsked,
                                                                  .hasAnswer = m_finder->hasAnswer(),
                                                                  .user = DomainNames::user(text())}));
    m_ui->countLabel->setText(isStale ? QString() : SearchWords::count(*m_users));
    m_ui->moreRetryButton->setVisible(hasRows && m_users->error());
}

void SearchPanel::noteTarget()
{
    updateState();
    Q_EMIT targetChanged();
}

/// Asks about the text in the box from the beginning.
void SearchPanel::ask()
{
    m_wish = m_box->isPasted() ? Wish::Identifier : Wish::None;
    m_fault.reset();
    m_target.ask(m_box->isBlank());
    m_finder->stop();
    m_ui->resultList->clearSelection();
    if (m_box->isBlank() || type())
        m_users->clear();
    if (type() && m_wish == Wish::Identifier && !m_box->isBlank())
        submit();
    else if (!m_box->isBlank() && !type() && !isFaulty() && !m_debounce.isActive())
        sendSearch();
    m_debounce.start();
    noteTarget();
}

/// True when the text in the box cannot be looked up, so that it finds no user.
bool SearchPanel::isFaulty()
{
    m_fault = m_box->fault();
    if (!m_fault)
        return false;
    m_finder->stop();
    m_users->clear();
    m_target.ask(m_box->isBlank());
    m_target.takeAnswer(0);
    return true;
}

void SearchPanel::submit()
{
    m_wish = Wish::User;
    if (isFaulty()) {
        noteTarget();
    } else if (type()) {
        find(*type());
    } else if (m_finder->text() != text() || m_finder->error()) {
        sendSearch();
    } else {
        m_finder->expectOne();
        if (m_finder->hasAnswer()) {
            chooseFound();
        } else {
            m_target.ask(false);
            noteTarget();
        }
    }
}

void SearchPanel::sendSearch()
{
    m_target.ask(m_box->isBlank());
    m_finder->search(text());
    if (m_wish != Wish::None)
        m_finder->expectOne();
    m_debounce.start();
    noteTarget();
}

void SearchPanel::find(IdType type)
{
    m_wish = Wish::User;
    m_target.ask(m_box->isBlank());
    m_finder->find(type, text());
    noteTarget();
}

void SearchPanel::takeAnswer()
{
    m_ui->resultList->scrollToTop();
    m_target.ask(m_box->isBlank());
    m_target.takeAnswer(m_users->rowCount());
    updateState();
    const int row = ExactMatches::row(*m_users, text());
    if (row >= 0)
        open(row);
    if (m_wish != Wish::None)
        chooseFound();
    Q_EMIT targetChanged();
}

void SearchPanel::takeMarks()
{
    m_target.mark(chosenUsers());
    m_openDelay.stop();
    if (m_target.state() == SearchTarget::State::Opening)
        m_openDelay.start();
    Q_EMIT targetChanged();
    Q_EMIT chosenUsersChanged();
}

void SearchPanel::triggerAction()
{
    const std::optional<Error> failure = m_finder->error();
    const bool isOfOtherType = m_fault == IdFault::WrongShape || (m_finder->hasAnswer() && m_finder->type());
    if (failure && isNotPermitted(*failure))
        Q_EMIT manualRequested(text(), type() ? type() : ExactMatches::tellingType(text()));
    else if (failure)
        submit();
    else if (isOfOtherType && type())
        m_ui->typeCombo->setCurrentIndex(0);
    else if (isOfOtherType)
        ask();
    else
        m_box->clear();
    if (!failure)
        focusSearch();
}

/// Takes the keyboard to the user whom the agent means, or to those among whom to choose.
void SearchPanel::chooseFound()
{
    const Wish wish = std::exchange(m_wish, Wish::None);
    const bool isOnly = m_users->rowCount() == 1 && m_users->totalCount() == 1 && m_finder->isCompared();
    if (wish == Wish::User && isOnly)
        open(0);
    if (m_target.user())
        Q_EMIT userChosen();
    else if (m_users->rowCount() > 1 && wish == Wish::User)
        m_ui->resultList->setFocus();
}

/// Opens the only marked user and takes the keyboard there; several marked ones are not meant to be opened.
void SearchPanel::chooseCurrent()
{
    openCurrent();
    if (m_target.user())
        Q_EMIT userChosen();
}

void SearchPanel::openCurrent()
{
    // The view has a current row as soon as it has the focus; only a selected one was chosen.
    const QModelIndexList selected = m_ui->resultList->selectionModel()->selectedIndexes();
    if (selected.size() == 1)
        open(selected.constFirst().row());
}

void SearchPanel::open(int row)
{
    mark(row);
    m_openDelay.stop();
    if (m_target.user() && m_target.user()->userId == m_users->user(row).userId)
        return;
    m_target.open(m_users->user(row));
    Q_EMIT targetChanged();
}

void SearchPanel::enterList()
{
    if (m_users->rowCount() == 0 || !m_ui->resultList->isEnabled())
        return;
    m_ui->resultList->setFocus();
    if (chosenUsers().isEmpty())
        mark(0);
}

/// The view itself would unmark the row while Ctrl is held down, as it is for Ctrl+K.
void SearchPanel::mark(int row)
{
    const QModelIndex index = m_users->index(row);
    m_ui->resultList->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

/// Puts @p text into the box without a question about it.
void SearchPanel::setText(const QString &text)
{
    m_box->setText(text);
    m_debounce.stop();
    m_finder->stop();
    m_fault.reset();
    m_wish = Wish::None;
    m_target.ask(text.isEmpty());
}
