// SPDX-License-Identifier: Apache-2.0
#include "gui/kicksheet.h"

#include "ui_kicksheet.h"

#include "gui/errorwords.h"
#include "gui/icons.h"
#include "kick/session.h"
#include "models/timetext.h"

#include <QEvent>
#include <QKeyEvent>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

KickSheet::KickSheet(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::KickSheet>())
{
    m_ui->setupUi(this);
    m_ui->requestText->hide();
    connect(m_ui->requestButton, &QToolButton::toggled, m_ui->requestText, &QWidget::setVisible);
    connect(m_ui->identifyCombo, &QComboBox::currentIndexChanged, this, &KickSheet::chooseType);
    connect(m_ui->lookupRetryButton, &QPushButton::clicked, this, &KickSheet::lookUp);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &KickSheet::confirm);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &KickSheet::cancel);
    for (QLineEdit *edit : {m_ui->ticketEdit, m_ui->reasonEdit, m_ui->confirmEdit})
        connect(edit, &QLineEdit::textChanged, this, &KickSheet::updateSend);
}

KickSheet::~KickSheet() = default;

void KickSheet::open(const KickPlan &plan)
{
    m_plan = plan;
    m_ui->requestButton->setChecked(false);
    m_ui->ticketEdit->setText(plan.ticket);
    m_ui->reasonEdit->setText(plan.reason);
    m_ui->confirmEdit->clear();
    retranslate();
    show();
    m_ui->cancelButton->setFocus();
    lookUp();
}

void KickSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QFrame::changeEvent(event);
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
            m_ui->cancelButton->hasFocus() && m_ui->sendButton->isEnabled() ? cancel() : confirm();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void KickSheet::retranslate()
{
    const int count = static_cast<int>(m_plan.applications.size());
    m_ui->sheetTitle->setText(tr("Force sign-out: %1").arg(KickPlans::title(m_plan)));
    m_ui->sendButton->setText(tr("Force sign-out from %Ln application(s)", nullptr, count));
    m_ui->sheetPoolLabel->setText(m_plan.pool);
    QStringList names;
    for (const Application &application : m_plan.applications)
        names << KickPlans::name(application);
    m_ui->sheetAppsLabel->setText(tr("%Ln application(s): %1", nullptr, count).arg(names.join(u", "_s)));

    if (m_plan.user) {
        const User &user = *m_plan.user;
        m_ui->sheetUserIdLabel->setText(ServerText(user.userId).plain());
        const QString contact = KickPlans::contact(user);
        m_ui->sheetContactLabel->setText(contact.isEmpty() ? tr("none") : contact);
        m_ui->sheetLastLoginLabel->setText(user.lastLogin.isValid() ? timeText(user.lastLogin) : tr("never"));
    } else {
        m_ui->sheetUserIdLabel->setText(m_plan.userIdType == IdType::UserId ? m_plan.userId
                                                                            : tr("not known"));
        m_ui->sheetContactLabel->setText(tr("not known"));
        m_ui->sheetLastLoginLabel->setText(tr("not known"));
    }
    fillTypes();
    updateReason();
    updateLookup();
    updateRequest();
}

void KickSheet::updateReason()
{
    const Profile &profile = m_session->profile();
    const bool isProtected = m_plan.protection != Protection::None;
    m_ui->ticketCaption->setText(profile.isTicketRequired ? tr("&Ticket (required)") : tr("&Ticket"));
    m_ui->reasonCaption->setText(profile.isReasonRequired || isProtected ? tr("R&eason (required)")
                                                                         : tr("R&eason"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->protectionIconLabel, m_ui->protectionLabel,
                                                            m_ui->confirmCaption, m_ui->confirmEdit})
        widget->setVisible(isProtected);
    if (!isProtected)
        return;
    constexpr int iconSize = 20;
    m_ui->protectionIconLabel->setPixmap(
        Icons::tinted(u"shield"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->protectionLabel->setText(
        m_plan.protection == Protection::Self
            ? tr("This is you. You would sign yourself out; give a reason and type the name to send it.")
            : tr("This user is protected. Give a reason and type the name of the user to send it all the same."));
    m_ui->confirmEdit->setPlaceholderText(KickPlans::title(m_plan));
}

QString KickSheet::missing() const
{
    const Profile &profile = m_session->profile();
    const bool isProtected = m_plan.protection != Protection::None;
    if (profile.isTicketRequired && m_ui->ticketEdit->text().trimmed().isEmpty())
        return tr("The number of the ticket is missing.");
    if ((profile.isReasonRequired || isProtected) && m_ui->reasonEdit->text().trimmed().isEmpty())
        return tr("The reason is missing.");
    if (isProtected && m_ui->confirmEdit->text().trimmed() != KickPlans::title(m_plan))
        return tr("The name of the user is missing.");
    return {};
}

void KickSheet::updateSend()
{
    const bool isForbidden = m_lookupError && ErrorWords::isForbidden(m_lookupError->code);
    const bool isLookedUp = !m_plan.user || (!m_lookup && (!m_lookupError || isForbidden));
    const QString text = missing();
    m_ui->missingLabel->setText(text);
    m_ui->sendButton->setToolTip(text);
    m_ui->sendButton->setEnabled(isLookedUp && text.isEmpty());
}

void KickSheet::focusNext()
{
    const Profile &profile = m_session->profile();
    // Whoever kicks a protected user shall decide it, not press a key once more.
    if (m_plan.protection != Protection::None)
        m_ui->cancelButton->setFocus();
    else if (profile.isTicketRequired && m_ui->ticketEdit->text().isEmpty())
        m_ui->ticketEdit->setFocus();
    else if (profile.isReasonRequired && m_ui->reasonEdit->text().isEmpty())
        m_ui->reasonEdit->setFocus();
    else if (m_ui->sendButton->isEnabled() && !m_ui->ticketEdit->hasFocus() && !m_ui->reasonEdit->hasFocus())
        m_ui->sendButton->setFocus();
}

void KickSheet::fillTypes()
{
    const QSignalBlocker blocker(m_ui->identifyCombo);
    m_ui->identifyCombo->clear();
    for (const IdType type : IdTypes::all()) {
        if (!m_plan.user && type != m_plan.userIdType)
            continue;
        const QString value = m_plan.user ? KickPlans::identifier(*m_plan.user, type) : m_plan.userId;
        if (value.isEmpty())
            continue;
        m_ui->identifyCombo->addItem(IdTypes::label(type) + u": "_s + value, static_cast<int>(type));
        m_ui->identifyCombo->setItemData(m_ui->identifyCombo->count() - 1, value, Qt::UserRole + 1);
    }
    m_ui->identifyCombo->setCurrentIndex(m_ui->identifyCombo->findData(static_cast<int>(m_plan.userIdType)));
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
    else if (m_plan.userIdType != IdType::UserId)
        text = tr("The user is looked up by this once more before anything is sent.");
    m_ui->lookupLabel->setText(text);
    m_ui->lookupLabel->setVisible(!text.isEmpty());
    m_ui->lookupRetryButton->setVisible(m_lookupError && !isForbidden && !m_lookup);
    updateSend();
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
            focusNext();
        };
        m_lookup = m_session->resolver()->resolve(IdType::UserId, m_plan.user->userId, this, take);
    }
    updateLookup();
    focusNext();
}

void KickSheet::takeLookup(const User &found)
{
    if (found.userId != m_plan.user->userId) {
        m_lookupError = Error{.kind = ErrorKind::NotSent, .code = ErrorCode::OtherUserReturned};
        return;
    }
    // get-user may leave identities out that the search has shown.
    const QList<Identity> identities = m_plan.user->identities;
    m_plan.user = found;
    if (found.identities.isEmpty())
        m_plan.user->identities = identities;
}

void KickSheet::chooseType()
{
    m_plan.userIdType = static_cast<IdType>(m_ui->identifyCombo->currentData().toInt());
    m_plan.userId = m_ui->identifyCombo->currentData(Qt::UserRole + 1).toString();
    updateLookup();
    updateRequest();
}

void KickSheet::confirm()
{
    if (!m_ui->sendButton->isEnabled())
        return;
    m_plan.ticket = m_ui->ticketEdit->text().trimmed();
    m_plan.reason = m_ui->reasonEdit->text().trimmed();
    if (m_plan.protection != Protection::None)
        m_plan.overrideReason = m_plan.reason;
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
