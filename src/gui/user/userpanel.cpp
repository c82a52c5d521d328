// SPDX-License-Identifier: Apache-2.0
#include "gui/user/userpanel.h"

#include "ui_userpanel.h"

#include "gui/widgets/taborder.h"
#include "kick/pool/protection.h"
#include "kick/session.h"
#include "models/history/auditmodel.h"
#include "models/history/loginhistorymodel.h"
#include "models/user/applicationmodel.h"
#include "models/user/poolapplications.h"
#include "models/user/sessionchecker.h"

#include <QEvent>

UserPanel::UserPanel(QWidget *parent)
    : QWidget(parent)
    , m_applications(std::make_unique<ApplicationModel>())
{
    connect(m_applications.get(), &ApplicationModel::ticksChanged, this, &UserPanel::ticksChanged);
}

UserPanel::~UserPanel() = default;

void UserPanel::start(Session *session, HistoryReader *history, PoolApplications *pool)
{
    m_session = session;
    m_journal = history;
    m_pool = pool;
    m_checker = std::make_unique<SessionChecker>(session->client(), m_applications.get());
    m_history = std::make_unique<LoginHistoryModel>(session->client());
    m_audit = std::make_unique<AuditModel>(session->client(), history);
    connect(m_history.get(), &LoginHistoryModel::recordsAdded, m_applications.get(),
            &ApplicationModel::addLogins);
    connect(pool, &PoolApplications::changed, this, &UserPanel::loadApplications);
    connect(session, &Session::profileChanged, this, &UserPanel::showCard);
}

void UserPanel::fill()
{
    if (m_ui)
        return;
    m_ui = std::make_unique<Ui::UserPanel>();
    m_ui->setupUi(this);
    TabOrder::adopt(this);
    m_ui->applicationPanel->setModel(m_applications.get());
    m_ui->signInPanel->setModel(m_history.get());
    m_ui->userHistoryPanel->start(m_journal);
    m_ui->auditPanel->setModel(m_audit.get());
    m_ui->historyTabs->setVisible(m_isHistoryVisible);
    m_ui->userCard->setPhoneMasked(m_isPhoneMasked);
    connect(m_ui->applicationPanel, &ApplicationPanel::recheckRequested, this, &UserPanel::recheck);
    connect(m_ui->applicationPanel, &ApplicationPanel::manualRequested, this, &UserPanel::manualRequested);
    connect(m_ui->historyTabs, &QTabWidget::currentChanged, this, &UserPanel::loadAudit);
    connect(m_ui->applicationPanel, &ApplicationPanel::retryRequested, m_pool, &PoolApplications::load);
    connect(m_ui->applicationPanel, &ApplicationPanel::scrolled, this,
            [this] { m_checker->setPreferred(m_ui->applicationPanel->visibleAppIds()); });
}

void UserPanel::setUser(const User &user)
{
    fill();
    m_checker->stop();
    m_user = user;
    m_everUsed.reset();
    m_isLoaded = false;
    m_isAuditLoaded = false;
    showCard();
    m_applications->clear();
    m_history->load(user.userId);
    m_ui->userHistoryPanel->load(user.userId);
    requestEverUsed();
    loadApplications();
    loadAudit();
}

void UserPanel::close()
{
    if (!m_user)
        return;
    m_checker->stop();
    m_userCalls.reset();
    m_user.reset();
    m_history->clear();
    m_applications->clear();
}

void UserPanel::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld)
        loadApplications();
}

QList<Application> UserPanel::tickedApplications() const
{
    return m_applications->tickedApplications();
}

void UserPanel::tickAll()
{
    if (m_ui)
        m_ui->applicationPanel->tickAll();
}

void UserPanel::tickNone()
{
    if (m_ui)
        m_ui->applicationPanel->tickNone();
}

void UserPanel::tickOnline()
{
    m_applications->tickOnline();
}

void UserPanel::recheck(const QStringList &appIds)
{
    if (m_user)
        m_checker->check(m_user->userId, appIds);
}

void UserPanel::refresh()
{
    if (!m_user)
        return;
    recheck(m_applications->appIds());
    m_everUsed.reset();
    m_isLoaded = false;
    m_isAuditLoaded = false;
    m_history->load(m_user->userId);
    m_ui->userHistoryPanel->refresh();
    loadAudit();
    requestEverUsed();
    m_pool->load();
}

void UserPanel::setNameMark(NameMark mark)
{
    m_ui->userCard->setNameMark(mark);
}

void UserPanel::renewChecks(const QStringList &appIds)
{
    QStringList underWay;
    for (const QString &appId : appIds) {
        if (m_applications->isChecking(appId))
            underWay << appId;
    }
    if (!underWay.isEmpty())
        recheck(underWay);
}

void UserPanel::takeProof(const AppProof &proof)
{
    if (proof.after == SessionState::Unknown)
        return;
    m_checker->drop(proof.appId);
    m_applications->setState(proof.appId, proof.after);
}

void UserPanel::noteKick()
{
    if (!m_ui)
        return;
    m_ui->userHistoryPanel->refresh();
    m_isAuditLoaded = false;
    loadAudit();
}

void UserPanel::focusApplications()
{
    m_ui->applicationPanel->focusList();
}

void UserPanel::setHistoryVisible(bool isVisible)
{
    m_isHistoryVisible = isVisible;
    if (m_ui)
        m_ui->historyTabs->setVisible(isVisible);
}

void UserPanel::setPhoneMasked(bool isMasked)
{
    m_isPhoneMasked = isMasked;
    if (m_ui)
        m_ui->userCard->setPhoneMasked(isMasked);
}

void UserPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ui)
        m_ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

void UserPanel::showCard()
{
    if (m_user)
        m_ui->userCard->setUser(*m_user, Protections::of(m_session->profile(), *m_user));
}

void UserPanel::loadAudit()
{
    if (!m_user || m_isAuditLoaded || m_ui->historyTabs->currentWidget() != m_ui->auditPanel)
        return;
    m_isAuditLoaded = true;
    m_audit->load();
}

void UserPanel::requestEverUsed()
{
    // A call ends with its context, so that an answer for the user before cannot arrive.
    m_userCalls = std::make_unique<QObject>();
    m_session->client()->getUserLoggedinApps(m_user->userId, m_userCalls.get(),
                                             [this](const Result<QList<Application>> &answer) {
                                                 m_everUsed = answer ? *answer : QList<Application>();
                                                 loadApplications();
                                             });
}

void UserPanel::loadApplications()
{
    if (!m_user || m_isLoaded || m_isHeld)
        return;
    const bool isPoolKnown = !m_pool->isLoading() && (m_pool->applications() || m_pool->error());
    if (!isPoolKnown || !m_everUsed) {
        m_ui->applicationPanel->setStatus(true, {});
        return;
    }
    const QList<Application> pool = m_pool->applications().value_or(QList<Application>());
    if (pool.isEmpty() && m_everUsed->isEmpty()) {
        m_ui->applicationPanel->setStatus(false, m_pool->error());
        return;
    }
    m_isLoaded = true;
    const QStringList known = m_applications->appIds();
    m_applications->load(pool, *m_everUsed);
    m_applications->addLogins(m_history->records());
    m_ui->applicationPanel->setPoolKnown(!pool.isEmpty());
    m_ui->applicationPanel->setStatus(false, {});
    m_checker->setPreferred(m_ui->applicationPanel->visibleAppIds());
    QStringList added = m_applications->appIds();
    added.removeIf([&known](const QString &appId) { return known.contains(appId); });
    recheck(added);
}
