// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listplanpanel.h"

#include "ui_listplanpanel.h"

#include "gui/list/leftoutdialog.h"
#include "gui/style/colors.h"
#include "gui/style/ink.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/tableviews.h"
#include "kick/session.h"
#include "models/list/listwords.h"
#include "models/user/poolapplications.h"
#include "models/words/environmentwords.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ListPlanPanel::ListPlanPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListPlanPanel>())
{
    m_ui->setupUi(this);
    TableViews::prepare(m_ui->listPlanTable);
    m_ui->listPlanTable->setModel(&m_model);
    m_ui->listApplicationPanel->setModel(&m_applications);
    m_ui->listApplicationPanel->setForList();
    m_ui->listOnlineRadio->setChecked(true);
    for (const QRadioButton *radio : {m_ui->listOnlineRadio, m_ui->listEverywhereRadio, m_ui->listGivenRadio})
        connect(radio, &QRadioButton::toggled, this, &ListPlanPanel::update);
    connect(&m_applications, &ApplicationModel::ticksChanged, this, &ListPlanPanel::update);
    for (const QLineEdit *edit : {m_ui->listTicketEdit, m_ui->listReasonEdit, m_ui->listArmEdit})
        connect(edit, &QLineEdit::textChanged, this, &ListPlanPanel::update);
    connect(m_ui->listPlanMakeButton, &QPushButton::clicked, this, &ListPlanPanel::make);
    connect(m_ui->listPlanCancelButton, &QPushButton::clicked, this, &ListPlanPanel::goBack);
    connect(m_ui->listPlanBackButton, &QPushButton::clicked, this, &ListPlanPanel::goBack);
    connect(m_ui->listPlanSaveButton, &QPushButton::clicked, this,
            [this] { Q_EMIT saveRequested(m_planned->plan); });
    connect(m_ui->listRunButton, &QPushButton::clicked, this, &ListPlanPanel::run);
    connect(m_ui->listLeftOutButton, &QPushButton::clicked, this, &ListPlanPanel::showLeftOut);
}

ListPlanPanel::~ListPlanPanel() = default;

void ListPlanPanel::start(Session *session, PoolApplications *pool)
{
    m_session = session;
    m_pool = pool;
    m_planner = std::make_unique<ListPlanner>(session);
    connect(pool, &PoolApplications::changed, this, &ListPlanPanel::fillApplications);
    connect(session, &Session::profileChanged, this, &ListPlanPanel::retranslate);
    connect(m_ui->listApplicationPanel, &ApplicationPanel::retryRequested, pool, &PoolApplications::load);
    fillApplications();
    retranslate();
}

void ListPlanPanel::begin(const std::optional<Application> &application)
{
    if (m_call)
        m_call->abort();
    m_call.clear();
    for (QLineEdit *edit : {m_ui->listTicketEdit, m_ui->listReasonEdit, m_ui->listArmEdit})
        edit->clear();
    m_applications.setTicked(m_applications.appIds(), false);
    if (application)
        m_applications.setTicked({application->appId}, true);
    (application ? m_ui->listGivenRadio : m_ui->listOnlineRadio)->setChecked(true);
    clear();
}

void ListPlanPanel::open(const ListResolution &resolution)
{
    m_resolution = resolution;
    m_planned.reset();
    m_summary = {};
    m_leftOut = {};
    m_isOpened = false;
    m_error.reset();
    m_savedFile.clear();
    m_ui->listArmEdit->clear();
    m_model.setPlan({});
    update();
    for (QRadioButton *radio : {m_ui->listOnlineRadio, m_ui->listEverywhereRadio, m_ui->listGivenRadio}) {
        if (radio->isChecked())
            radio->setFocus();
    }
}

void ListPlanPanel::open(const ListPlan &plan)
{
    m_resolution = {};
    m_isOpened = true;
    m_ui->listArmEdit->clear();
    take(PlannedList{.plan = plan});
}

void ListPlanPanel::clear()
{
    m_resolution = {};
    m_planned.reset();
    m_summary = {};
    m_leftOut = {};
    m_model.setPlan({});
    update();
}

void ListPlanPanel::showSaved(const QString &file, const std::optional<Error> &error)
{
    m_error = error;
    m_savedFile = error ? QString() : file;
    showNotice();
}

void ListPlanPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model.retranslate();
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_session != nullptr) {
        update();
    }
    QWidget::changeEvent(event);
}

void ListPlanPanel::make()
{
    m_error.reset();
    m_call = m_planner->plan(
        m_resolution, wish(), this,
        [this](const ListProgress &progress) {
            m_ui->listPlanProgress->setRange(0, static_cast<int>(progress.total));
            m_ui->listPlanProgress->setValue(static_cast<int>(progress.done));
        },
        [this](const Result<PlannedList> &planned) { take(planned); });
    m_ui->listPlanProgress->setRange(0, 0);
    update();
    m_ui->listPlanCancelButton->setFocus();
}

void ListPlanPanel::take(const Result<PlannedList> &planned)
{
    m_call.clear();
    m_error.reset();
    m_savedFile.clear();
    m_planned.reset();
    if (planned)
        m_planned = *planned;
    else
        m_error = planned.error();
    m_model.setPlan(m_planned ? m_planned->plan : ListPlan());
    m_summary = ListPlans::summary(m_model.plan());
    m_leftOut =
        m_planned ? ListResolutions::leftOut(m_resolution, m_planned->offlinePlaces) : ListResolution();
    update();
    // An agent in a hurry presses Enter: that leads to what is owed, and never starts a list.
    const QList<QLineEdit *> edits{m_ui->listTicketEdit, m_ui->listReasonEdit, m_ui->listArmEdit};
    for (QLineEdit *edit : edits) {
        if (m_planned && edit->isVisibleTo(this) && edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    m_ui->listPlanBackButton->setFocus();
}

void ListPlanPanel::goBack()
{
    const bool wasBusy = isBusy();
    if (m_call)
        m_call->abort();
    m_call.clear();
    if (m_isOpened || (!wasBusy && !m_planned)) {
        Q_EMIT backRequested();
        return;
    }
    open(ListResolution(m_resolution));
}

void ListPlanPanel::fillApplications()
{
    const auto &applications = m_pool->applications();
    m_applications.load(applications ? *applications : QList<Application>(), {});
    m_ui->listApplicationPanel->setStatus(m_pool->isLoading(), m_pool->error());
    update();
}

void ListPlanPanel::retranslate()
{
    const Profile &profile = m_session->profile();
    m_ui->listTicketCaption->setText(profile.isTicketRequired ? tr("Ticket (required)") : tr("Ticket"));
    m_ui->listReasonCaption->setText(profile.isReasonRequired ? tr("Reason (required)") : tr("Reason"));
    TableViews::setWidths(m_ui->listPlanTable, {8, 18, 28, 18, 12});
    update();
}

void ListPlanPanel::update()
{
    if (m_session == nullptr)
        return;
    const bool isPlanned = m_planned.has_value();
    m_ui->listPlanStack->setCurrentWidget(isPlanned ? static_cast<QWidget *>(m_ui->listPlanTable)
                                                    : m_ui->listWishPage);
    m_ui->listApplicationPanel->setEnabled(m_ui->listGivenRadio->isChecked());
    m_ui->listWishPage->setEnabled(!isBusy());
    const bool isArmingNeeded = isPlanned && m_summary.users > longestUnarmed;
    m_ui->listArmCaption->setVisible(isArmingNeeded);
    m_ui->listArmEdit->setVisible(isArmingNeeded);
    m_ui->listArmCaption->setText(tr("Type the number of users"));
    m_ui->listPlanProgress->setVisible(isBusy());
    m_ui->listPlanCancelButton->setVisible(isBusy());
    showFacts();
    showNotice();

    const QString sentence = missing();
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->listMissingLabel->setPalette(caution);
    m_ui->listMissingLabel->setText(sentence);
    m_ui->listRunButton->setText(tr("&Force %Ln user(s) offline", nullptr,
                                    static_cast<int>(isPlanned ? m_summary.users : userCount())));
    m_ui->listRunButton->setVisible(isPlanned);
    m_ui->listRunButton->setEnabled(isPlanned && sentence.isEmpty());
    m_ui->listRunButton->setAccessibleDescription(sentence);
    m_ui->listPlanSaveButton->setVisible(isPlanned);
    m_ui->listPlanMakeButton->setVisible(!isPlanned);
    m_ui->listPlanMakeButton->setEnabled(!isBusy() && sentence.isEmpty());
}

void ListPlanPanel::showFacts()
{
    const Profile &profile = m_session->profile();
    m_ui->listPoolLabel->setText(poolLabel(profile));
    m_ui->listPoolLabel->setPalette(Colors::band(profile.environment, QGuiApplication::palette()));
    Ink::setRole(m_ui->listRunButton, Ink::actingRole(profile.environment));
    const QLocale locale;
    const bool isPlanned = m_planned.has_value();
    const QString open = u"–"_s;
    QStringList users{locale.toString(isPlanned ? m_summary.users : userCount())};
    if (m_summary.protectedUsers > 0)
        users << tr("%Ln of them protected", nullptr, static_cast<int>(m_summary.protectedUsers));
    m_ui->listUsersLabel->setText(users.join(u" · "_s));
    const bool isAnyLeftOut = !m_leftOut.rows.isEmpty();
    m_ui->listLeftOutCaption->setVisible(isAnyLeftOut);
    m_ui->listLeftOutLabel->setVisible(isAnyLeftOut);
    m_ui->listLeftOutLabel->setText(ListWords::leftOut(m_leftOut));
    m_ui->listLeftOutButton->setVisible(isAnyLeftOut);
    m_ui->listAppsLabel->setText(isPlanned ? locale.toString(m_summary.applications) : open);
    QStringList sessions{tr("%1 online").arg(locale.toString(m_summary.liveSessions))};
    if (m_summary.uncheckedSessions > 0)
        sessions << tr("%1 could not be checked").arg(locale.toString(m_summary.uncheckedSessions));
    if (m_summary.offlineUsers > 0)
        sessions << tr("%Ln user(s) already offline", nullptr, static_cast<int>(m_summary.offlineUsers));
    m_ui->listSessionsLabel->setText(isPlanned ? sessions.join(u'\n') : open);
    m_ui->listCallsLabel->setText(isPlanned ? locale.toString(m_summary.requests()) : open);
    const auto time = isPlanned ? ListPlans::expectedTime(m_summary, m_planned->latency)
                                : std::optional<std::chrono::seconds>();
    m_ui->listTimeLabel->setText(time ? ListWords::about(*time) : open);

    QStringList ends{
        tr("Ends: the sessions of these users in these applications."),
        tr("Stays: tokens already issued may keep working until they expire. The accounts are not "
           "blocked; the users can sign in again.")};
    if (isPlanned && m_summary.users > ListRunOpenings::longestWithoutCanary)
        ends << tr("The first %Ln user(s) are a trial: behind them the list pauses and asks.", nullptr,
                   static_cast<int>(ListRunOpenings::canarySize));
    m_ui->listEndsLabel->setText(ends.join(u'\n'));
}

void ListPlanPanel::showNotice()
{
    QString notice;
    if (m_error)
        notice = errorText(*m_error) + u'\n' + ErrorWords::detail(*m_error);
    else if (!m_savedFile.isEmpty())
        notice = tr("Saved: %1").arg(ServerText(m_savedFile).plain());
    else if (m_planned && m_planned->checkError)
        notice = tr("Some sessions could not be checked: %1").arg(errorText(*m_planned->checkError));
    m_ui->listPlanNoticeLabel->setText(notice);
    m_ui->listPlanNoticeLabel->setVisible(!notice.isEmpty());
}

void ListPlanPanel::showLeftOut()
{
    auto *dialog = new LeftOutDialog(m_leftOut, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ListWish ListPlanPanel::wish() const
{
    if (m_ui->listOnlineRadio->isChecked())
        return {.scope = KickScope::Online};
    if (m_ui->listEverywhereRadio->isChecked())
        return {.scope = KickScope::Everywhere};
    ListWish wish{.scope = KickScope::Given};
    const QList<Application> ticked = m_applications.tickedApplications();
    for (const Application &application : ticked)
        wish.appIds << application.appId;
    return wish;
}

qint64 ListPlanPanel::userCount() const
{
    return std::ranges::count_if(m_resolution.rows, ListResolutions::isPlanned);
}

qint64 ListPlanPanel::cap() const
{
    const int cap = m_session->profile().bulkCap;
    return cap > 0 ? cap : Profile::defaultBulkCap;
}

QString ListPlanPanel::missing() const
{
    const qint64 users = m_planned ? m_summary.users : userCount();
    if (users > cap())
        return tr("The list has %1 users, and one list may have %2 here. Divide it, or have the limit raised.")
            .arg(QLocale().toString(users), QLocale().toString(cap()));
    if (!m_planned)
        return m_ui->listGivenRadio->isChecked() && m_applications.tickedCount() == 0
                   ? tr("Tick at least one application.")
                   : QString();
    if (users == 0)
        return tr("None of these users is online, so there is nothing to do.");
    const auto isBlank = [](const QLineEdit *edit) { return edit->text().trimmed().isEmpty(); };
    const Profile &profile = m_session->profile();
    if (profile.isTicketRequired && isBlank(m_ui->listTicketEdit))
        return tr("Enter the ticket number first.");
    if (profile.isReasonRequired && isBlank(m_ui->listReasonEdit))
        return tr("Enter the reason first.");
    const bool isArmed =
        users <= longestUnarmed || m_ui->listArmEdit->text().trimmed() == QString::number(users);
    return isArmed ? QString() : tr("Type the number of users first: %1").arg(QString::number(users));
}

void ListPlanPanel::run()
{
    if (!m_planned || !missing().isEmpty())
        return;
    ListRunWish wish{.plan = m_planned->plan};
    wish.options.scope = wish.plan.scope;
    wish.options.cap = cap();
    wish.options.canary =
        wish.plan.items.size() > ListRunOpenings::longestWithoutCanary ? Canary::Ask : Canary::None;
    wish.ticket = m_ui->listTicketEdit->text().trimmed();
    wish.reason = m_ui->listReasonEdit->text().trimmed();
    Q_EMIT runRequested(wish);
}
