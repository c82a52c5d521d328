// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listsourcepanel.h"

#include "ui_listsourcepanel.h"

#include "core/list/listsums.h"
#include "gui/list/listfiles.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/tableviews.h"
#include "kick/single/kickplan.h"
#include "models/user/poolapplications.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A short list is there before anybody could read that it is being read.
constexpr auto patience = 150ms;

} // namespace

ListSourcePanel::ListSourcePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListSourcePanel>())
{
    m_ui->setupUi(this);
    TableViews::prepare(m_ui->listPreviewTable);
    m_ui->listPreviewTable->verticalHeader()->show();
    m_ui->listPreviewTable->setModel(&m_preview);
    connect(m_ui->listPasteButton, &QPushButton::clicked, this, &ListSourcePanel::paste);
    connect(m_ui->listFileButton, &QPushButton::clicked, this, &ListSourcePanel::chooseFile);
    connect(m_ui->listPlanOpenButton, &QPushButton::clicked, this, &ListSourcePanel::choosePlan);
    connect(m_ui->listOnlineButton, &QPushButton::clicked, this, &ListSourcePanel::collect);
    connect(m_ui->listPoolButton, &QPushButton::clicked, this, &ListSourcePanel::poolRequested);
    connect(m_ui->listSourceState, &StatePane::actionTriggered, this,
            [this] { m_reading ? cancel() : chooseFile(); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ListSourcePanel::showList);
    connect(m_ui->listResolveButton, &QPushButton::clicked, this, &ListSourcePanel::submit);
    connectGuesses();
}

ListSourcePanel::~ListSourcePanel() = default;

void ListSourcePanel::start(PoolApplications *pool, ListFiles *files)
{
    m_pool = pool;
    m_files = files;
    connect(pool, &PoolApplications::changed, this, &ListSourcePanel::fillApplications);
    retranslate();
}

void ListSourcePanel::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied == nullptr || !take(copied))
        refuse({.code = ErrorCode::ListEmpty});
}

void ListSourcePanel::openFiles(const QStringList &files)
{
    await(m_files->readLists(files, this, [this](const ListReading &reading) { load(reading); }));
}

void ListSourcePanel::openPlan(const QString &file)
{
    await(m_files->loadPlan(file, this, [this](const Result<ListPlan> &plan) {
        endReading();
        if (plan)
            Q_EMIT planChosen(*plan);
        else
            refuse(plan.error());
    }));
}

/// Waits for @p reading, and for nothing that was begun before.
void ListSourcePanel::await(PendingCall *reading)
{
    cancel();
    m_reading = reading;
    m_patience.start();
}

void ListSourcePanel::cancel()
{
    if (m_reading)
        m_reading->abort();
    endReading();
}

void ListSourcePanel::endReading()
{
    m_patience.stop();
    m_reading.clear();
    showList();
}

bool ListSourcePanel::take(const QMimeData *content)
{
    const QList<QUrl> urls = content->urls();
    QStringList files;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty()) {
        openFiles(files);
        return true;
    }
    if (!content->hasText())
        return false;
    await(m_files->readCopied(content->text(), this, [this](const ListReading &reading) { load(reading); }));
    return true;
}

void ListSourcePanel::refuse(const Error &error)
{
    clear();
    m_isEmpty = false;
    m_list.drafts.first().error = error;
    showList();
}

void ListSourcePanel::clear()
{
    cancel();
    m_list = {};
    m_current = 0;
    m_isEmpty = true;
    m_preview.setTable({}, {});
    retranslate();
}

void ListSourcePanel::focusStart()
{
    QPushButton *next =
        m_ui->listResolveButton->isEnabled() ? m_ui->listResolveButton : m_ui->listPasteButton;
    next->setFocus();
}

void ListSourcePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_preview.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ListSourcePanel::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open lists"));
    dialog->setObjectName(u"listFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Lists (*.xlsx *.xlsm *.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ListSourcePanel::openFiles);
    dialog->open();
}

void ListSourcePanel::choosePlan()
{
    auto *dialog = new QFileDialog(this, tr("Open a plan"));
    dialog->setObjectName(u"listPlanOpenDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Plans (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ListSourcePanel::openPlan);
    dialog->open();
}

void ListSourcePanel::load(const ListReading &reading)
{
    m_list = reading;
    m_isEmpty = false;
    endReading();
    // What has to be decided comes first.
    const auto unclear =
        std::ranges::find_if(m_list.drafts, [](const ListDraft &each) { return each.error.has_value(); });
    show(unclear == m_list.drafts.end() ? 0 : unclear - m_list.drafts.begin());
    if (isVisible())
        focusStart();
}

void ListSourcePanel::show(qsizetype file)
{
    m_current = file;
    m_preview.setTable(draft().table, draft().guess);
    showList();
}

void ListSourcePanel::connectGuesses()
{
    const ListGuessBox *box = m_ui->listGuessBox;
    connect(box, &ListGuessBox::columnChosen, this, [this](int column) {
        change([column](const ListDraft &draft) { return ListDrafts::withColumn(draft, column); });
    });
    connect(box, &ListGuessBox::typeChosen, this, [this](std::optional<IdType> type) {
        change([type](const ListDraft &draft) { return ListDrafts::withType(draft, type); });
    });
    connect(box, &ListGuessBox::headerChosen, this, [this](HeaderChoice header) {
        change([header](const ListDraft &draft) { return ListDrafts::withHeader(draft, header); });
    });
    connect(box, &ListGuessBox::delimiterChosen, this, [this](char delimiter) {
        change([delimiter](const ListDraft &draft) { return ListDrafts::withDelimiter(draft, delimiter); });
    });
    connect(box, &ListGuessBox::encodingChosen, this, [this](TextEncoding encoding) {
        change([encoding](const ListDraft &draft) { return ListDrafts::decodedAs(draft, encoding); });
    });
    connect(box, &ListGuessBox::sheetChosen, this, [this](const QString &sheet) {
        change([sheet](const ListDraft &draft) { return ListDrafts::ofSheet(draft, sheet); });
    });
    connect(box, &ListGuessBox::fileChosen, this, &ListSourcePanel::show);
}

void ListSourcePanel::change(const std::function<ListDraft(const ListDraft &)> &to)
{
    await(m_files->change(m_list.drafts, m_current, to, this, [this](const ListReading &reading) {
        m_list = reading;
        endReading();
        show(m_current);
    }));
}

void ListSourcePanel::collect()
{
    const auto &applications = m_pool->applications();
    const int chosen = m_ui->listOnlineCombo->currentIndex();
    if (applications && chosen >= 0 && chosen < applications->size())
        Q_EMIT onlineChosen(applications->at(chosen));
}

void ListSourcePanel::submit()
{
    if (m_list.list)
        Q_EMIT listChosen(fileNames().join(u", "_s), *m_list.list, source());
}

ListSource ListSourcePanel::source() const
{
    ListSource result;
    for (const ListDraft &each : m_list.drafts)
        result << ListSourceTable{.file = each.name,
                                  .table = each.table,
                                  .headingRow = each.guess.headingRow,
                                  .rowCount = each.list.rows.size()};
    return result;
}

QStringList ListSourcePanel::fileNames() const
{
    QStringList names;
    for (const ListDraft &each : m_list.drafts)
        names << each.name;
    return names;
}

void ListSourcePanel::retranslate()
{
    m_ui->listPasteButton->setText(
        tr("&Paste  %1").arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    fillApplications();
    showList();
}

void ListSourcePanel::fillApplications()
{
    const auto &applications = m_pool->applications();
    m_ui->listOnlineCombo->clear();
    if (applications) {
        for (const Application &application : *applications)
            m_ui->listOnlineCombo->addItem(KickPlans::name(application));
    }
    const bool isThere = m_ui->listOnlineCombo->count() > 0;
    const std::optional<Error> &error = m_pool->error();
    m_ui->listOnlineCombo->setEnabled(isThere);
    m_ui->listOnlineButton->setEnabled(isThere);
    m_ui->listOnlineCombo->setToolTip(!isThere && error ? errorText(*error).toHtmlEscaped() : QString());
}

void ListSourcePanel::showList()
{
    const bool isSlow = m_reading && !m_patience.isActive();
    const bool isReadable = m_preview.columnCount() > 0 && draft().table.rowCount() > 0;
    m_ui->listSourceStack->setCurrentWidget(
        isReadable && !isSlow ? static_cast<QWidget *>(m_ui->listPreviewTable) : m_ui->listSourceState);
    m_ui->listSourceState->setContent(stateContent(isSlow));
    QStringList columns;
    for (int column = 0; column < m_preview.columnCount(); ++column)
        columns << m_preview.title(column);
    m_ui->listGuessBox->show(draft(), columns, fileNames(), static_cast<int>(m_current));
    // Esc gives up what is being read, from within this panel only.
    const QWidget *focused = window()->focusWidget();
    if (isSlow && (focused == m_ui->listResolveButton || m_ui->listGuessBox->isAncestorOf(focused)))
        m_ui->listPasteButton->setFocus();
    const bool hasChoice = !m_isEmpty && ListGuessBox::hasChoice(draft(), columns, fileNames());
    m_ui->listGuessBox->setVisible(hasChoice && !isSlow);
    m_ui->listResolveButton->setEnabled(!m_reading && m_list.list);
    m_ui->listSourceHintLabel->setText(isSlow ? QString() : hint());
    const int character = fontMetrics().averageCharWidth();
    constexpr int columnCharacters = 22;
    m_ui->listPreviewTable->horizontalHeader()->setDefaultSectionSize(columnCharacters * character);
}

StatePane::Content ListSourcePanel::stateContent(bool isReading) const
{
    if (isReading)
        return {.icon = u"list"_s, .text = tr("Reading…"), .detail = {}, .action = tr("Cancel")};
    if (const std::optional<Error> &error = draft().error) {
        QStringList detail{ServerText(draft().name).plain(), ErrorWords::detail(*error)};
        detail.removeAll(QString());
        return {.icon = ErrorWords::icon(*error),
                .text = errorText(*error),
                .detail = detail.join(u" · "_s),
                .action = tr("Open another file…")};
    }
    return {.icon = u"list"_s,
            .text = tr("Paste a list from a spreadsheet, or drop workbooks, CSV or text files here."),
            .detail = tr("One user a row: user IDs, phone numbers, e-mail addresses, user names and other "
                         "identifiers are recognised. Nothing is sent before you have seen who is meant."),
            .action = tr("Open a file…")};
}

QString ListSourcePanel::hint() const
{
    if (m_isEmpty)
        return {};
    if (draft().error)
        return draft().table.rowCount() > 0 ? errorText(*draft().error) : QString();
    if (m_list.error)
        return errorText(*m_list.error);
    if (!m_list.list)
        return tr("Another of the files cannot be used yet. Choose it above.");
    QStringList parts{ListSums::text(m_list.sum)};
    if (draft().hiddenRows > 0)
        parts << tr("%Ln hidden row(s) are part of the list", nullptr, static_cast<int>(draft().hiddenRows));
    if (draft().hiddenColumns > 0)
        parts << tr("%Ln column(s) are hidden", nullptr, static_cast<int>(draft().hiddenColumns));
    return parts.join(u" · "_s);
}
