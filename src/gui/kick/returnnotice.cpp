// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/returnnotice.h"

#include "ui_returnnotice.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "kick/session.h"

#include <QAccessible>
#include <QEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ReturnNotice::ReturnNotice(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ReturnNotice>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->returnCloseButton, &QPushButton::clicked, this, &ReturnNotice::close);
    connect(m_ui->returnKickButton, &QPushButton::clicked, this, [this] {
        const KickPlan plan = m_notices.constFirst().plan;
        close();
        Q_EMIT kickAgainRequested(plan);
    });
    connect(m_ui->returnShowButton, &QPushButton::clicked, this,
            [this] { Q_EMIT showRequested(m_notices.constFirst().plan); });
}

ReturnNotice::~ReturnNotice() = default;

ReturnWatch *ReturnNotice::watch(const Receipt &receipt)
{
    if (m_duration.count() == 0 || !receipt.plan.user || !Headlines::mayHaveActed(receipt.result->outcome))
        return nullptr;
    const QString userId = receipt.plan.user->userId;
    std::erase_if(m_watches, [&userId](const Watched &watched) {
        return watched.plan.user->userId == userId || !watched.watch->isRunning();
    });
    if (m_watches.size() >= maximumWatches)
        m_watches.erase(m_watches.begin());

    ReturnWatchRequest request{
        .userId = userId, .appIds = {}, .since = receipt.sentAt, .duration = m_duration};
    for (const AppProof &proof : receipt.result->apps) {
        if (proof.after == SessionState::Offline)
            request.appIds << proof.appId;
    }
    // A sign-in that the receipt tells of is no news.
    if (receipt.result->relogin)
        request.since = std::max(request.since, receipt.result->relogin->time);
    auto watch = std::make_unique<ReturnWatch>(m_session->client(), request);
    const KickPlan plan = Receipts::repeated(receipt);
    connect(watch.get(), &ReturnWatch::returned, this, [this, plan](const UserReturn &back) {
        add({.plan = plan, .back = back, .facts = {}});
        Q_EMIT returned(Receipts::key(plan), back);
    });
    m_watches.push_back({.plan = plan, .watch = std::move(watch)});
    return m_watches.back().watch.get();
}

void ReturnNotice::tell(const Receipt &receipt)
{
    add({.plan = receipt.plan, .back = {}, .facts = Receipts::facts(receipt)});
}

void ReturnNotice::setOpen(const QString &key)
{
    if (m_openKey == key)
        return;
    m_openKey = key;
    // How the kick ended stands in the receipt of the open user.
    m_notices.removeIf(
        [&key](const Notice &notice) { return !notice.back && Receipts::key(notice.plan) == key; });
    setVisible(!m_notices.isEmpty());
    retranslate();
}

void ReturnNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ReturnNotice::add(const Notice &notice)
{
    m_notices.append(notice);
    retranslate();
    show();
    QAccessibleEvent alert(m_ui->returnLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ReturnNotice::close()
{
    if (!m_notices.isEmpty())
        m_notices.removeFirst();
    setVisible(!m_notices.isEmpty());
    retranslate();
}

void ReturnNotice::retranslate()
{
    constexpr int iconSize = 20;
    m_ui->noticeIconLabel->setPixmap(
        Icons::tinted(u"warning"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->returnLabel->setPalette(caution);
    if (m_notices.isEmpty()) {
        m_ui->returnLabel->clear();
        return;
    }
    const Notice &notice = m_notices.constFirst();
    const QString title = KickPlans::title(notice.plan);
    m_ui->returnLabel->setText(notice.back ? tr("%1 has signed in again: %2").arg(title, where(notice))
                                           : tr("%1: %2").arg(title, Headlines::text(notice.facts)));
    const bool isOpen = Receipts::key(notice.plan) == m_openKey;
    m_ui->returnShowButton->setVisible(!isOpen);
    // Only a user who is on the screen is kicked.
    m_ui->returnKickButton->setVisible(isOpen);
}

QString ReturnNotice::where(const Notice &notice)
{
    if (notice.back->signIn)
        return Receipts::signIn(*notice.back->signIn);
    const auto found =
        std::ranges::find(notice.plan.applications, notice.back->appId, &PlannedApplication::appId);
    return found == notice.plan.applications.end() ? ServerText(notice.back->appId).plain()
                                                   : KickPlans::name(*found);
}
