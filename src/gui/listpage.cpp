// SPDX-License-Identifier: Apache-2.0
#include "gui/listpage.h"

#include "ui_listpage.h"

#include "core/listplanfile.h"
#include "kick/session.h"
#include "models/poolapplications.h"
#include "models/timetext.h"

#include <QDate>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QShortcut>

#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

ListPage::ListPage(Session *session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListPage>())
    , m_session(session)
    , m_pool(std::make_unique<PoolApplications>(session->applicationLister()))
{
    m_ui->setupUi(this);
    m_ui->listSourcePanel->start(m_pool.get());
    m_ui->listResolvePanel->start(session);
    m_ui->listPlanPanel->start(session, m_pool.get());
    connectSteps();
    connect(new QShortcut(QKeySequence::Paste, this), &QShortcut::activated, this, &ListPage::paste);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &ListPage::goBack);
    for (QShortcut *shortcut : findChildren<QShortcut *>()) {
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
    }
    m_pool->load();
    retranslate();
}

ListPage::~ListPage() = default;

void ListPage::paste()
{
    if (isAt(m_ui->listSourcePanel))
        m_ui->listSourcePanel->paste();
}

void ListPage::takeUsers(const ListResolution &users)
{
    m_ui->listResolvePanel->show(users);
    show(m_ui->listResolvePanel);
}

void ListPage::focusStart()
{
    if (isAt(m_ui->listSourcePanel))
        m_ui->listSourcePanel->focusStart();
    else
        m_ui->listStack->currentWidget()->setFocus();
}

void ListPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ListPage::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isUsable = event->mimeData()->hasUrls() || event->mimeData()->hasText();
    if (isAt(m_ui->listSourcePanel) && isUsable)
        event->acceptProposedAction();
}

void ListPage::dropEvent(QDropEvent *event)
{
    if (m_ui->listSourcePanel->take(event->mimeData()))
        event->acceptProposedAction();
}

void ListPage::connectSteps()
{
    connect(m_ui->listSourcePanel, &ListSourcePanel::listChosen, this,
            [this](const QString &name, const IdList &list) {
                show(m_ui->listResolvePanel);
                m_ui->listResolvePanel->resolve(name, list);
            });
    connect(m_ui->listSourcePanel, &ListSourcePanel::onlineChosen, this,
            [this](const Application &application) {
                show(m_ui->listResolvePanel);
                m_ui->listResolvePanel->resolveOnline(application);
            });
    connect(m_ui->listSourcePanel, &ListSourcePanel::planChosen, this, &ListPage::openPlan);
    connect(m_ui->listPlanPanel, &ListPlanPanel::saveRequested, this, &ListPage::choosePlanFile);
    connect(m_ui->listResolvePanel, &ListResolvePanel::planRequested, this, [this] {
        show(m_ui->listPlanPanel);
        m_ui->listPlanPanel->open(m_ui->listResolvePanel->resolution());
    });
    connect(m_ui->listResolvePanel, &ListResolvePanel::backRequested, this,
            [this] { show(m_ui->listSourcePanel); });
    connect(m_ui->listPlanPanel, &ListPlanPanel::backRequested, this, [this] {
        const bool hasRows = !m_ui->listResolvePanel->resolution().rows.isEmpty();
        show(hasRows ? static_cast<QWidget *>(m_ui->listResolvePanel) : m_ui->listSourcePanel);
    });
}

void ListPage::show(QWidget *step)
{
    m_ui->listStack->setCurrentWidget(step);
    retranslate();
    focusStart();
}

bool ListPage::isAt(const QWidget *step) const
{
    return m_ui->listStack->currentWidget() == step;
}

void ListPage::goBack()
{
    if (isAt(m_ui->listResolvePanel))
        m_ui->listResolvePanel->goBack();
    else if (isAt(m_ui->listPlanPanel))
        m_ui->listPlanPanel->goBack();
}

std::optional<Error> ListPage::problem(const ListPlan &plan) const
{
    if (plan.createdAt.addSecs(std::chrono::seconds(ListPlan::longestAge).count()) <
        QDateTime::currentDateTimeUtc())
        return Error{.code = ErrorCode::PlanTooOld, .detail = ServerText(timeText(plan.createdAt))};
    const Profile &profile = m_session->profile();
    const QString poolId = m_session->authenticator()->poolId();
    const bool isSameKey = plan.host == profile.host.toString() && plan.keyId == profile.keyId;
    const bool isSamePool = plan.poolId.isEmpty() || poolId.isEmpty() ? isSameKey : plan.poolId == poolId;
    if (!isSamePool)
        return Error{.code = ErrorCode::PlanOfOtherPool, .detail = ServerText(plan.host)};
    return {};
}

void ListPage::openPlan(const QString &file)
{
    const Result<ListPlan> plan = ListPlanFiles::load(file);
    std::optional<Error> error = plan ? std::nullopt : std::optional(plan.error());
    // A plan of another pool, or an old one, is refused before anybody looks at its numbers.
    if (plan)
        error = problem(*plan);
    if (error) {
        m_ui->listSourcePanel->refuse(*error);
        return;
    }
    show(m_ui->listPlanPanel);
    m_ui->listPlanPanel->open(*plan);
}

void ListPage::choosePlanFile(const ListPlan &plan)
{
    auto *dialog = new QFileDialog(this, tr("Save the plan"));
    dialog->setObjectName(u"listPlanSaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Plans (*.json)")});
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"kickdesk-plan-%1.json"_s.arg(QDate::currentDate().toString(u"yyyyMMdd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan](const QString &file) {
        m_ui->listPlanPanel->showSaved(file, ListPlanFiles::save(plan, file));
    });
    dialog->open();
}

void ListPage::retranslate()
{
    struct Step
    {
        QLabel *label;
        QWidget *panel;
        QString text;
    };
    const std::array steps{Step{m_ui->listStepSourceLabel, m_ui->listSourcePanel, tr("1 Source")},
                           Step{m_ui->listStepUsersLabel, m_ui->listResolvePanel, tr("2 Users")},
                           Step{m_ui->listStepPlanLabel, m_ui->listPlanPanel, tr("3 Plan")}};
    for (const Step &step : steps) {
        QFont font = this->font();
        font.setBold(isAt(step.panel));
        font.setUnderline(isAt(step.panel));
        step.label->setFont(font);
        step.label->setText(step.text);
    }
}
