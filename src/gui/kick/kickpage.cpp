// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kickpage.h"

#include "ui_kickpage.h"

#include "gui/kick/kickreceipts.h"
#include "gui/kick/kickroom.h"
#include "gui/kick/targetwords.h"
#include "gui/style/ink.h"
#include "kick/session.h"
#include "models/user/applicationmodel.h"
#include "models/user/openchecks.h"
#include "models/user/poolapplications.h"
#include "store/files/settings.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

KickPage::KickPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KickPage>())
{
    m_ui->setupUi(this);
    m_receipts = std::make_unique<KickReceipts>(KickReceipts::Parts{
        .panel = m_ui->resultPanel, .notice = m_ui->returnNotice, .user = m_ui->userPanel});
    m_room = std::make_unique<KickRoom>(KickRoom::Parts{.page = this,
                                                        .content = m_ui->splitter,
                                                        .user = m_ui->userPanel,
                                                        .sheet = m_ui->kickSheet,
                                                        .receipt = m_ui->resultPanel,
                                                        .notice = m_ui->returnNotice,
                                                        .footer = m_ui->todayLabel});
    m_ui->kickSheet->hide();
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    constexpr int searchWidth = 320;
    constexpr int detailWidth = 640;
    m_ui->splitter->setSizes({searchWidth, detailWidth});

    connect(m_ui->searchPanel, &SearchPanel::targetChanged, this, &KickPage::showTarget);
    connect(m_ui->searchPanel, &SearchPanel::userChosen, m_ui->userPanel, &UserPanel::focusApplications);
    connect(m_ui->searchPanel, &SearchPanel::manualRequested, this, &KickPage::showManual);
    connect(m_ui->searchPanel, &SearchPanel::pasteListRequested, this, &KickPage::pasteListRequested);
    connect(m_ui->searchPanel, &SearchPanel::chosenUsersChanged, this, &KickPage::actionsChanged);
    connect(m_ui->userPanel, &UserPanel::ticksChanged, this, &KickPage::updateActions);
    connect(m_ui->userPanel, &UserPanel::manualRequested, this,
            [this] { showManual(m_ui->userPanel->user()->userId, IdType::UserId); });
    connect(m_ui->manualPanel, &ManualPanel::changed, this, &KickPage::updateActions);
    connect(m_ui->emptyState, &StatePane::actionTriggered, this, [this] {
        const bool isList = m_ui->searchPanel->target().state() == SearchTarget::State::Several;
        isList ? Q_EMIT listOfChosenRequested() : findUser();
    });
    connect(m_ui->kickSheet, &KickSheet::confirmed, this, &KickPage::send);
    connect(m_ui->kickSheet, &KickSheet::cancelled, this, &KickPage::closeSheet);
    connect(m_ui->resultPanel, &ResultPanel::kickAgainRequested, this, &KickPage::kickAgain);
    connect(m_ui->returnNotice, &ReturnNotice::kickAgainRequested, this, &KickPage::kickAgain);
    connect(m_ui->returnNotice, &ReturnNotice::showRequested, this, [this](const KickPlan &plan) {
        if (m_ui->splitter->isEnabled())
            showKicked(plan);
    });
    connect(m_receipts.get(), &KickReceipts::refreshRequested, m_ui->userPanel, &UserPanel::refresh);
    connect(m_receipts.get(), &KickReceipts::userReturned, this, &KickPage::userReturned);
    connect(m_receipts.get(), &KickReceipts::factChanged, m_ui->todayLabel, &TodayLabel::note);
    connect(m_ui->resultPanel, &ResultPanel::connectionCheckRequested, this,
            &KickPage::connectionCheckRequested);
    connect(m_ui->resultPanel, &ResultPanel::closed, this, [this] {
        updateActions();
        findUser();
    });
    connect(m_ui->kickButton, &QPushButton::clicked, this, &KickPage::kick);
    connect(m_ui->everywhereButton, &QPushButton::clicked, this, &KickPage::kickEverywhere);
}

KickPage::~KickPage() = default;

void KickPage::start(Session *session, HistoryReader *history, Translation *translation)
{
    m_session = session;
    m_pool = std::make_unique<PoolApplications>(session->applicationLister());
    m_ui->searchPanel->start(session);
    m_ui->userPanel->start(session, history, m_pool.get());
    m_ui->manualPanel->start(m_pool.get());
    m_openChecks = std::make_unique<OpenChecks>(m_ui->userPanel->applications());
    connect(m_ui->userPanel->applications(), &ApplicationModel::checked, this, &KickPage::updateChecks);
    connect(m_ui->userPanel->applications(), &ApplicationModel::checking, this, &KickPage::updateChecks);
    m_ui->todayLabel->start(history, session);
    m_ui->kickSheet->start(session);
    connect(session, &Session::profileChanged, m_ui->kickSheet, &KickSheet::takeProfile);
    m_ui->resultPanel->start(translation);
    m_ui->returnNotice->start(session);
    m_receipts->start(session);
    connect(m_pool.get(), &PoolApplications::changed, this, &KickPage::updateActions);
    m_pool->load();
    showTarget();
}

bool KickPage::canKick() const
{
    return isFree() && hasTarget() && (!chosenApplications().isEmpty() || isChecking());
}

bool KickPage::canKickEverywhere() const
{
    return isFree() && hasTarget() && m_pool && m_pool->applications() && !m_pool->applications()->isEmpty();
}

bool KickPage::canTick() const
{
    return isFree() && hasTarget() && !isManual() && m_ui->userPanel->applications()->rowCount() > 0;
}

bool KickPage::canRecheck() const
{
    return isFree() && !isManual() && m_ui->userPanel->user();
}

bool KickPage::hasResult() const
{
    return m_ui->resultPanel->isVisibleTo(this) && m_ui->resultPanel->receipt().result;
}

bool KickPage::isKicking() const
{
    return !m_kick.isNull();
}

void KickPage::apply(const Settings &settings)
{
    m_ui->returnNotice->setDuration(std::chrono::minutes(settings.returnWatchMinutes));
    m_ui->searchPanel->setPhoneMasked(settings.isPhoneMasked);
    m_ui->userPanel->setPhoneMasked(settings.isPhoneMasked);
}

QList<User> KickPage::chosenUsers() const
{
    return m_ui->searchPanel->chosenUsers();
}

UserPanel *KickPage::userPanel() const
{
    return m_ui->userPanel;
}

void KickPage::fill()
{
    m_ui->userPanel->fill();
}

void KickPage::findUser()
{
    if (m_ui->splitter->isEnabled())
        m_ui->searchPanel->focusSearch();
}

void KickPage::search(const QString &text)
{
    if (m_ui->splitter->isEnabled())
        m_ui->searchPanel->search(text);
}

void KickPage::kick()
{
    if (canKick())
        openSheet(chosenApplications());
}

void KickPage::kickEverywhere()
{
    if (canKickEverywhere())
        openSheet(*m_pool->applications());
}

void KickPage::copyResult()
{
    if (hasResult())
        m_ui->resultPanel->copy();
}

bool KickPage::cancelSheet()
{
    const bool isOpen = m_ui->kickSheet->isVisible();
    if (isOpen)
        m_ui->kickSheet->cancel();
    return isOpen;
}

void KickPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showTarget();
    }
    QWidget::changeEvent(event);
}

bool KickPage::event(QEvent *event)
{
    const bool result = QWidget::event(event);
    // The page, or what stands on the sheet, has another height.
    if (m_room && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        m_room->update();
    return result;
}

/// The right side belongs to the target: it empties as soon as the search box has another text.
void KickPage::showTarget()
{
    if (m_session == nullptr)
        return;
    const SearchTarget &target = m_ui->searchPanel->target();
    const std::optional<User> &open = m_ui->userPanel->user();
    const auto marked = static_cast<int>(chosenUsers().size());
    m_ui->emptyState->setContent(TargetWords::content(target.state(), marked));
    if (target.user()) {
        if (!open || open->userId != target.user()->userId)
            m_ui->userPanel->setUser(*target.user());
        m_ui->userPanel->setNameMark(m_ui->searchPanel->nameMark(*target.user()));
        m_ui->detailStack->setCurrentWidget(m_ui->userPanel);
    } else {
        m_ui->userPanel->close();
        m_ui->detailStack->setCurrentWidget(isManual() ? static_cast<QWidget *>(m_ui->manualPanel)
                                                       : m_ui->emptyState);
    }
    updateActions();
}

void KickPage::showManual(const QString &text, const std::optional<IdType> &type)
{
    m_ui->manualPanel->open(text, type);
    m_ui->searchPanel->openManual();
    m_ui->manualPanel->focusApplications();
}

void KickPage::openSheet(const QList<Application> &applications)
{
    KickPlan plan = isManual() ? KickPlans::of(m_ui->manualPanel->type(), m_ui->manualPanel->identifier())
                               : KickPlans::of(*m_ui->searchPanel->target().user());
    QList<PlannedApplication> planned;
    for (const Application &application : applications) {
        const SessionState before =
            isManual() ? SessionState::Unknown : m_ui->userPanel->applications()->state(application.appId);
        planned.append({.appId = application.appId, .appName = application.appName, .before = before});
    }
    KickPlans::setApplications(&plan, planned);
    KickPlans::setConnection(&plan, m_session->profile(), m_session->authenticator()->poolId());
    openSheet(plan);
}

void KickPage::openSheet(const KickPlan &plan)
{
    m_ui->splitter->setEnabled(false);
    m_ui->searchPanel->setHeld(true);
    m_ui->userPanel->setHeld(true);
    m_ui->kickSheet->open(plan);
    if (plan.user)
        m_ui->kickSheet->setNameMark(m_ui->searchPanel->nameMark(*plan.user));
    m_openChecks->clear();
    const auto &open = m_ui->userPanel->user();
    if (plan.user && open && plan.user->userId == open->userId)
        m_openChecks->begin(plan.target.appIds);
    updateChecks();
    updateActions();
}

void KickPage::kickAgain(const KickPlan &plan)
{
    if (!isFree())
        return;
    showKicked(plan);
    openSheet(plan);
}

void KickPage::send(const KickPlan &plan)
{
    m_receipts->begin(plan);
    m_kick = m_session->kicker()->start(
        plan, this, [this](const KickProgress &progress) { m_receipts->advance(progress); },
        [this](const KickResult &result) {
            m_kick.clear();
            finish(result);
        });
    closeSheet();
}

void KickPage::finish(const KickResult &result)
{
    m_receipts->finish(result);
    m_ui->userPanel->noteKick();
    m_ui->todayLabel->refresh();
    updateActions();
}

void KickPage::showKicked(const KickPlan &plan)
{
    if (plan.user) {
        m_ui->searchPanel->show(*plan.user);
    } else {
        m_ui->manualPanel->open(plan.target.identifier, plan.target.identifierType);
        m_ui->searchPanel->showManual(plan.target.identifier);
    }
}

/// Receipts::key() of the target; empty while no user is open.
QString KickPage::openKey() const
{
    if (isManual() && !m_ui->manualPanel->identifier().isEmpty())
        return Receipts::key(KickPlans::of(m_ui->manualPanel->type(), m_ui->manualPanel->identifier()));
    const auto &user = m_ui->searchPanel->target().user();
    return user ? user->userId : QString();
}

void KickPage::closeSheet()
{
    m_ui->splitter->setEnabled(true);
    m_ui->searchPanel->setHeld(false);
    m_ui->userPanel->setHeld(false);
    updateActions();
    if (!isKicking() && m_ui->detailStack->currentWidget() == m_ui->userPanel)
        m_ui->userPanel->focusApplications();
}

void KickPage::updateActions()
{
    if (m_session == nullptr)
        return;
    const int count = static_cast<int>(chosenApplications().size());
    m_ui->kickButton->setText(TargetWords::kick(count));
    m_ui->kickButton->setEnabled(canKick());
    m_ui->everywhereButton->setEnabled(canKickEverywhere());
    const bool isSheetOpen = m_ui->kickSheet->isVisibleTo(this);
    m_receipts->setOpen(openKey(), !isManual());
    if (isSheetOpen)
        m_receipts->hide();
    m_ui->actionBar->setVisible(!isSheetOpen);
    Ink::setRole(m_ui->kickButton, Ink::actingRole(m_session->profile().environment));
    const bool isPoolHidden =
        m_pool && !m_pool->applications() && m_pool->error() && isNotPermitted(*m_pool->error());
    const QString everywhere = isPoolHidden ? TargetWords::everywhereHint() : QString();
    m_ui->everywhereButton->setToolTip(everywhere);
    const bool isNoneTicked = canTick() && count == 0 && !isChecking();
    const QString hint = TargetWords::hint(m_ui->searchPanel->target().state(), isNoneTicked);
    m_ui->actionHintLabel->setText(hint.isEmpty() ? everywhere : hint);
    m_room->update();
    Q_EMIT actionsChanged();
}

/// Tells an open sheet what the checks say; without one they decide whether there is anything to kick.
void KickPage::updateChecks()
{
    if (m_ui->kickSheet->isVisibleTo(this))
        m_ui->kickSheet->setChecks(m_openChecks->state());
    else
        updateActions();
}

bool KickPage::isManual() const
{
    return m_ui->searchPanel->target().state() == SearchTarget::State::Manual;
}

bool KickPage::hasTarget() const
{
    return isManual() ? !m_ui->manualPanel->identifier().isEmpty()
                      : m_ui->searchPanel->target().user().has_value();
}

/// A check that is under way may still tick an application.
bool KickPage::isChecking() const
{
    return !isManual() && !m_ui->userPanel->applications()->undecidedAppIds().isEmpty();
}

bool KickPage::isFree() const
{
    return m_session != nullptr && !isKicking() && !m_ui->kickSheet->isVisibleTo(this);
}

QList<Application> KickPage::chosenApplications() const
{
    if (!isManual())
        return m_ui->userPanel->tickedApplications();
    return m_ui->manualPanel->applications();
}
