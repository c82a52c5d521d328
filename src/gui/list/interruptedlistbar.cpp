// SPDX-License-Identifier: Apache-2.0
#include "gui/list/interruptedlistbar.h"

#include "ui_interruptedlistbar.h"

#include "core/values/host.h"
#include "gui/style/icons.h"
#include "kick/run/listrunopening.h"
#include "kick/session.h"
#include "models/words/timetext.h"

#include <QEvent>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

InterruptedListBar::InterruptedListBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::InterruptedListBar>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->listOfferGoButton, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT goOnRequested(m_record);
    });
    connect(m_ui->listOfferOpenButton, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT lookRequested(m_record);
    });
    connect(m_ui->listOfferLaterButton, &QPushButton::clicked, this, &InterruptedListBar::hide);
}

InterruptedListBar::~InterruptedListBar() = default;

void InterruptedListBar::start(Session *session)
{
    m_session = session;
    m_reader = std::make_unique<ListReader>(session->journal()->file());
    connect(session->authenticator(), &Authenticator::poolIdChanged, this, &InterruptedListBar::retranslate);
    const auto take = [this](const Result<ListRecord> &record) {
        if (record && record->jobId != 0)
            this->take(*record);
    };
    const Profile &profile = session->profile();
    m_reader->newestUnfinishedOf(profile.host.toString(), profile.keyId, this, take);
}

void InterruptedListBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void InterruptedListBar::take(const ListRecord &record)
{
    m_record = record;
    m_owner = ListLock::owner(m_reader->file(), record.jobId);
    // A sandbox that is not the open connection is most likely gone.
    if (!isOfThisPool() && Hosts::isLoopback(QUrl(record.job.host)))
        return;
    retranslate();
    show();
}

void InterruptedListBar::retranslate()
{
    if (m_record.jobId == 0)
        return;
    constexpr int iconSize = 20;
    m_ui->listOfferIconLabel->setPixmap(
        Icons::tinted(u"warning"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->listOfferLabel->setText(words());
    m_ui->listOfferGoButton->setVisible(isOfThisPool() && !m_owner);
    m_ui->listOfferOpenButton->setVisible(isOfThisPool());
}

bool InterruptedListBar::isOfThisPool() const
{
    return !ListRunOpenings::problem(m_record.job, m_session);
}

/// Which connection, server and pool it was made for.
QString InterruptedListBar::place() const
{
    const JournalJob &job = m_record.job;
    QStringList parts{ServerText(job.profile).plain(), Hosts::displayName(QUrl(job.host)),
                      ServerText(job.poolId).plain()};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(u" · "_s);
}

QString InterruptedListBar::words() const
{
    const QLocale locale;
    const QString list =
        tr("The list of %1 with %2 users: %3 are done, %4 are still waiting.")
            .arg(timeText(m_record.createdAt), locale.toString(m_record.total),
                 locale.toString(m_record.total - m_record.open()), locale.toString(m_record.open())) +
        u'\n' + tr("Made for: %1").arg(place());
    if (m_owner) {
        return list + u'\n' +
               tr("It is being run by %1 (process %2) on %3. Wait for its end, or stop it there.")
                   .arg(ServerText(m_owner->program).plain(), QString::number(m_owner->pid),
                        ServerText(m_owner->host).plain());
    }
    if (!isOfThisPool()) {
        return list + u'\n' +
               tr("It was interrupted. Open the connection “%1” to go on.")
                   .arg(ServerText(m_record.job.profile).plain());
    }
    return list + u'\n' +
           tr("It was interrupted. Resuming first checks the users that were in progress, then continues with the rest.");
}
