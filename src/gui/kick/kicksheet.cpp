// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kicksheet.h"

#include "ui_kicksheet.h"

#include "gui/kick/sheetfields.h"
#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "gui/style/ink.h"
#include "gui/widgets/taborder.h"
#include "kick/session.h"
#include "models/words/contacttext.h"
#include "models/words/environmentwords.h"
#include "models/words/protectionwords.h"
#include "models/words/timetext.h"

#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// So long after the sheet has opened, or has grown by itself, nothing is sent: a click or a key may have
/// been meant for what stood there before.
constexpr int quietMs = 400;

} // namespace

KickSheet::KickSheet(QWidget *parent)
    : QFrame(parent)
    , m_settle(this)
{
}

KickSheet::~KickSheet() = default;

void KickSheet::fill()
{
    m_ui = std::make_unique<Ui::KickSheet>();
    m_ui->setupUi(this);
    TabOrder::adopt(this);
    connect(m_ui->identifyCombo, &QComboBox::currentIndexChanged, this, &KickSheet::chooseType);
    connect(&m_lookup, &SheetLookup::found, this,
            [this](const User &user) { KickPlans::setUser(&m_plan, user); });
    connect(&m_lookup, &SheetLookup::ended, this, [this] {
        retranslate();
        keepFocus();
    });
    connect(m_ui->lookupRetryButton, &QPushButton::clicked, this, &KickSheet::lookUp);
    m_fields = std::make_unique<SheetFields>(
        SheetFields::Parts{.ticket = {m_ui->ticketCaption, m_ui->ticketEdit},
                           .reason = {m_ui->reasonCaption, m_ui->reasonEdit},
                           .overrideReason = {m_ui->overrideCaption, m_ui->overrideEdit},
                           .confirmation = {m_ui->confirmCaption, m_ui->confirmEdit}});
    connect(m_fields.get(), &SheetFields::changed, this, &KickSheet::updateSend);
    m_settle.setSingleShot(true);
    m_settle.setInterval(quietMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        updateSend();
        keepFocus();
    });
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
    m_added.clear();
    m_settle.stop();
    m_isUnseen = false;
    m_sinceOpen.start();
    // Another identifier than the user ID is no everyday choice; one that is sent is shown.
    m_ui->requestButton->setChecked(!plan.user || plan.target.identifierType != IdType::UserId);
    m_fields->begin(plan);
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
    if (m_checks.waiting.isEmpty() && !m_checks.found.isEmpty())
        takeInFound();
    m_ui->checksBar->setState(m_checks, m_added);
    updateSend();
    keepFocus();
}

/// The checklist ticks what is online while its checks come in; the sheet that opened earlier does the same,
/// once, when the last of them is in.
void KickSheet::takeInFound()
{
    m_added += m_checks.found;
    KickPlans::addApplications(&m_plan, std::exchange(m_checks.found, {}));
    m_isUnseen = true;
    m_settle.start();
    updateApplications();
    updateRequest();
}

void KickSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ui) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_ui) {
        updatePool();
        updateProtection();
        fillFields();
        updateSend();
    }
    QFrame::changeEvent(event);
}

/// A double click on the button that opened the sheet must not send.
bool KickSheet::eventFilter(QObject *watched, QEvent *event)
{
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
            m_ui->cancelButton->hasFocus() && !isUnsettled() ? cancel() : confirm();
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
    updateProtection();
    fillFields();
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
    m_ui->sendButton->setText(count > 0 ? tr("Force sign-out from %Ln application(s)", nullptr, count)
                                        : tr("Force sign-out"));
}

/// The pool looks as in the band, so that production cannot be taken for a test.
void KickSheet::updatePool()
{
    QStringList parts{environmentLabel(m_plan.environment), m_plan.pool};
    parts.removeAll(QString());
    m_ui->sheetPoolLabel->setPalette(Colors::band(m_plan.environment, QGuiApplication::palette()));
    m_ui->sheetPoolLabel->setText(parts.join(u" · "_s));
    Ink::setRole(m_ui->sendButton, Ink::actingRole(m_plan.environment));
}

void KickSheet::fillFields()
{
    const Profile profile = m_session != nullptr ? m_session->profile() : Profile();
    QStringList names{ServerText(m_plan.target.identifier).plain()};
    if (m_plan.user) {
        names << Users::displayName(*m_plan.user).plain();
        for (const IdType type : IdTypes::all())
            names << KickPlans::identifier(*m_plan.user, type);
    }
    m_fields->setTerms({.isTicketRequired = profile.isTicketRequired,
                        .isReasonRequired = profile.isReasonRequired,
                        .isProtected = m_protection != Protection::None,
                        .isGuarded = isGuarded(),
                        .isLookedUp = m_plan.user.has_value(),
                        .names = names});
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
    for (QWidget *widget : {m_ui->protectionIconLabel, m_ui->protectionLabel})
        widget->setVisible(isProtected);
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
    const QString text = m_lookup.words(m_plan);
    m_ui->lookupLabel->setText(text);
    m_ui->lookupLabel->setVisible(!text.isEmpty());
    m_ui->lookupRetryButton->setVisible(m_lookup.canRetry());
    updateSend();
}

void KickSheet::updateSend()
{
    const QString sentence = missing();
    m_ui->sheetMissingLabel->setText(sentence);
    m_ui->sendButton->setAccessibleDescription(sentence);
    m_ui->sendButton->setToolTip(sentence);
    m_ui->sendButton->setEnabled(m_lookup.allowsSending() && sentence.isEmpty() && !m_settle.isActive());
}

QString KickSheet::missing() const
{
    const QString owed = m_fields->missing();
    if (!owed.isEmpty())
        return owed;
    const QString checks = m_ui->checksBar->missing();
    return checks.isEmpty() && m_plan.applications.isEmpty()
               ? tr("The user is not online anywhere. Cancel, and tick an application.")
               : checks;
}

/// True while an answer is awaited, or has just changed what is sent.
bool KickSheet::isUnsettled() const
{
    return m_lookup.isRunning() || m_ui->checksBar->isWaiting() || m_settle.isActive();
}

/// True where a wrong target would do the most harm: a protected user, and one who was not looked up.
bool KickSheet::isGuarded() const
{
    return m_protection != Protection::None || !m_plan.user;
}

/// An agent in a hurry presses Enter: that must lead to the next thing that is owed, and never to a protected
/// or unverified user.
void KickSheet::moveFocus()
{
    QWidget *next = m_ui->cancelButton;
    if (!isGuarded()) {
        if (QWidget *owed = m_fields->next())
            next = owed;
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
    m_lookup.begin(m_session->resolver(), m_plan.user ? m_plan.user->userId : QString());
    updateLookup();
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
    // The sheet has grown while the agent was typing: Enter leads to the button that says by how much.
    if (std::exchange(m_isUnseen, false) && !m_ui->sendButton->hasFocus()) {
        m_ui->sendButton->setFocus();
        return;
    }
    m_fields->write(&m_plan);
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
    m_lookup.stop();
    m_settle.stop();
    hide();
}
