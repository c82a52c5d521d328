// SPDX-License-Identifier: Apache-2.0
#include "gui/history/historypage.h"

#include "ui_historypage.h"

#include "gui/style/colors.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/outcomedelegate.h"
#include "models/history/historymodel.h"
#include "models/words.h"
#include "store/history/historyreader.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
{
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::start(HistoryReader *reader)
{
    if (m_ui)
        return;
    m_ui = std::make_unique<Ui::HistoryPage>();
    m_ui->setupUi(this);
    connectControls();
    m_reader = reader;
    m_model = std::make_unique<HistoryModel>(reader);
    QTreeView *table = m_ui->historyTable;
    table->setModel(m_model.get());
    table->setItemDelegate(new RowDelegate(this));
    table->setItemDelegateForColumn(HistoryModel::OutcomeColumn, new OutcomeDelegate(this));
    table->header()->setStretchLastSection(true);
    resizeColumns();
    connect(m_model.get(), &HistoryModel::modelReset, this, &HistoryPage::chooseRow);
    connect(m_model.get(), &HistoryModel::statusChanged, this, &HistoryPage::retranslate);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    showDetail(current.data(HistoryModel::ItemIdRole).toLongLong());
            });
    retranslate();
}

void HistoryPage::connectControls()
{
    constexpr int tableHeight = 220;
    m_ui->historySplitter->setSizes({tableHeight, tableHeight});
    m_ui->historySplitter->setStretchFactor(0, 1);
    m_ui->historySplitter->setStretchFactor(1, 1);
    connect(m_ui->historyFilterBar, &HistoryFilterBar::changed, this,
            [this] { m_model->load(m_ui->historyFilterBar->filter()); });
    connect(m_ui->historyState, &StatePane::actionTriggered, this, [this] {
        if (m_model->error())
            refresh();
        else
            m_ui->historyFilterBar->clear();
    });
    connect(m_ui->refreshHistoryButton, &QPushButton::clicked, this, &HistoryPage::refresh);
    connect(m_ui->copyDetailButton, &QPushButton::clicked, this, &HistoryPage::copyDetail);
    connect(m_ui->exportHistoryButton, &QPushButton::clicked, this, &HistoryPage::chooseFile);
    connect(m_ui->verifyHistoryButton, &QPushButton::clicked, this, &HistoryPage::verify);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this,
            &HistoryPage::refresh);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this), &QShortcut::activated, this,
            &HistoryPage::focusFilter);
    for (QShortcut *shortcut : findChildren<QShortcut *>()) {
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
    }
}

void HistoryPage::refresh()
{
    m_reader->look(this, [this](const Result<HistorySight> &found) {
        if (!found)
            return;
        m_putAside = found->putAside;
        retranslate();
        if (found->notice)
            Q_EMIT journalNoticed(*found->notice);
    });
    const HistoryFilter filter = m_ui->historyFilterBar->filter();
    if (filter == m_model->filter())
        m_model->refresh();
    else
        m_model->load(filter);
}

void HistoryPage::focusFilter()
{
    m_ui->historyFilterBar->focusText();
}

void HistoryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_model) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        resizeColumns();
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_model) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void HistoryPage::resizeColumns()
{
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->historyTable->header();
    header->resizeSection(HistoryModel::TimeColumn, timeColumnWidth(fontMetrics()));
    header->resizeSection(HistoryModel::UserColumn, 24 * character);
    header->resizeSection(HistoryModel::ApplicationsColumn, 7 * character);
    header->resizeSection(HistoryModel::OutcomeColumn, outcomeColumnWidth(fontMetrics()));
    header->resizeSection(HistoryModel::TicketColumn, 12 * character);
    header->resizeSection(HistoryModel::ReasonColumn, 16 * character);
    header->resizeSection(HistoryModel::OperatorColumn, 18 * character);
}

void HistoryPage::retranslate()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_ui->historyStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->historyTable)
                                                 : m_ui->historyState);
    m_ui->historyState->setContent(
        HistoryWords::state(*m_model, !m_ui->historyFilterBar->isEmpty(), m_putAside));
    m_ui->historyDetail->setVisible(hasRows);
    m_ui->historyCountLabel->setText(HistoryWords::count(*m_model));
    m_ui->refreshHistoryButton->setText(
        tr("&Refresh  %1").arg(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)));

    const auto kind = m_notice.kind;
    const bool isAltered = kind == HistoryNotice::Kind::Verified && !m_notice.verdict.isComplete();
    QPalette noticePalette = palette();
    if (isAltered || kind == HistoryNotice::Kind::Failed)
        noticePalette.setColor(QPalette::WindowText, Colors::bad(palette()));
    m_ui->historyNoticeLabel->setPalette(noticePalette);
    const QString notice = HistoryWords::notice(m_notice);
    m_ui->historyNoticeLabel->setText(notice);
    m_ui->historyNoticeLabel->setVisible(!notice.isEmpty());
    m_ui->copyDetailButton->setEnabled(hasRows && m_ui->historyDetail->detail());
    m_ui->exportHistoryButton->setEnabled(hasRows && kind != HistoryNotice::Kind::Exporting);
    m_ui->verifyHistoryButton->setEnabled(kind != HistoryNotice::Kind::Verifying);
}

void HistoryPage::chooseRow()
{
    const int row = std::max(m_model->rowOf(m_itemId), 0);
    if (m_model->rowCount() > 0)
        m_ui->historyTable->setCurrentIndex(m_model->index(row, 0));
    else
        m_ui->historyDetail->setDetail({});
}

void HistoryPage::showDetail(qint64 itemId)
{
    m_itemId = itemId;
    if (m_detailCall)
        m_detailCall->abort();
    m_detailCall = m_reader->detail(itemId, this, [this](const Result<HistoryDetail> &detail) {
        const bool isThere = detail && detail->item.itemId != 0;
        m_ui->historyDetail->setDetail(isThere ? std::optional(*detail) : std::nullopt);
        retranslate();
    });
}

void HistoryPage::verify()
{
    setNotice({.kind = HistoryNotice::Kind::Verifying});
    m_reader->verify(this, [this](const Result<JournalVerdict> &verdict) {
        if (verdict && verdict->isReadable)
            setNotice({.kind = HistoryNotice::Kind::Verified, .verdict = *verdict});
        else
            setNotice({.kind = HistoryNotice::Kind::Failed,
                       .error = verdict ? Error{.code = ErrorCode::JournalUnreadable,
                                                .detail = ServerText(m_reader->file())}
                                        : verdict.error()});
    });
}

void HistoryPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the history"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Spreadsheet, CSV (*.csv)"), u"JSON Lines (*.jsonl)"_s});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"kickdesk-history-%1.csv"_s.arg(QDate::currentDate().toString(u"yyyyMMdd"_s)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains("jsonl"_L1) ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryPage::exportTo);
    dialog->open();
}

void HistoryPage::exportTo(const QString &file)
{
    setNotice({.kind = HistoryNotice::Kind::Exporting, .file = file});
    Reports::exportHistory(
        m_reader, m_model->filter(), file, this, [this, file](const Result<Reports::Receipt> &receipt) {
            if (receipt)
                setNotice({.kind = HistoryNotice::Kind::Exported, .receipt = *receipt, .file = file});
            else
                setNotice({.kind = HistoryNotice::Kind::Failed, .error = receipt.error()});
        });
}

void HistoryPage::copyDetail()
{
    QGuiApplication::clipboard()->setText(m_ui->historyDetail->text());
}

void HistoryPage::setNotice(const HistoryNotice &notice)
{
    m_notice = notice;
    retranslate();
}
