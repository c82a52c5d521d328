// SPDX-License-Identifier: Apache-2.0
#include "gui/listsourcepanel.h"

#include "ui_listsourcepanel.h"

#include "core/boundedread.h"
#include "core/listguess.h"
#include "gui/colors.h"
#include "gui/errorwords.h"
#include "gui/kickplan.h"
#include "gui/listviews.h"
#include "models/poolapplications.h"

#include <QClipboard>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeySequence>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

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
    m_ui->listHeaderCheck->setPalette(Colors::tickBox(palette()));
    connect(m_ui->listPasteButton, &QPushButton::clicked, this, &ListSourcePanel::paste);
    connect(m_ui->listFileButton, &QPushButton::clicked, this, &ListSourcePanel::chooseFile);
    connect(m_ui->listPlanOpenButton, &QPushButton::clicked, this, &ListSourcePanel::choosePlan);
    connect(m_ui->listOnlineButton, &QPushButton::clicked, this, &ListSourcePanel::collect);
    connect(m_ui->listSourceState, &StatePane::actionTriggered, this, &ListSourcePanel::chooseFile);
    connect(m_ui->listResolveButton, &QPushButton::clicked, this, &ListSourcePanel::submit);
    connect(m_ui->listEncodingCombo, &QComboBox::activated, this, &ListSourcePanel::decodeAgain);
    connect(m_ui->listDelimiterCombo, &QComboBox::activated, this, [this] {
        m_delimiter = static_cast<char>(m_ui->listDelimiterCombo->currentData().toInt());
        cut();
    });
    connect(m_ui->listColumnCombo, &QComboBox::activated, this,
            [this](int column) { guess(std::nullopt, column); });
    connect(m_ui->listTypeCombo, &QComboBox::activated, this, &ListSourcePanel::read);
    connect(m_ui->listHeaderCheck, &QCheckBox::toggled, this, &ListSourcePanel::read);
}

ListSourcePanel::~ListSourcePanel() = default;

void ListSourcePanel::start(PoolApplications *pool)
{
    m_pool = pool;
    connect(pool, &PoolApplications::changed, this, &ListSourcePanel::fillApplications);
    retranslate();
}

void ListSourcePanel::paste()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (copied == nullptr || !take(copied))
        load({}, Error{.code = ErrorCode::ListEmpty});
}

void ListSourcePanel::openFile(const QString &file)
{
    // Kept for whoever knows the encoding better.
    QFile source(file);
    m_bytes = source.open(QIODevice::ReadOnly) ? boundedRead(source, ListTexts::maximumBytes) : QByteArray();
    load(QFileInfo(file).fileName(), ListTexts::readFile(file));
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
    m_bytes.clear();
    load({}, ListTexts::fromClipboard(content->text()));
    return true;
}

void ListSourcePanel::refuse(const Error &error)
{
    clear();
    m_isEmpty = false;
    m_error = error;
    showList();
}

void ListSourcePanel::clear()
{
    m_name.clear();
    m_bytes.clear();
    m_text = {};
    m_table = {};
    m_list = {};
    m_error.reset();
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
    } else if (event->type() == QEvent::PaletteChange) {
        m_ui->listHeaderCheck->setPalette(Colors::tickBox(palette()));
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
    connect(dialog, &QFileDialog::fileSelected, this, &ListSourcePanel::planChosen);
    dialog->open();
}

void ListSourcePanel::load(const QString &name, const Result<ListText> &text)
{
    m_name = name;
    m_isEmpty = false;
    m_error.reset();
    m_table = {};
    m_list = {};
    if (text) {
        m_text = *text;
        m_delimiter = ListTables::guessedDelimiter(m_text);
        cut();
    } else {
        m_error = text.error();
        showList();
    }
    focusStart();
}

void ListSourcePanel::decodeAgain()
{
    const auto encoding = static_cast<TextEncoding>(m_ui->listEncodingCombo->currentData().toInt());
    load(m_name, ListTexts::decodeAs(m_bytes, encoding, m_name));
}

void ListSourcePanel::cut()
{
    m_error.reset();
    m_list = {};
    const Result<ListTable> table = ListTables::read(m_text, m_delimiter);
    m_table = table ? *table : ListTable();
    if (table) {
        guess({}, {});
        return;
    }
    m_error = table.error();
    showList();
}

void ListSourcePanel::guess(std::optional<IdType> idType, std::optional<qsizetype> column)
{
    const ListGuess guessed = ListGuesses::guess(m_table, idType, column);
    {
        const QSignalBlocker blocker(m_ui->listHeaderCheck);
        m_ui->listHeaderCheck->setChecked(guessed.hasHeader);
    }
    m_preview.setTable(m_table, guessed.hasHeader, guessed.column);
    fillCombos();
    m_ui->listColumnCombo->setCurrentIndex(static_cast<int>(guessed.column));
    select(m_ui->listTypeCombo, static_cast<int>(guessed.idType));
    read();
}

void ListSourcePanel::read()
{
    const int column = std::max(m_ui->listColumnCombo->currentIndex(), 0);
    const bool hasHeader = m_ui->listHeaderCheck->isChecked();
    const Result<IdList> list = IdLists::read(m_table, column, hasHeader, idType());
    m_error = list ? std::nullopt : std::optional(list.error());
    m_list = list ? *list : IdList();
    m_preview.setTable(m_table, hasHeader, column);
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
    if (!m_list.rows.isEmpty())
        Q_EMIT listChosen(m_name, m_list);
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
    select(m_ui->listEncodingCombo, static_cast<int>(m_text.encoding));
    m_ui->listDelimiterCombo->clear();
    m_ui->listDelimiterCombo->addItem(tr("Tab"), static_cast<int>('\t'));
    m_ui->listDelimiterCombo->addItem(tr("Comma"), static_cast<int>(','));
    m_ui->listDelimiterCombo->addItem(tr("Semicolon"), static_cast<int>(';'));
    m_ui->listDelimiterCombo->addItem(tr("Vertical bar"), static_cast<int>('|'));
    select(m_ui->listDelimiterCombo, static_cast<int>(m_delimiter));
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
    const bool isReadable = m_preview.columnCount() > 0 && m_table.rowCount() > 0;
    m_ui->listSourceStack->setCurrentWidget(isReadable ? static_cast<QWidget *>(m_ui->listPreviewTable)
                                                       : m_ui->listSourceState);
    if (m_error)
        m_ui->listSourceState->setContent({.icon = ErrorWords::icon(*m_error),
                                           .text = errorText(*m_error),
                                           .detail = ErrorWords::detail(*m_error),
                                           .action = tr("Open another file…")});
    else
        m_ui->listSourceState->setContent(
            {.icon = u"list"_s,
             .text = tr("Paste a list from a spreadsheet, or drop a CSV or text file here."),
             .detail = tr("One user a row: user IDs, phone numbers, e-mail addresses, user names and other "
                          "identifiers are recognised. Nothing is sent before you have seen who is meant."),
             .action = tr("Open a file…")});
    m_ui->listGuessBox->setVisible(isReadable);
    m_ui->listEncodingCombo->setEnabled(!m_bytes.isEmpty());
    m_ui->listNameLabel->setText(m_name.isEmpty() ? tr("from the clipboard") : ServerText(m_name).plain());
    m_ui->listResolveButton->setEnabled(!m_list.rows.isEmpty());
    m_ui->listSourceHintLabel->setText(hint());
    const int character = fontMetrics().averageCharWidth();
    constexpr int columnCharacters = 22;
    m_ui->listPreviewTable->horizontalHeader()->setDefaultSectionSize(columnCharacters * character);
}

QString ListSourcePanel::hint() const
{
    if (m_isEmpty)
        return {};
    if (m_error)
        return m_table.rowCount() > 0 ? errorText(*m_error) : QString();
    QStringList parts{tr("%Ln row(s)", nullptr, static_cast<int>(m_list.rows.size()))};
    if (const qsizetype malformed = countOf(m_list, false); malformed > 0)
        parts << tr("%Ln cannot be an identifier", nullptr, static_cast<int>(malformed));
    if (const qsizetype blank = countOf(m_list, true); blank > 0)
        parts << tr("%Ln blank", nullptr, static_cast<int>(blank));
    return parts.join(u" · "_s);
}

std::optional<IdType> ListSourcePanel::idType() const
{
    const QVariant chosen = m_ui->listTypeCombo->currentData();
    return chosen.isValid() ? std::optional(static_cast<IdType>(chosen.toInt())) : std::nullopt;
}
