// SPDX-License-Identifier: Apache-2.0
#include "gui/listsourcepanel.h"

#include "ui_listsourcepanel.h"

#include "gui/colors.h"
#include "gui/errorwords.h"
#include "gui/listfiles.h"
#include "gui/listviews.h"
#include "kick/kickplan.h"
#include "models/poolapplications.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A short list is there before anybody could read that it is being read.
constexpr auto patience = 150ms;

constexpr std::array encodings{TextEncoding::Utf8, TextEncoding::Utf8WithMark,
                               TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian,
                               TextEncoding::Gb18030};

qsizetype countOf(const IdList &list, bool isBlank)
{
    return std::ranges::count_if(list.rows, [isBlank](const IdListRow &row) {
        return row.fault && (*row.fault == IdFault::Blank) == isBlank;
    });
}

void select(QComboBox *combo, const QVariant &value)
{
    combo->setCurrentIndex(std::max(combo->findData(value), 0));
}

} // namespace

ListSourcePanel::ListSourcePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListSourcePanel>())
{
    m_ui->setupUi(this);
    ListViews::prepare(m_ui->listPreviewTable);
    m_ui->listPreviewTable->verticalHeader()->show();
    m_ui->listPreviewTable->setModel(&m_preview);
    connect(m_ui->listPasteButton, &QPushButton::clicked, this, &ListSourcePanel::paste);
    connect(m_ui->listFileButton, &QPushButton::clicked, this, &ListSourcePanel::chooseFile);
    connect(m_ui->listPlanOpenButton, &QPushButton::clicked, this, &ListSourcePanel::choosePlan);
    connect(m_ui->listOnlineButton, &QPushButton::clicked, this, &ListSourcePanel::collect);
    connect(m_ui->listSourceState, &StatePane::actionTriggered, this,
            [this] { m_reading ? cancel() : chooseFile(); });
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &ListSourcePanel::showList);
    connect(m_ui->listResolveButton, &QPushButton::clicked, this, &ListSourcePanel::submit);
    connect(m_ui->listEncodingCombo, &QComboBox::activated, this, &ListSourcePanel::decodeAgain);
    connect(m_ui->listDelimiterCombo, &QComboBox::activated, this, [this] {
        m_draft.delimiter = static_cast<char>(m_ui->listDelimiterCombo->currentData().toInt());
        cut();
    });
    connect(m_ui->listColumnCombo, &QComboBox::activated, this, [this](int column) { guess(column); });
    connect(m_ui->listTypeCombo, &QComboBox::activated, this, &ListSourcePanel::read);
    connect(m_ui->listHeaderCheck, &QCheckBox::toggled, this, &ListSourcePanel::read);
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

void ListSourcePanel::openFile(const QString &file)
{
    await(m_files->readList(file, this, [this](const ListDraft &draft) { load(draft); }));
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
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        openFile(urls.constFirst().toLocalFile());
        return true;
    }
    if (!content->hasText())
        return false;
    await(m_files->readCopied(content->text(), this, [this](const ListDraft &draft) { load(draft); }));
    return true;
}

void ListSourcePanel::refuse(const Error &error)
{
    clear();
    m_isEmpty = false;
    m_draft.error = error;
    showList();
}

void ListSourcePanel::clear()
{
    cancel();
    m_draft = {};
    m_isEmpty = true;
    m_preview.setTable({}, false, 0);
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
    auto *dialog = new QFileDialog(this, tr("Open a list"));
    dialog->setObjectName(u"listFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists (*.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ListSourcePanel::openFile);
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

void ListSourcePanel::load(const ListDraft &draft)
{
    m_draft = draft;
    m_isEmpty = false;
    endReading();
    showGuess();
    if (isVisible())
        focusStart();
}

void ListSourcePanel::decodeAgain()
{
    const auto encoding = static_cast<TextEncoding>(m_ui->listEncodingCombo->currentData().toInt());
    await(m_files->decodeAs(m_draft, encoding, this, [this](const ListDraft &draft) { load(draft); }));
}

void ListSourcePanel::cut()
{
    m_draft.error.reset();
    m_draft.list = {};
    const Result<ListTable> table = ListTables::read(m_draft.text, m_draft.delimiter);
    m_draft.table = table ? *table : ListTable();
    if (table) {
        guess({});
        return;
    }
    m_draft.error = table.error();
    showList();
}

void ListSourcePanel::guess(std::optional<qsizetype> column)
{
    m_draft.guess = ListGuesses::guess(m_draft.table, {}, column);
    showGuess();
    read();
}

void ListSourcePanel::showGuess()
{
    const ListGuess &guess = m_draft.guess;
    {
        const QSignalBlocker blocker(m_ui->listHeaderCheck);
        m_ui->listHeaderCheck->setChecked(guess.hasHeader);
    }
    m_preview.setTable(m_draft.table, guess.hasHeader, guess.column);
    fillCombos();
    m_ui->listColumnCombo->setCurrentIndex(static_cast<int>(guess.column));
    select(m_ui->listTypeCombo, static_cast<int>(guess.idType));
    showList();
}

void ListSourcePanel::read()
{
    const int column = std::max(m_ui->listColumnCombo->currentIndex(), 0);
    const bool hasHeader = m_ui->listHeaderCheck->isChecked();
    const Result<IdList> list = IdLists::read(m_draft.table, column, hasHeader, idType());
    m_draft.error = list ? std::nullopt : std::optional(list.error());
    m_draft.list = list ? *list : IdList();
    m_preview.setTable(m_draft.table, hasHeader, column);
    showList();
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
    if (!m_draft.list.rows.isEmpty())
        Q_EMIT listChosen(m_draft.name, m_draft.list);
}

void ListSourcePanel::retranslate()
{
    m_ui->listPasteButton->setText(
        tr("&Paste  %1").arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    const int column = m_ui->listColumnCombo->currentIndex();
    const QVariant type = m_ui->listTypeCombo->currentData();
    fillCombos();
    m_ui->listColumnCombo->setCurrentIndex(column);
    select(m_ui->listTypeCombo, type);
    fillApplications();
    showList();
}

void ListSourcePanel::fillCombos()
{
    m_ui->listColumnCombo->clear();
    for (int column = 0; column < m_preview.columnCount(); ++column)
        m_ui->listColumnCombo->addItem(m_preview.title(column));
    m_ui->listTypeCombo->clear();
    m_ui->listTypeCombo->addItem(tr("Any that fits"));
    for (const IdType type : IdTypes::all())
        m_ui->listTypeCombo->addItem(IdTypes::label(type), static_cast<int>(type));
    m_ui->listEncodingCombo->clear();
    for (const TextEncoding encoding : encodings)
        m_ui->listEncodingCombo->addItem(ListTexts::encodingName(encoding), static_cast<int>(encoding));
    select(m_ui->listEncodingCombo, static_cast<int>(m_draft.text.encoding));
    m_ui->listDelimiterCombo->clear();
    m_ui->listDelimiterCombo->addItem(tr("Tab"), static_cast<int>('\t'));
    m_ui->listDelimiterCombo->addItem(tr("Comma"), static_cast<int>(','));
    m_ui->listDelimiterCombo->addItem(tr("Semicolon"), static_cast<int>(';'));
    m_ui->listDelimiterCombo->addItem(tr("Vertical bar"), static_cast<int>('|'));
    select(m_ui->listDelimiterCombo, static_cast<int>(m_draft.delimiter));
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
    const bool isReadable = m_preview.columnCount() > 0 && m_draft.table.rowCount() > 0;
    m_ui->listSourceStack->setCurrentWidget(
        isReadable && !isSlow ? static_cast<QWidget *>(m_ui->listPreviewTable) : m_ui->listSourceState);
    m_ui->listSourceState->setContent(stateContent(isSlow));
    m_ui->listGuessBox->setVisible(isReadable && !isSlow);
    m_ui->listEncodingCombo->setEnabled(!m_draft.bytes.isEmpty());
    m_ui->listNameLabel->setText(m_draft.name.isEmpty() ? tr("from the clipboard")
                                                        : ServerText(m_draft.name).plain());
    m_ui->listResolveButton->setEnabled(!m_reading && !m_draft.list.rows.isEmpty());
    m_ui->listSourceHintLabel->setText(isSlow ? QString() : hint());
    const int character = fontMetrics().averageCharWidth();
    constexpr int columnCharacters = 22;
    m_ui->listPreviewTable->horizontalHeader()->setDefaultSectionSize(columnCharacters * character);
}

StatePane::Content ListSourcePanel::stateContent(bool isReading) const
{
    if (isReading)
        return {.icon = u"list"_s, .text = tr("Reading…"), .detail = {}, .action = tr("Cancel")};
    if (const std::optional<Error> &error = m_draft.error)
        return {.icon = ErrorWords::icon(*error),
                .text = errorText(*error),
                .detail = ErrorWords::detail(*error),
                .action = tr("Open another file…")};
    return {.icon = u"list"_s,
            .text = tr("Paste a list from a spreadsheet, or drop a CSV or text file here."),
            .detail = tr("One user a row: user IDs, phone numbers, e-mail addresses, user names and other "
                         "identifiers are recognised. Nothing is sent before you have seen who is meant."),
            .action = tr("Open a file…")};
}

QString ListSourcePanel::hint() const
{
    if (m_isEmpty)
        return {};
    if (m_draft.error)
        return m_draft.table.rowCount() > 0 ? errorText(*m_draft.error) : QString();
    QStringList parts{tr("%Ln row(s)", nullptr, static_cast<int>(m_draft.list.rows.size()))};
    if (const qsizetype malformed = countOf(m_draft.list, false); malformed > 0)
        parts << tr("%Ln cannot be an identifier", nullptr, static_cast<int>(malformed));
    if (const qsizetype blank = countOf(m_draft.list, true); blank > 0)
        parts << tr("%Ln blank", nullptr, static_cast<int>(blank));
    return parts.join(u" · "_s);
}

std::optional<IdType> ListSourcePanel::idType() const
{
    const QVariant chosen = m_ui->listTypeCombo->currentData();
    return chosen.isValid() ? std::optional(static_cast<IdType>(chosen.toInt())) : std::nullopt;
}
