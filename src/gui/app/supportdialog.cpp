// SPDX-License-Identifier: Apache-2.0
#include "gui/app/supportdialog.h"

#include "ui_supportdialog.h"

#include "core/files/files.h"
#include "gui/style/colors.h"

#include <QAccessible>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>

#include <utility>

using namespace Qt::Literals::StringLiterals;

SupportDialog::SupportDialog(const SupportReport &report, LogFile log, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SupportDialog>())
    , m_report(report)
    , m_log(std::move(log))
{
    m_ui->setupUi(this);
    m_ui->namesCheck->setChecked(report.hasNames);
    connect(m_ui->namesCheck, &QCheckBox::toggled, this, &SupportDialog::fill);
    connect(m_ui->supportButtons, &QDialogButtonBox::accepted, this, &SupportDialog::askWhere);
    connect(m_ui->supportButtons, &QDialogButtonBox::rejected, this, &SupportDialog::reject);
    fill();
    retranslate();
}

SupportDialog::~SupportDialog() = default;

void SupportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void SupportDialog::fill()
{
    m_report.hasNames = m_ui->namesCheck->isChecked();
    m_ui->supportEdit->setPlainText(SupportReports::text(m_report, m_log));
}

void SupportDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the report for support"));
    dialog->setObjectName(u"supportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"kickdesk-support.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SupportDialog::save);
    dialog->open();
}

void SupportDialog::save(const QString &file)
{
    const auto failure =
        OutputFile::save(file, m_ui->supportEdit->toPlainText().toUtf8(), OutputFile::Reader::OwnerOnly);
    m_message = [failure] { return failure ? errorText(*failure) : tr("Saved."); };
    retranslate();
    QAccessibleEvent alert(m_ui->supportMessageLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SupportDialog::retranslate()
{
    setWindowTitle(tr("Report for support"));
    m_ui->supportMessageLabel->setText(m_message ? m_message() : QString());
    m_ui->supportMessageLabel->setVisible(m_message != nullptr);
}
