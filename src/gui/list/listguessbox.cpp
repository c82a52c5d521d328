// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listguessbox.h"

#include "ui_listguessbox.h"

#include "core/list/listrefusal.h"

#include <QEvent>

#include <algorithm>

namespace {

void select(QComboBox *combo, const QVariant &value)
{
    combo->setCurrentIndex(std::max(combo->findData(value), 0));
}

/// True where another encoding may make a list of @p draft.
bool isEncodingWanted(const ListDraft &draft)
{
    const auto problem = draft.error ? ListRefusals::problem(*draft.error) : std::nullopt;
    return problem == ListProblem::EncodingUnclear || problem == ListProblem::NotText;
}

void setShown(QLabel *caption, QComboBox *combo, bool isShown)
{
    caption->setVisible(isShown);
    combo->setVisible(isShown);
}

QStringList plainNames(const QStringList &names)
{
    QStringList result;
    for (const QString &name : names)
        result << ServerText(name).plain();
    return result;
}

} // namespace

ListGuessBox::ListGuessBox(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListGuessBox>())
{
    m_ui->setupUi(this);
    // The tabulator key goes on into the box from what stands before it.
    setFocusProxy(m_ui->listColumnCombo);
    connect(m_ui->listColumnCombo, &QComboBox::activated, this, &ListGuessBox::columnChosen);
    connect(m_ui->listFileCombo, &QComboBox::activated, this, &ListGuessBox::fileChosen);
    connect(m_ui->listTypeCombo, &QComboBox::activated, this, [this] {
        const QVariant chosen = m_ui->listTypeCombo->currentData();
        Q_EMIT typeChosen(chosen.isValid() ? std::optional(static_cast<IdType>(chosen.toInt()))
                                           : std::nullopt);
    });
    connect(m_ui->listHeaderCombo, &QComboBox::activated, this, [this] {
        Q_EMIT headerChosen(static_cast<HeaderChoice>(m_ui->listHeaderCombo->currentData().toInt()));
    });
    connect(m_ui->listDelimiterCombo, &QComboBox::activated, this, [this] {
        Q_EMIT delimiterChosen(static_cast<char>(m_ui->listDelimiterCombo->currentData().toInt()));
    });
    connect(m_ui->listEncodingCombo, &QComboBox::activated, this, [this] {
        Q_EMIT encodingChosen(static_cast<TextEncoding>(m_ui->listEncodingCombo->currentData().toInt()));
    });
    connect(m_ui->listSheetCombo, &QComboBox::activated, this,
            [this](int sheet) { Q_EMIT sheetChosen(m_draft.sheets.at(sheet)); });
    fill();
}

ListGuessBox::~ListGuessBox() = default;

void ListGuessBox::show(const ListDraft &draft, const QStringList &columns, const QStringList &files,
                        int file)
{
    m_draft = draft;
    m_columns = columns;
    m_files = files;
    m_file = file;
    fill();
}

bool ListGuessBox::hasChoice(const ListDraft &draft, const QStringList &columns, const QStringList &files)
{
    return !columns.isEmpty() || files.size() > 1 || !draft.sheets.isEmpty() || !draft.text.utf8.isEmpty() ||
           isEncodingWanted(draft);
}

void ListGuessBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fill();
    }
    QWidget::changeEvent(event);
}

void ListGuessBox::fill()
{
    fillFixed();
    m_ui->listColumnCombo->clear();
    m_ui->listColumnCombo->addItems(m_columns);
    m_ui->listColumnCombo->setCurrentIndex(static_cast<int>(m_draft.guess.column.value_or(-1)));
    const std::optional<IdType> type = m_draft.guess.idType;
    m_ui->listTypeCombo->setCurrentIndex(type ? m_ui->listTypeCombo->findData(static_cast<int>(*type)) : 0);
    select(m_ui->listHeaderCombo, static_cast<int>(m_draft.header));
    select(m_ui->listDelimiterCombo, static_cast<int>(m_draft.delimiter));
    select(m_ui->listEncodingCombo, static_cast<int>(m_draft.text.encoding));
    m_ui->listSheetCombo->clear();
    m_ui->listSheetCombo->addItems(plainNames(m_draft.sheets));
    m_ui->listSheetCombo->setCurrentIndex(static_cast<int>(m_draft.sheets.indexOf(m_draft.sheet)));
    m_ui->listFileCombo->clear();
    m_ui->listFileCombo->addItems(plainNames(m_files));
    m_ui->listFileCombo->setCurrentIndex(m_file);

    // What was refused before it was cut has no columns to choose.
    const bool isTable = !m_columns.isEmpty();
    const bool isWorkbook = !m_draft.sheets.isEmpty();
    if (m_draft.text.utf8.isEmpty())
        m_ui->listEncodingCombo->setCurrentIndex(-1);
    setShown(m_ui->listColumnCaption, m_ui->listColumnCombo, isTable);
    setShown(m_ui->listTypeCaption, m_ui->listTypeCombo, isTable);
    setShown(m_ui->listHeaderCaption, m_ui->listHeaderCombo, isTable);
    const bool isText = !isWorkbook && !m_draft.text.utf8.isEmpty();
    setShown(m_ui->listDelimiterCaption, m_ui->listDelimiterCombo, isText);
    setShown(m_ui->listEncodingCaption, m_ui->listEncodingCombo, isText || isEncodingWanted(m_draft));
    setShown(m_ui->listSheetCaption, m_ui->listSheetCombo, isWorkbook);
    setShown(m_ui->listFileCaption, m_ui->listFileCombo, m_files.size() > 1);
    m_ui->listEncodingCombo->setEnabled(!m_draft.bytes.isEmpty());
    // The box of files says it where there are several.
    m_ui->listNameLabel->setVisible(m_files.size() <= 1);
    m_ui->listNameLabel->setText(m_draft.name.isEmpty() ? tr("from the clipboard")
                                                        : ServerText(m_draft.name).plain());
}

/// The choices that are the same for every list.
void ListGuessBox::fillFixed()
{
    m_ui->listColumnCombo->setPlaceholderText(tr("Choose the column"));
    m_ui->listEncodingCombo->setPlaceholderText(tr("Choose the encoding"));
    m_ui->listTypeCombo->clear();
    m_ui->listTypeCombo->addItem(tr("Any that fits"));
    for (const IdType type : IdTypes::all())
        m_ui->listTypeCombo->addItem(IdTypes::label(type), static_cast<int>(type));
    m_ui->listHeaderCombo->clear();
    m_ui->listHeaderCombo->addItem(tr("Found automatically"), static_cast<int>(HeaderChoice::Auto));
    m_ui->listHeaderCombo->addItem(tr("There are headings"), static_cast<int>(HeaderChoice::Yes));
    m_ui->listHeaderCombo->addItem(tr("There are none"), static_cast<int>(HeaderChoice::No));
    m_ui->listEncodingCombo->clear();
    for (const TextEncoding encoding : ListTexts::encodings())
        m_ui->listEncodingCombo->addItem(ListTexts::encodingName(encoding), static_cast<int>(encoding));
    m_ui->listDelimiterCombo->clear();
    m_ui->listDelimiterCombo->addItem(tr("Tab"), static_cast<int>('\t'));
    m_ui->listDelimiterCombo->addItem(tr("Comma"), static_cast<int>(','));
    m_ui->listDelimiterCombo->addItem(tr("Semicolon"), static_cast<int>(';'));
    m_ui->listDelimiterCombo->addItem(tr("Vertical bar"), static_cast<int>('|'));
    m_ui->listDelimiterCombo->addItem(tr("None: one column"), static_cast<int>(ListTables::noDelimiter));
    m_ui->listDelimiterCombo->addItem(tr("Any: several values in a line"),
                                      static_cast<int>(ListTables::valueDelimiter));
}
