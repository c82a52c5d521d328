// SPDX-License-Identifier: Apache-2.0
#include "gui/searchpanel.h"

#include "ui_searchpanel.h"

#include "gui/errorwords.h"
#include "gui/icons.h"
#include "gui/kickplan.h"
#include "gui/searchwords.h"
#include "gui/userdelegate.h"
#include "kick/session.h"
#include "models/usersearchmodel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int debounceMs = 200;

} // namespace

SearchPanel::SearchPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SearchPanel>())
{
    m_ui->setupUi(this);
    m_debounce.setSingleShot(true);
    m_debounce.setTimerType(Qt::PreciseTimer);
    m_debounce.setInterval(debounceMs);
    m_ui->searchButton->setIcon(Icons::tinted(u"search"_s));
    m_ui->resultList->setItemDelegate(new UserDelegate(this));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->searchEdit, m_ui->resultList})
        widget->installEventFilter(this);
    connect(&m_debounce, &QTimer::timeout, this, [this] {
        if (!type() && m_ui->searchEdit->text() != m_searched)
            sendSearch();
    });
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &SearchPanel::changeText);
    connect(m_ui->typeCombo, &QComboBox::currentIndexChanged, this, &SearchPanel::changeType);
    connect(m_ui->searchButton, &QToolButton::clicked, this, &SearchPanel::submit);
    connect(m_ui->suggestButton, &QPushButton::clicked, this, &SearchPanel::useSuggestion);
    connect(m_ui->searchState, &StatePane::actionTriggered, this, &SearchPanel::triggerAction);
    connect(m_ui->pasteListButton, &QPushButton::clicked, this, &SearchPanel::pasteListRequested);
    connect(m_ui->resultList, &QListView::clicked, this, [this](const QModelIndex &index) {
        // Who marks several users wants none of them opened.
        if (chosenUsers().size() <= 1)
            open(index.row());
    });
}

SearchPanel::~SearchPanel() = default;

void SearchPanel::start(Session *session)
{
    m_session = session;
    m_users = std::make_unique<UserSearchModel>(session->client());
    m_users->setProfile(session->profile());
    connect(session, &Session::profileChanged, this, [this] { m_users->setProfile(m_session->profile()); });
    m_ui->resultList->setModel(m_users.get());
    connect(m_ui->resultList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SearchPanel::chosenUsersChanged);
    connect(m_users.get(), &UserSearchModel::statusChanged, this, &SearchPanel::updateState);
    connect(m_users.get(), &UserSearchModel::searched, this, &SearchPanel::takeSearch);
    connect(m_ui->moreRetryButton, &QPushButton::clicked, m_users.get(), &UserSearchModel::retry);
    retranslate();
}

void SearchPanel::focusSearch()
{
    m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchEdit->selectAll();
}

void SearchPanel::search(const QString &text)
{
    m_ui->searchEdit->setText(text);
    focusSearch();
}

void SearchPanel::setPhoneMasked(bool isMasked)
{
    m_users->setPhoneMasked(isMasked);
}

QList<User> SearchPanel::chosenUsers() const
{
    QList<User> result;
    const QModelIndexList chosen = m_ui->resultList->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : chosen)
        result << m_users->user(index.row());
    return result;
}

NameMark SearchPanel::nameMark(const User &user) const
{
    return m_users->nameMark(user);
}

void SearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_users->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SearchPanel::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    // Its icon is looked for in the themes of the desktop, which takes as long as all that is painted before.
    if (!m_ui->searchEdit->isClearButtonEnabled())
        QTimer::singleShot(0, m_ui->searchEdit, [this] { m_ui->searchEdit->setClearButtonEnabled(true); });
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && key->isAutoRepeat())
        return true;
    if (watched == m_ui->resultList) {
        if (isEnter)
            openCurrent();
        return isEnter;
    }
    if (isEnter)
        submit();
    else if (key->key() == Qt::Key_Down)
        enterList();
    else if (key->key() == Qt::Key_Escape)
        m_ui->searchEdit->clear();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void SearchPanel::retranslate()
{
    m_ui->pasteListButton->setText(tr("Paste a list…"));
    fillTypes();
    updateState();
}

void SearchPanel::fillTypes()
{
    const QSignalBlocker blocker(m_ui->typeCombo);
    const int current = m_ui->typeCombo->currentIndex();
    m_ui->typeCombo->clear();
    m_ui->typeCombo->addItem(tr("Any"));
    for (const IdType idType : IdTypes::all())
        m_ui->typeCombo->addItem(IdTypes::label(idType), QVariant::fromValue(static_cast<int>(idType)));
    m_ui->typeCombo->setCurrentIndex(qMax(current, 0));
}

void SearchPanel::updateState()
{
    const bool isFound = m_hasAnswer && !error() && m_users->totalCount() == 1;
    const auto suggested = type() || isFound ? std::nullopt : suggestion();
    m_ui->suggestButton->setVisible(suggested.has_value());
    m_ui->suggestButton->setText(suggested ? tr("Look up exactly this: %1").arg(IdTypes::label(*suggested))
                                           : QString());
    m_ui->searchEdit->setPlaceholderText(type() ? IdTypes::example(*type()) : QString());

    const bool hasRows = m_users->rowCount() > 0;
    m_ui->searchHintLabel->setVisible(hasRows && type() && (m_isUncompared || m_users->rowCount() > 1));
    m_ui->searchHintLabel->setText(
        m_isUncompared ? tr("The server found this user but does not show the identities. Compare the user "
                            "with the ticket; open the user if it is the right one.")
                       : tr("More than one user matches. Choose the right one."));
    m_ui->resultStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->resultList)
                                                : m_ui->searchState);
    m_ui->searchState->setContent(hasRows
                                      ? StatePane::Content()
                                      : SearchWords::content({.type = type(),
                                                              .fault = m_fault,
                                                              .error = error(),
                                                              .isBusy = m_findCall || m_users->isLoading(),
                                                              .hasAnswer = m_hasAnswer}));
    m_ui->countLabel->setText(SearchWords::count(*m_users));
    m_ui->moreRetryButton->setVisible(hasRows && m_users->error());
}

void SearchPanel::changeText()
{
    const QString text = m_ui->searchEdit->text();
    const bool isPasted = text.size() > m_textLength + 1;
    m_textLength = text.size();
    reset();
    m_isExactWanted = isPasted;
    if (text.trimmed().isEmpty() || type()) {
        m_users->clear();
    } else {
        m_fault = IdTypes::check(text).fault;
        if (m_fault)
            m_users->clear();
        else if (!m_debounce.isActive())
            sendSearch();
        m_debounce.start();
    }
    updateState();
}

void SearchPanel::changeType()
{
    reset();
    m_users->clear();
    changeText();
    m_ui->searchEdit->setFocus();
}

void SearchPanel::submit()
{
    m_fault = type() ? IdTypes::check(*type(), m_ui->searchEdit->text()).fault
                     : IdTypes::check(m_ui->searchEdit->text()).fault;
    if (m_fault) {
        m_users->clear();
        updateState();
        return;
    }
    if (type()) {
        find();
        return;
    }
    m_isOpenWanted = true;
    if (m_ui->searchEdit->text() != m_searched || m_users->error())
        sendSearch();
    else
        openIfOnly();
}

void SearchPanel::sendSearch()
{
    m_debounce.stop();
    m_fault = IdTypes::check(m_ui->searchEdit->text()).fault;
    if (!m_fault) {
        m_searched = m_ui->searchEdit->text();
        m_users->search(IdTypes::check(m_searched).value);
        m_debounce.start();
    }
    updateState();
}

void SearchPanel::find()
{
    reset();
    m_users->clear();
    const auto take = [this](const Result<FoundUsers> &found) {
        m_findCall.clear();
        m_hasAnswer = true;
        if (found)
            takeFound(*found);
        else
            m_findError = found.error();
        updateState();
        Q_EMIT answered(m_findError);
    };
    m_findCall = m_session->resolver()->find(*type(), m_ui->searchEdit->text(), this, take);
    updateState();
}

void SearchPanel::takeSearch()
{
    m_hasAnswer = true;
    m_ui->resultList->scrollToTop();
    updateState();
    Q_EMIT answered(m_users->error());
    if (m_searched != m_ui->searchEdit->text())
        return;
    if (m_isOpenWanted || (m_isExactWanted && isExactHit()))
        openIfOnly();
}

void SearchPanel::takeFound(const FoundUsers &found)
{
    m_users->setUsers(found.users);
    m_isUncompared = !found.isCompared;
    if (found.users.size() == 1 && found.isCompared)
        open(0);
}

void SearchPanel::triggerAction()
{
    const auto &failure = error();
    if (failure && ErrorWords::isForbidden(failure->code))
        Q_EMIT manualRequested(m_ui->searchEdit->text(), type() ? type() : suggestion());
    else if (failure)
        submit();
    else if (type() && (m_hasAnswer || m_fault == IdFault::WrongShape))
        m_ui->typeCombo->setCurrentIndex(0);
    else
        m_ui->searchEdit->clear();
    if (!failure)
        focusSearch();
}

void SearchPanel::useSuggestion()
{
    const auto suggested = suggestion();
    if (!suggested)
        return;
    m_ui->typeCombo->setCurrentIndex(m_ui->typeCombo->findData(static_cast<int>(*suggested)));
    submit();
}

void SearchPanel::openIfOnly()
{
    if (m_users->isLoading() || m_users->rowCount() == 0)
        return;
    m_isOpenWanted = false;
    if (m_users->rowCount() == 1 && m_users->totalCount() == 1)
        open(0);
    else
        m_ui->resultList->setFocus();
}

/// True when the only user found has the pasted text as an identifier.
bool SearchPanel::isExactHit() const
{
    if (m_users->rowCount() != 1 || m_users->totalCount() != 1)
        return false;
    const User &user = m_users->user(0);
    return std::ranges::any_of(IdTypes::all(), [&](IdType idType) {
        const QString identifier = KickPlans::identifier(user, idType);
        return !identifier.isEmpty() &&
               identifier.compare(IdTypes::check(idType, m_searched).value, Qt::CaseInsensitive) == 0;
    });
}

void SearchPanel::openCurrent()
{
    // The view has a current row as soon as it has the focus; only a selected one was chosen.
    const QModelIndexList selected = m_ui->resultList->selectionModel()->selectedIndexes();
    if (!selected.isEmpty())
        open(selected.constFirst().row());
}

void SearchPanel::open(int row)
{
    m_ui->resultList->setCurrentIndex(m_users->index(row));
    Q_EMIT userChosen(m_users->user(row));
}

void SearchPanel::enterList()
{
    if (m_users->rowCount() == 0)
        return;
    m_ui->resultList->setFocus();
    if (m_ui->resultList->selectionModel()->selectedIndexes().isEmpty())
        m_ui->resultList->setCurrentIndex(m_users->index(0));
}

void SearchPanel::reset()
{
    if (m_findCall)
        m_findCall->abort();
    m_findCall.clear();
    m_findError.reset();
    m_fault.reset();
    m_hasAnswer = false;
    m_isOpenWanted = false;
    m_isExactWanted = false;
    m_isUncompared = false;
    m_searched.clear();
}

const std::optional<Error> &SearchPanel::error() const
{
    return m_findError ? m_findError : m_users->error();
}

std::optional<IdType> SearchPanel::type() const
{
    const QVariant chosen = m_ui->typeCombo->currentData();
    return chosen.isValid() ? std::optional(static_cast<IdType>(chosen.toInt())) : std::nullopt;
}

std::optional<IdType> SearchPanel::suggestion() const
{
    const QString text = m_ui->searchEdit->text();
    if (IdTypes::check(text).fault)
        return {};
    const QList<IdType> types = IdTypes::suggested(text);
    // Any text may be a username, so that one is no suggestion.
    const bool isTelling = !types.isEmpty() && types.constFirst() != IdType::Username &&
                           types.constFirst() != IdType::ExternalId;
    return isTelling ? std::optional(types.constFirst()) : std::nullopt;
}
