// SPDX-License-Identifier: Apache-2.0
#include "gui/list/leftoutdialog.h"

#include "ui_leftoutdialog.h"

#include "gui/widgets/tableviews.h"
#include "models/list/listrest.h"
#include "models/list/listwords.h"

#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

LeftOutDialog::LeftOutDialog(const ListResolution &leftOut, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::LeftOutDialog>())
{
    m_ui->setupUi(this);
    constexpr QSize usual(820, 420);
    resize(usual);
    TableViews::prepare(m_ui->leftOutTable);
    m_ui->leftOutTable->setModel(&m_model);
    m_model.setResolution(leftOut);
    m_exportButton = m_ui->leftOutButtons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_exportButton->setObjectName(u"leftOutExportButton"_s);
    connect(m_exportButton, &QPushButton::clicked, this, &LeftOutDialog::chooseFile);
    connect(m_ui->leftOutButtons, &QDialogButtonBox::rejected, this, &LeftOutDialog::reject);
    retranslate();
    m_ui->leftOutTable->setFocus();
}

LeftOutDialog::~LeftOutDialog() = default;

void LeftOutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model.retranslate();
        retranslate();
    }
    QDialog::changeEvent(event);
}

void LeftOutDialog::retranslate()
{
    QString text = ListWords::leftOut(m_model.resolution());
    if (m_error)
        text += u'\n' + errorText(*m_error);
    else if (!m_file.isEmpty())
        text += u'\n' + tr("Saved: %1").arg(ServerText(m_file).plain());
    m_ui->leftOutLabel->setText(text);
    m_exportButton->setText(tr("&Export…"));
    TableViews::setWidths(m_ui->leftOutTable, {8, 24, 18, 18, 18, 18});
}

void LeftOutDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the users that are left out"));
    dialog->setObjectName(u"leftOutFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Spreadsheet, CSV (*.csv)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"kickdesk-left-out-%1.csv"_s.arg(QDate::currentDate().toString(u"yyyyMMdd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &LeftOutDialog::save);
    dialog->open();
}

void LeftOutDialog::save(const QString &file)
{
    m_error = ListRests::save(m_model.resolution(), file);
    m_file = m_error ? QString() : file;
    retranslate();
}
