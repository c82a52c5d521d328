// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listrunpanel.h"

#include "ui_listrunpanel.h"

#include "core/program/translation.h"
#include "gui/list/listboxes.h"
#include "gui/list/listreceipt.h"
#include "gui/list/listuserdialog.h"
#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "gui/widgets/outcomedelegate.h"
#include "gui/widgets/tableviews.h"
#include "kick/session.h"
#include "models/list/listresult.h"
#include "models/list/listwords.h"
#include "models/user/poolapplications.h"
#include "models/words.h"
#include "models/words/environmentwords.h"
#include "store/history/historyexport.h"
#include "store/history/historyreader.h"
#include "store/journal/listsourcefile.h"

#include <QClipboard>
#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ten looks a second are as smooth as anybody can read.
constexpr auto lookTime = 100ms;

/// Keys of the roll-up: the worst facts are themselves.
constexpr int allKey = -1;
constexpr int waitingKey = -2;
constexpr int underWayKey = -3;

constexpr int progressSteps = 10000;

} // namespace

ListRunPanel::ListRunPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListRunPanel>())
{
    m_ui->setupUi(this);
    TableViews::prepare(m_ui->listRunTable);
    m_ui->listRunTable->setModel(&m_model);
    m_ui->listRunTable->setItemDelegateForColumn(ListRunModel::StateColumn, new OutcomeDelegate(this));
    m_ui->listOutcomeRollUp->setCurrent(allKey);
    m_ui->listRunProgress->setRange(0, progressSteps);
    m_ui->listCopyButton->setIcon(Icons::tinted(u"copy"_s));
    makeCopyMenu();
    m_clock.setInterval(lookTime);
    connect(&m_clock, &QTimer::timeout, this, &ListRunPanel::poll);
    m_ui->listRunSearchEdit->setTable(m_ui->listRunTable);
    connect(m_ui->listOutcomeRollUp, &CountFilterBar::chosen, this, &ListRunPanel::filter);
    connect(m_ui->listRunSearchEdit, &QLineEdit::textChanged, this,
            [this] { filter(m_ui->listOutcomeRollUp->current()); });
    connect(m_ui->listExportButton, &QPushButton::clicked, this, &ListRunPanel::chooseFile);
    connect(m_ui->listResumeButton, &QPushButton::clicked, this, &ListRunPanel::resumeRequested);
    connect(m_ui->listNewButton, &QPushButton::clicked, this, &ListRunPanel::newRequested);
    connect(m_ui->listRunTable, &QTableView::activated, this, &ListRunPanel::showUser);
    connect(m_ui->listRunTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ListRunPanel::updateButtons);
    connect(m_ui->listDetailsButton, &QPushButton::clicked, this,
            [this] { showUser(m_ui->listRunTable->currentIndex()); });
}

ListRunPanel::~ListRunPanel() = default;

void ListRunPanel::start(const Parts &parts)
{
    ListRunController *dispatch = parts.dispatch;
    Session *session = parts.session;
    m_dispatch = dispatch;
    m_pool = parts.pool;
    m_session = session;
    m_history = parts.history;
    m_translation = parts.translation;
    connect(dispatch, &ListRunController::changed, this, &ListRunPanel::showRun);
    connect(session, &Session::profileChanged, this, &ListRunPanel::update);
    connect(m_ui->listPauseButton, &QPushButton::clicked, this, [this] {
        if (m_summary.state == RunState::Paused)
            m_dispatch->goOn();
        else
            m_dispatch->pause();
    });
    connect(m_ui->listStopButton, &QPushButton::clicked, dispatch, &ListRunController::stop);
    connect(m_ui->listCanaryStopButton, &QPushButton::clicked, dispatch, &ListRunController::stop);
    connect(m_ui->listCanaryGoButton, &QPushButton::clicked, dispatch, &ListRunController::goOn);
    connect(m_ui->listRetryButton, &QPushButton::clicked, this,
            [this] { ListBoxes::askToRetry(this, m_summary, [this] { m_dispatch->retry(); }); });
    retranslate();
}

void ListRunPanel::focusSearch()
{
    m_ui->listRunSearchEdit->enter();
}

void ListRunPanel::copy() const
{
    copyIn({m_translation->language()});
}

bool ListRunPanel::hasReceipt() const
{
    return m_summary.total > 0 && !m_dispatch->isBusy();
}

void ListRunPanel::changeEvent(QEvent *event)
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

void ListRunPanel::showRun()
{
    m_exportFile.clear();
    m_exportError.reset();
    if (!m_model.shows(m_dispatch->targets(), m_dispatch->board())) {
        m_ui->listOutcomeRollUp->setCurrent(allKey);
        m_ui->listRunSearchEdit->clear();
        m_model.setRun(m_dispatch->targets(), m_dispatch->board());
    }
    if (m_dispatch->isBusy())
        m_clock.start();
    else
        m_clock.stop();
    poll();
    update();
    Q_EMIT receiptChanged();
}

void ListRunPanel::poll()
{
    updateVisibleRows();
    m_model.poll();
    const RunState before = m_summary.state;
    m_summary = m_dispatch->board() ? m_dispatch->board()->summary() : ListRunSummary();
    update();
    if (before == m_summary.state)
        return;
    if (m_summary.state == RunState::AskingAfterCanary)
        m_ui->listCanaryStopButton->setFocus();
    else if (m_summary.state == RunState::Running && before != RunState::Paused)
        m_ui->listPauseButton->setFocus();
}

void ListRunPanel::retranslate()
{
    const QStringList copies{tr("Copy in &Chinese"), tr("Copy in &English"), tr("Copy in &both languages")};
    const QKeySequence copyKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_ui->listCopyButton->setToolTip(copyKeys.toString(QKeySequence::NativeText));
    const QList<QAction *> actions = m_ui->listCopyButton->menu()->actions();
    for (qsizetype at = 0; at < actions.size(); ++at)
        actions.at(at)->setText(copies.at(at));
    TableViews::setWidths(m_ui->listRunTable, {8, 18, 18, 28, 8, 22});
    update();
}

void ListRunPanel::update()
{
    const Profile &profile = m_session->profile();
    m_ui->listRunPoolLabel->setText(poolLabel(profile));
    m_ui->listRunPoolLabel->setPalette(Colors::band(profile.environment, QGuiApplication::palette()));
    m_ui->listRunHeadline->setText(ListReceipts::headline(m_summary, m_dispatch->end()));
    m_ui->listRunRateLabel->setText(ListReceipts::pace(m_summary));
    const qint64 done = m_summary.total > 0 ? m_summary.done() * progressSteps / m_summary.total : 0;
    m_ui->listRunProgress->setValue(static_cast<int>(done));

    const QString trouble = ListReceipts::trouble(m_summary, m_dispatch->end());
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, Colors::bad(palette()));
    m_ui->listRunErrorLabel->setPalette(bad);
    m_ui->listRunErrorLabel->setText(trouble);
    m_ui->listRunErrorLabel->setVisible(!trouble.isEmpty());

    m_ui->listCanaryFrame->setVisible(m_summary.state == RunState::AskingAfterCanary);
    m_ui->listCanaryLabel->setText(
        tr("The first %1 users are done: %2 confirmed offline. Look at them below. Go on with the other %3?")
            .arg(QLocale().toString(m_summary.done()), QLocale().toString(m_summary.confirmed()),
                 QLocale().toString(m_summary.total - m_summary.done())));
    updateRollUp();
    updateButtons();
}

void ListRunPanel::updateRollUp()
{
    const qint64 underWay = m_summary.sending + m_summary.checking;
    QList<CountFilterBar::Entry> entries{{.key = allKey, .text = tr("All users"), .count = m_summary.total},
                                         {.key = waitingKey,
                                          .text = ListWords::marked(ListRunPhase::Queued, m_summary.state),
                                          .count = m_summary.total - m_summary.done() - underWay},
                                         {.key = underWayKey, .text = tr("→ Under way"), .count = underWay}};
    for (const FactCount &each :
         Headlines::counts(m_summary.outcomes, m_summary.signedInAgain, m_summary.postponed))
        entries.append({.key = static_cast<int>(each.fact),
                        .text = OutcomeWords::marked(each.fact),
                        .count = each.count});
    m_ui->listOutcomeRollUp->setEntries(entries);
}

void ListRunPanel::updateButtons()
{
    const bool isBusy = m_dispatch->isBusy();
    const RunState state = m_summary.state;
    const bool isOpen = m_summary.total > 0 && m_summary.done() < m_summary.total;
    qint64 failed = 0;
    for (const KickOutcome outcome : KickOutcomes::all())
        failed += JournalText::isRetryable(outcome) ? m_summary.count(outcome) : 0;
    m_ui->listPauseButton->setText(state == RunState::Paused ? tr("&Go on") : tr("&Pause"));
    m_ui->listPauseButton->setVisible(isBusy);
    m_ui->listPauseButton->setEnabled(state == RunState::Running || state == RunState::Paused);
    m_ui->listStopButton->setVisible(isBusy);
    m_ui->listStopButton->setEnabled(state != RunState::Stopping);
    m_ui->listResumeButton->setVisible(!isBusy && isOpen && m_dispatch->jobId() != 0);
    m_ui->listRetryButton->setVisible(!isBusy && !isOpen && failed > 0);
    m_ui->listDetailsButton->setEnabled(m_ui->listRunTable->currentIndex().isValid());
    m_ui->listExportButton->setEnabled(m_summary.jobId != 0 && !m_isExporting);
    for (QWidget *button : {m_ui->listCopyButton, m_ui->listNewButton})
        button->setVisible(!isBusy);
    m_ui->listRunNoticeLabel->setText(notice());
}

void ListRunPanel::updateVisibleRows()
{
    const QTableView *table = m_ui->listRunTable;
    const int height = std::max(table->verticalHeader()->defaultSectionSize(), 1);
    const int first = std::max(table->rowAt(0), 0);
    m_model.setVisibleRows(first, first + (table->viewport()->height() / height) + 1);
}

void ListRunPanel::filter(int key)
{
    ListRunFilter wanted{.text = m_ui->listRunSearchEdit->wanted()};
    if (key >= 0)
        wanted.fact = static_cast<WorstFact>(key);
    else if (key == waitingKey)
        wanted.phase = ListRunPhase::Queued;
    else if (key == underWayKey)
        wanted.phase = ListRunPhase::Sending;
    m_model.setFilter(wanted);
}

void ListRunPanel::showUser(const QModelIndex &row)
{
    const qint64 itemId = row.isValid() && m_dispatch->board()
                              ? m_dispatch->board()->itemId(row.data(ListRunModel::PositionRole).toLongLong())
                              : 0;
    // One who still waits to be written down has no history.
    if (itemId == 0)
        return;
    auto *dialog = new ListUserDialog(m_pool, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->read(m_history, itemId);
    dialog->open();
}

void ListRunPanel::makeCopyMenu()
{
    auto *menu = new QMenu(this);
    struct Entry
    {
        QString name;
        QList<Language> languages;
    };
    for (const Entry &entry : {Entry{u"listCopyChineseAction"_s, {Language::Chinese}},
                               Entry{u"listCopyEnglishAction"_s, {Language::English}},
                               Entry{u"listCopyBothAction"_s, {Language::Chinese, Language::English}}}) {
        QAction *action =
            menu->addAction(QString(), this, [this, languages = entry.languages] { copyIn(languages); });
        action->setObjectName(entry.name);
    }
    m_ui->listCopyButton->setMenu(menu);
}

void ListRunPanel::copyIn(const QList<Language> &languages) const
{
    ListFacts facts = m_dispatch->facts();
    // A list that was begun here was made for the pool of this connection.
    if (facts.poolId.isEmpty() && facts.host == m_session->profile().host)
        facts.poolId = m_session->authenticator()->poolId();
    QStringList texts;
    for (const Language language : languages)
        texts << m_translation->rendered(language, [this, &facts] {
            const bool isKnown = m_dispatch->targets() && m_dispatch->board();
            return ListReceipts::text(
                facts, m_summary, m_dispatch->end(),
                isKnown ? ListReceipts::badEnds(*m_dispatch->targets(), *m_dispatch->board())
                        : ListReceipts::BadEnds());
        });
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void ListRunPanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the result"));
    dialog->setObjectName(u"listExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters{tr("Everything on record, CSV (*.csv)"), u"JSON Lines (*.jsonl)"_s};
    const QString besideSource = tr("Your list with the results, CSV (*.csv)");
    if (ListSourceFiles::exists(m_history->file(), m_summary.jobId))
        filters.prepend(besideSource);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"kickdesk-list-%1-%2.csv"_s.arg(QString::number(m_summary.jobId),
                                                        QDate::currentDate().toString(u"yyyyMMdd"_s)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1) ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, besideSource](const QString &file) {
        exportTo(file, dialog->selectedNameFilter() == besideSource);
    });
    dialog->open();
}

void ListRunPanel::exportTo(const QString &file, bool isBesideSource)
{
    m_isExporting = true;
    m_exportError.reset();
    m_exportFile.clear();
    const auto end = [this, file](const auto &result) {
        m_isExporting = false;
        if (result)
            m_exportFile = file;
        else
            m_exportError = result.error();
        updateButtons();
    };
    if (isBesideSource && Reports::formatOf(file) == Reports::Format::Csv)
        ListResults::save(m_history, m_summary.jobId, m_pool->names(), file, this, end);
    else
        Reports::exportHistory(m_history, {.jobId = m_summary.jobId}, file, this, end);
    updateButtons();
}

QString ListRunPanel::notice() const
{
    if (m_exportError)
        return errorText(*m_exportError);
    if (m_isExporting)
        return tr("Saving…");
    return m_exportFile.isEmpty() ? QString() : tr("Saved: %1").arg(ServerText(m_exportFile).plain());
}
