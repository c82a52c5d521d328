// SPDX-License-Identifier: Apache-2.0
#include "gui/returnnotice.h"

#include "ui_returnnotice.h"

#include "gui/colors.h"
#include "gui/icons.h"
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
}

ReturnNotice::~ReturnNotice() = default;

ReturnWatch *ReturnNotice::watch(const Receipt &receipt)
{
    if (m_duration.count() == 0 || !receipt.plan.user || !Receipts::mayHaveActed(receipt))
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
    connect(watch.get(), &ReturnWatch::returned, this,
            [this, plan](const UserReturn &back) { add({.plan = plan, .back = back}); });
    m_watches.push_back({.plan = plan, .watch = std::move(watch)});
    return m_watches.back().watch.get();
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
    Q_EMIT returned();
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
    QString where;
    if (notice.back.signIn) {
        where = Receipts::signIn(*notice.back.signIn);
    } else {
        const auto found =
            std::ranges::find(notice.plan.applications, notice.back.appId, &PlannedApplication::appId);
        where = found == notice.plan.applications.end() ? ServerText(notice.back.appId).plain()
                                                        : KickPlans::name(*found);
    }
    m_ui->returnLabel->setText(tr("%1 has signed in again: %2").arg(KickPlans::title(notice.plan), where));
}
