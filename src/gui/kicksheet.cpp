// SPDX-License-Identifier: Apache-2.0
#include "gui/kicksheet.h"

#include "ui_kicksheet.h"

#include "gui/colors.h"
#include "gui/errorwords.h"
#include "gui/icons.h"
#include "gui/taborder.h"
#include "kick/session.h"
#include "models/contacttext.h"
#include "models/environmentwords.h"
#include "models/protectionwords.h"
#include "models/timetext.h"

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

KickSheet::KickSheet(QWidget *parent)
    : QFrame(parent)
{
}

KickSheet::~KickSheet() = default;

void KickSheet::fill()
{
    m_ui = std::make_unique<Ui::KickSheet>();
    m_ui->setupUi(this);
    TabOrder::adopt(this);
    m_ui->requestText->hide();
    connect(m_ui->requestButton, &QToolButton::toggled, m_ui->requestText, &QWidget::setVisible);
    connect(m_ui->identifyCombo, &QComboBox::currentIndexChanged, this, &KickSheet::chooseType);
    connect(m_ui->lookupRetryButton, &QPushButton::clicked, this, &KickSheet::lookUp);
    for (const QLineEdit *edit : {m_ui->ticketEdit, m_ui->reasonEdit, m_ui->overrideEdit, m_ui->confirmEdit})
        connect(edit, &QLineEdit::textChanged, this, &KickSheet::updateSend);
    connect(m_ui->checksBar, &ChecksBar::included, this, &KickSheet::include);
    m_ui->sendButton->installEventFilter(this);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &KickSheet::confirm);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &KickSheet::cancel);
}

void KickSheet::open(const KickPlan &plan)
{
    if (!m_ui)
        fill();
    m_plan = plan;
    m_ui->sheetNameMark->setMark(plan.user ? NameMarks().mark(Users::displayName(*plan.user))
                                           : NameMark::None);
    m_checks = {};
    m_sinceOpen.start();
    m_ui->requestButton->setChecked(false);
    m_ui->ticketEdit->setText(plan.ticket);
    m_ui->reasonEdit->setText(plan.reason);
    m_ui->overrideEdit->setText(plan.target.overrideReason);
    m_ui->confirmEdit->clear();
    retranslate();
    show();
    lookUp();
    moveFocus();
}

void KickSheet::setNameMark(NameMark mark)
{
    m_ui->sheetNameMark->setMark(mark);
}

void KickSheet::setChecks(const OpenCheckState &state)
{
    const auto isPlanned = [this](const Application &application) {
        return m_plan.target.appIds.contains(application.appId);
    };
    m_checks = state;
    m_checks.waiting.removeIf(isPlanned);
    m_checks.found.removeIf(isPlanned);
    KickPlans::noteStates(&m_plan, state.states);
    m_ui->checksBar->setState(m_checks);
    updateSend();
    keepFocus();
}

void KickSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ui) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_ui) {
        updatePool();
        updateProtection();
        updateSend();
    }
    QFrame::changeEvent(event);
}

/// A double click on the button that opened the sheet must not send.
bool KickSheet::eventFilter(QObject *watched, QEvent *event)
{
    constexpr int quietMs = 400;
    const bool isPress =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    return (isPress && !m_sinceOpen.hasExpired(quietMs)) || QFrame::eventFilter(watched, event);
}

bool KickSheet::focusNextPrevChild(bool next)
{
    TabOrder::step(this, next);
    return true;
}

void KickSheet::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        cancel();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A key that is held down, perhaps since the search, must not send.
        if (!event->isAutoRepeat())
            m_ui->cancelButton->hasFocus() && !m_lookup && !m_ui->checksBar->isWaiting() ? cancel()
                                                                                         : confirm();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void KickSheet::retranslate()
{
    m_ui->sheetTitle->setText(tr("Force sign-out: %1").arg(KickPlans::title(m_plan)));
    updatePool();
    updateApplications();
    if (m_plan.user) {
        const User &user = *m_plan.user;
        m_ui->sheetUserIdLabel->setText(ServerText(user.userId).plain());
        const QString contact = contactText(user);
        m_ui->sheetContactLabel->setText(contact.isEmpty() ? tr("none") : contact);
        m_ui->sheetLastLoginLabel->setText(user.lastLogin.isValid() ? timeText(user.lastLogin) : tr("never"));
    } else {
        m_ui->sheetUserIdLabel->setText(
            m_plan.target.identifierType == IdType::UserId ? m_plan.target.identifier : tr("not known"));
        m_ui->sheetContactLabel->setText(tr("not known"));
        m_ui->sheetLastLoginLabel->setText(tr("not known"));
    }
    fillTypes();
    fillFields();
    updateProtection();
    updateLookup();
    updateRequest();
}

void KickSheet::updateApplications()
{
    const int count = static_cast<int>(m_plan.applications.size());
    QStringList names;
    for (const PlannedApplication &application : std::as_const(m_plan.applications))
        names << KickPlans::name(application);
    const QString caption = tr("%Ln application(s)", nullptr, count);
    m_ui->appsCaption->setText(caption);
    m_ui->sheetAppsText->setAccessibleName(caption);
    m_ui->sheetAppsText->setText(names.join(u" · "_s));
    m_ui->sendButton->setText(tr("Force sign-out from %Ln application(s)", nullptr, count));
}

/// The pool looks as in the band, so that nobody takes production for a test.
void KickSheet::updatePool()
{
    QStringList parts{environmentLabel(m_plan.environment), m_plan.pool};
    parts.removeAll(QString());
    m_ui->sheetPoolLabel->setPalette(Colors::band(m_plan.environment, QGuiApplication::palette()));
    m_ui->sheetPoolLabel->setText(parts.join(u" · "_s));
}

void KickSheet::fillFields()
{
    const Profile profile = m_session != nullptr ? m_session->profile() : Profile();
    m_ui->ticketCaption->setText(profile.isTicketRequired ? tr("Ticket (required)") : tr("Ticket"));
    m_ui->reasonCaption->setText(profile.isReasonRequired ? tr("Reason (required)") : tr("Reason"));
    m_ui->confirmCaption->setText(m_plan.user ? tr("Name or user ID") : tr("Confirm the identifier"));
}

void KickSheet::updateProtection()
{
    m_protection = Protection::None;
    if (m_session != nullptr)
        m_protection = m_plan.user ? Protections::of(m_session->profile(), *m_plan.user)
                                   : Protections::of(m_session->profile(), m_plan.target.identifier);
    constexpr int iconSize = 20;
    const bool isProtected = m_protection != Protection::None;
    m_ui->protectionIconLabel->setPixmap(
        Icons::tinted(u"shield"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->protectionLabel->setText(ProtectionWords::warning(m_protection));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->protectionLabel->setPalette(caution);
    m_ui->sheetMissingLabel->setPalette(caution);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->protectionIconLabel, m_ui->protectionLabel,
                                                            m_ui->overrideCaption, m_ui->overrideEdit})
        widget->setVisible(isProtected);
    m_ui->confirmCaption->setVisible(isGuarded());
    m_ui->confirmEdit->setVisible(isGuarded());
}

void KickSheet::fillTypes()
{
    const QSignalBlocker blocker(m_ui->identifyCombo);
    m_ui->identifyCombo->clear();
    for (const IdType type : IdTypes::all()) {
        if (!m_plan.user && type != m_plan.target.identifierType)
            continue;
        const QString value =
            m_plan.user ? KickPlans::identifier(*m_plan.user, type) : m_plan.target.identifier;
        if (value.isEmpty())
            continue;
        m_ui->identifyCombo->addItem(IdTypes::label(type) + u": "_s + value, static_cast<int>(type));
        m_ui->identifyCombo->setItemData(m_ui->identifyCombo->count() - 1, value, Qt::UserRole + 1);
    }
    m_ui->identifyCombo->setCurrentIndex(
        m_ui->identifyCombo->findData(static_cast<int>(m_plan.target.identifierType)));
}

void KickSheet::updateLookup()
{
    const bool isForbidden = m_lookupError && ErrorWords::isForbidden(m_lookupError->code);
    QString text;
    if (!m_plan.user)
        text = tr("The user could not be looked up. Exactly this identifier is sent.");
    else if (m_lookup)
        text = tr("Looking the user up again…");
    else if (isForbidden)
        text = tr("The user could not be looked up again, because this key may not do that.");
    else if (m_lookupError)
        text = errorText(*m_lookupError) + u'\n' + ErrorWords::detail(*m_lookupError);
    else if (m_plan.target.identifierType != IdType::UserId)
        text = tr("The user is looked up by this once more before anything is sent.");
    m_ui->lookupLabel->setText(text);
    m_ui->lookupLabel->setVisible(!text.isEmpty());
    m_ui->lookupRetryButton->setVisible(m_lookupError && !isForbidden && !m_lookup);
    updateSend();
}

void KickSheet::updateSend()
{
    const bool isForbidden = m_lookupError && ErrorWords::isForbidden(m_lookupError->code);
    const bool isLookedUp = !m_plan.user || (!m_lookup && (!m_lookupError || isForbidden));
    const QString sentence = missing();
    m_ui->sheetMissingLabel->setText(sentence);
    m_ui->sendButton->setAccessibleDescription(sentence);
    m_ui->sendButton->setToolTip(sentence);
    m_ui->sendButton->setEnabled(isLookedUp && sentence.isEmpty());
}

QString KickSheet::missing() const
{
    const auto isBlank = [](const QLineEdit *edit) { return edit->text().trimmed().isEmpty(); };
    const Profile profile = m_session != nullptr ? m_session->profile() : Profile();
    if (profile.isTicketRequired && isBlank(m_ui->ticketEdit))
        return tr("Enter the ticket number first.");
    if (profile.isReasonRequired && isBlank(m_ui->reasonEdit))
        return tr("Enter the reason first.");
    if (m_protection != Protection::None && isBlank(m_ui->overrideEdit))
        return tr("Say first why it is sent all the same.");
    if (isGuarded() && !isNamed(m_ui->confirmEdit->text()))
        return m_plan.user ? tr("Type the name or the user ID of this user first.")
                           : tr("Type the identifier again to confirm it.");
    return m_ui->checksBar->missing();
}

/// True where a wrong target would do the most harm: a protected user, and one who was not looked up.
bool KickSheet::isGuarded() const
{
    return m_protection != Protection::None || !m_plan.user;
}

bool KickSheet::isNamed(const QString &text) const
{
    const QString typed = text.trimmed();
    QStringList names{ServerText(m_plan.target.identifier).plain()};
    if (m_plan.user) {
        names << Users::displayName(*m_plan.user).plain();
        for (const IdType type : IdTypes::all())
            names << KickPlans::identifier(*m_plan.user, type);
    }
    return !typed.isEmpty() && names.contains(typed, Qt::CaseInsensitive);
}

/// Somebody in a hurry presses Enter: that must lead to the next thing that is owed, and never to a protected
/// or unverified user.
void KickSheet::moveFocus()
{
    const Profile &profile = m_session->profile();
    QWidget *next = m_ui->cancelButton;
    if (!isGuarded()) {
        if (profile.isTicketRequired && m_ui->ticketEdit->text().isEmpty())
            next = m_ui->ticketEdit;
        else if (profile.isReasonRequired && m_ui->reasonEdit->text().isEmpty())
            next = m_ui->reasonEdit;
        else if (QWidget *offer = m_ui->checksBar->nextButton())
            next = offer;
        else if (m_ui->sendButton->isEnabled())
            next = m_ui->sendButton;
    }
    next->setFocus();
}

/// Where the agent has gone on to a field, the keyboard stays there.
void KickSheet::keepFocus()
{
    if (m_ui->cancelButton->hasFocus() || m_ui->sendButton->hasFocus())
        moveFocus();
}

void KickSheet::updateRequest()
{
    m_ui->requestText->setPlainText(KickPlans::requests(m_plan).join(u'\n'));
}

void KickSheet::lookUp()
{
    m_lookupError.reset();
    if (m_plan.user) {
        const auto take = [this](const Result<User> &found) {
            m_lookup.clear();
            if (found)
                takeLookup(*found);
            else
                m_lookupError = found.error();
            retranslate();
            keepFocus();
        };
        m_lookup = m_session->resolver()->resolve(IdType::UserId, m_plan.user->userId, this, take);
    }
    updateLookup();
}

void KickSheet::takeLookup(const User &found)
{
    if (found.userId != m_plan.user->userId) {
        m_lookupError = Error{.kind = ErrorKind::NotSent, .code = ErrorCode::OtherUserReturned};
        return;
    }
    // get-user may leave identities out that the search has shown.
    const auto identities = m_plan.user->identities;
    KickPlans::setUser(&m_plan, found);
    if (!found.identities)
        m_plan.user->identities = identities;
}

void KickSheet::chooseType()
{
    m_plan.target.identifierType = static_cast<IdType>(m_ui->identifyCombo->currentData().toInt());
    m_plan.target.identifier = m_ui->identifyCombo->currentData(Qt::UserRole + 1).toString();
    updateLookup();
    updateRequest();
}

void KickSheet::include(const QList<Application> &applications)
{
    KickPlans::addApplications(&m_plan, applications);
    setChecks(m_checks);
    updateApplications();
    updateRequest();
    moveFocus();
}

void KickSheet::confirm()
{
    if (!m_ui->sendButton->isEnabled())
        return;
    m_plan.ticket = m_ui->ticketEdit->text().trimmed();
    m_plan.reason = m_ui->reasonEdit->text().trimmed();
    m_plan.target.overrideReason =
        m_protection == Protection::None ? QString() : m_ui->overrideEdit->text().trimmed();
    close();
    Q_EMIT confirmed(m_plan);
}

void KickSheet::cancel()
{
    close();
    Q_EMIT cancelled();
}

void KickSheet::close()
{
    if (m_lookup)
        m_lookup->abort();
    m_lookup.clear();
    hide();
}
