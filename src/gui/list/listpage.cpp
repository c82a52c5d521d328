// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listpage.h"

#include "ui_listpage.h"

#include "core/program/translation.h"
#include "gui/list/listboxes.h"
#include "gui/list/pooldialog.h"
#include "kick/plan/listsourcelines.h"
#include "kick/session.h"
#include "models/user/poolapplications.h"

#include <QDate>
#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QShortcut>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

ListPage::ListPage(const Parts &parts, const ListRunThread::Parts &jobs, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListPage>())
    , m_parts(parts)
    , m_pool(std::make_unique<PoolApplications>(parts.session->applicationLister()))
    , m_dispatch(jobs, parts.history)
    , m_reader(jobs.journalFile)
{
    m_ui->setupUi(this);
    m_ui->listSourcePanel->start(m_pool.get(), &m_files);
    m_ui->listUsersPanel->start(parts.session);
    m_ui->listPlanPanel->start(parts.session, m_pool.get());
    m_ui->listRunPanel->start({.dispatch = &m_dispatch,
                               .session = parts.session,
                               .history = parts.history,
                               .translation = parts.translation,
                               .pool = m_pool.get()});
    connectSteps();
    connect(parts.translation, &Translation::languageChanged, this,
            [this](Language language) { m_dispatch.setLanguage(language); });
    connect(parts.session, &Session::profileChanged, this,
            [this] { m_dispatch.setProfile(m_parts.session->profile()); });
    connect(&m_dispatch, &ListRunController::changed, this, &ListPage::runningChanged);
    connect(m_ui->listRunPanel, &ListRunPanel::receiptChanged, this, &ListPage::receiptChanged);
    connect(&m_dispatch, &ListRunController::answered, this, &ListPage::answered);
    connect(&m_dispatch, &ListRunController::ended, this, &ListPage::ended);
    connect(&m_dispatch, &ListRunController::canaryEnded, this, &ListPage::canaryEnded);
    connect(&m_dispatch, &ListRunController::journalNoticed, this, &ListPage::journalNoticed);
    connect(new QShortcut(QKeySequence::Paste, this), &QShortcut::activated, this, &ListPage::paste);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &ListPage::goBack);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this), &QShortcut::activated, this,
            &ListPage::focusSearch);
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
    if (isAt(m_ui->listSourcePanel)) {
        m_ui->listSourcePanel->paste();
        return;
    }
    whenFree([this] {
        show(m_ui->listSourcePanel);
        m_ui->listSourcePanel->paste();
    });
}

void ListPage::takeUsers(const ListResolution &users)
{
    whenFree([this, users] {
        m_ui->listUsersPanel->show(users);
        show(m_ui->listUsersPanel);
    });
}

void ListPage::resume(const ListRecord &record)
{
    whenFree([this, record] {
        m_dispatch.resume(record);
        show(m_ui->listRunPanel);
    });
}

void ListPage::look(const ListRecord &record)
{
    whenFree([this, record] {
        m_dispatch.look(record);
        show(m_ui->listRunPanel);
    });
}

void ListPage::focusStart()
{
    if (isAt(m_ui->listSourcePanel))
        m_ui->listSourcePanel->focusStart();
    else
        m_ui->listStack->currentWidget()->setFocus();
}

ListRunSummary ListPage::summary() const
{
    return m_dispatch.board() ? m_dispatch.board()->summary() : ListRunSummary();
}

bool ListPage::hasReceipt() const
{
    return isAt(m_ui->listRunPanel) && m_ui->listRunPanel->hasReceipt();
}

void ListPage::copyReceipt() const
{
    m_ui->listRunPanel->copy();
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
            [this](const QString &name, const IdList &list, const ListSource &source) {
                whenFree([this, name, list, source] {
                    m_source = source;
                    show(m_ui->listUsersPanel);
                    m_ui->listUsersPanel->resolve(name, list);
                });
            });
    connect(m_ui->listSourcePanel, &ListSourcePanel::onlineChosen, this,
            [this](const Application &application) {
                whenFree([this, application] {
                    m_ui->listPlanPanel->begin(application);
                    show(m_ui->listUsersPanel);
                    m_ui->listUsersPanel->resolveOnline(application);
                });
            });
    connect(m_ui->listSourcePanel, &ListSourcePanel::poolRequested, this, &ListPage::choosePool);
    connect(m_ui->listSourcePanel, &ListSourcePanel::planChosen, this, &ListPage::openPlan);
    connect(m_ui->listPlanPanel, &ListPlanPanel::saveRequested, this, &ListPage::choosePlanFile);
    connect(m_ui->listUsersPanel, &ListUsersPanel::planRequested, this, [this] {
        show(m_ui->listPlanPanel);
        m_ui->listPlanPanel->open(m_ui->listUsersPanel->resolution());
    });
    connect(m_ui->listUsersPanel, &ListUsersPanel::backRequested, this,
            [this] { show(m_ui->listSourcePanel); });
    connect(m_ui->listPlanPanel, &ListPlanPanel::backRequested, this, [this] {
        const bool hasRows = !m_ui->listUsersPanel->resolution().rows.isEmpty();
        show(hasRows ? static_cast<QWidget *>(m_ui->listUsersPanel) : m_ui->listSourcePanel);
    });
    connect(m_ui->listPlanPanel, &ListPlanPanel::runRequested, this, &ListPage::begin);
    connect(m_ui->listRunPanel, &ListRunPanel::resumeRequested, this, &ListPage::resumeShown);
    connect(m_ui->listRunPanel, &ListRunPanel::newRequested, this, [this] { show(m_ui->listSourcePanel); });
}

void ListPage::begin(const ListRunWish &wish)
{
    // A second press is no second list.
    if (m_look)
        return;
    const Profile &profile = m_parts.session->profile();
    const auto users = [items = wish.plan.items] {
        QStringList result;
        for (const ListPlanItem &item : items)
            result << Targets::knownId(item.target);
        return result;
    };
    m_look = m_reader.unfinishedWith(profile.host.toString(), profile.keyId, users, this,
                                     [this, wish](const Result<ListRecord> &found) {
                                         // A journal that cannot be read is told by the run, which writes
                                         // there first.
                                         if (!found || found->jobId == 0)
                                             run(wish);
                                         else
                                             ListBoxes::askToResume(
                                                 this, *found,
                                                 [this, record = *found] {
                                                     giveUp();
                                                     m_ui->listSourcePanel->clear();
                                                     resume(record);
                                                 },
                                                 [this, wish] { run(wish); });
                                     });
}

void ListPage::run(const ListRunWish &wish)
{
    if (isRunning())
        return;
    show(m_ui->listRunPanel);
    ListRunWish begun = wish;
    const ListResolution users = m_ui->listUsersPanel->resolution();
    // A plan from a file, and users who were marked, come from no table.
    if (!m_source.isEmpty())
        begun.source = [source = m_source, users, items = wish.plan.items] {
            return ListSourceLines::of(source, users, items);
        };
    m_dispatch.start(std::move(begun));
    // From now on the journal has it.
    giveUp();
    m_ui->listSourcePanel->clear();
}

void ListPage::whenFree(const std::function<void()> &go)
{
    const auto begin = [this, go] {
        giveUp();
        go();
    };
    if (isRunning())
        ListBoxes::tellThatOneRuns(this, summary());
    else if (isInHand())
        ListBoxes::askToReplace(this, m_ui->listUsersPanel->resolution().rows.size(), begin);
    else
        begin();
}

/// Users who are looked up, a plan, and what was decided about them; who goes back to the source without a
/// decision is free.
bool ListPage::isInHand() const
{
    const ListUsersPanel *users = m_ui->listUsersPanel;
    const bool isAhead = isAt(users) || isAt(m_ui->listPlanPanel);
    const bool hasList =
        users->isBusy() || !users->resolution().rows.isEmpty() || m_ui->listPlanPanel->hasPlan();
    return (isAhead && hasList) || users->hasDecisions();
}

void ListPage::giveUp()
{
    m_source.clear();
    m_ui->listPlanPanel->begin();
    m_ui->listUsersPanel->clear();
}

void ListPage::show(QWidget *step)
{
    // A slow read must not open a step when the agent has gone on to another.
    m_ui->listSourcePanel->cancel();
    m_ui->listStack->setCurrentWidget(step);
    retranslate();
    focusStart();
    Q_EMIT receiptChanged();
}

bool ListPage::isAt(const QWidget *step) const
{
    return m_ui->listStack->currentWidget() == step;
}

void ListPage::goBack()
{
    if (isAt(m_ui->listSourcePanel))
        m_ui->listSourcePanel->cancel();
    else if (isAt(m_ui->listUsersPanel))
        m_ui->listUsersPanel->goBack();
    else if (isAt(m_ui->listPlanPanel))
        m_ui->listPlanPanel->goBack();
}

void ListPage::focusSearch()
{
    if (isAt(m_ui->listUsersPanel))
        m_ui->listUsersPanel->focusSearch();
    else if (isAt(m_ui->listRunPanel))
        m_ui->listRunPanel->focusSearch();
}

void ListPage::resumeShown()
{
    m_reader.job(m_dispatch.jobId(), this, [this](const Result<ListRecord> &record) {
        if (record && record->jobId != 0)
            m_dispatch.resume(*record);
    });
}

void ListPage::choosePool()
{
    auto *dialog = new PoolDialog(m_parts.session->client(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PoolDialog::accepted, this, [this, dialog] {
        const std::optional<PoolSelection> selection = dialog->selection();
        if (!selection)
            return;
        whenFree([this, chosen = *selection] {
            show(m_ui->listUsersPanel);
            m_ui->listUsersPanel->resolvePool(chosen);
        });
    });
    dialog->open();
}

void ListPage::openPlan(const ListPlan &plan)
{
    // A plan of another pool, or an old one, is refused before anybody looks at its numbers.
    const auto error =
        ListRunOpenings::problem({.plan = plan, .options = {.cap = plan.items.size()}}, m_parts.session);
    if (error) {
        m_ui->listSourcePanel->refuse(*error);
        return;
    }
    whenFree([this, plan] {
        show(m_ui->listPlanPanel);
        m_ui->listPlanPanel->open(plan);
    });
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
        m_files.savePlan(plan, file, this, [this, file](const std::optional<Error> &error) {
            m_ui->listPlanPanel->showSaved(file, error);
        });
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
                           Step{m_ui->listStepUsersLabel, m_ui->listUsersPanel, tr("2 Users")},
                           Step{m_ui->listStepPlanLabel, m_ui->listPlanPanel, tr("3 Plan")},
                           Step{m_ui->listStepRunLabel, m_ui->listRunPanel, tr("4 Run")}};
    for (const Step &step : steps) {
        QFont font = this->font();
        font.setBold(isAt(step.panel));
        font.setUnderline(isAt(step.panel));
        step.label->setFont(font);
        step.label->setText(step.text);
    }
}
