// SPDX-License-Identifier: Apache-2.0
#include "gui/connections/doctordialog.h"

#include "ui_doctordialog.h"

#include "core/values/host.h"
#include "core/values/servertext.h"
#include "kick/session.h"
#include "models/words/environmentwords.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

DoctorDialog::DoctorDialog(Session *session, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DoctorDialog>())
    , m_session(session)
    , m_doctor(session)
    , m_model(&m_doctor)
{
    m_ui->setupUi(this);
    m_ui->doctorTable->setModel(&m_model);
    m_ui->doctorTable->verticalHeader()->hide();
    QHeaderView *header = m_ui->doctorTable->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(DoctorModel::FindingColumn, QHeaderView::Stretch);
    connect(&m_doctor, &Doctor::checkChanged, this, [this](int row) {
        m_ui->doctorTable->resizeRowToContents(row);
        update();
    });
    connect(&m_doctor, &Doctor::finished, this, [this] {
        update();
        QAccessibleEvent alert(m_ui->doctorHeadline, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    });
    connect(m_ui->doctorAgainButton, &QPushButton::clicked, this, &DoctorDialog::restart);
    connect(m_ui->doctorStopButton, &QPushButton::clicked, &m_doctor, &Doctor::abort);
    connect(m_ui->doctorCopyButton, &QPushButton::clicked, this, &DoctorDialog::copyReport);
    connect(m_ui->doctorButtons, &QDialogButtonBox::rejected, this, &DoctorDialog::reject);
    restart();
    retranslate();
}

DoctorDialog::~DoctorDialog() = default;

void DoctorDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void DoctorDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_ui->doctorTable->resizeRowsToContents();
}

void DoctorDialog::restart()
{
    m_isCopied = false;
    m_doctor.start();
    m_ui->doctorTable->setFocus();
    update();
}

void DoctorDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(m_doctor.report());
    m_isCopied = true;
    update();
}

void DoctorDialog::update()
{
    const bool isRunning = m_doctor.isRunning();
    m_ui->doctorHeadline->setText(headline());
    m_ui->doctorCopyButton->setText(m_isCopied ? tr("Copied ✔") : tr("&Copy the report"));
    // A button that goes away takes the keyboard with it.
    if (m_ui->doctorStopButton->hasFocus() && !isRunning)
        m_ui->doctorTable->setFocus();
    m_ui->doctorCopyButton->setEnabled(!isRunning);
    m_ui->doctorAgainButton->setVisible(!isRunning);
    m_ui->doctorStopButton->setVisible(isRunning);
}

void DoctorDialog::retranslate()
{
    const Profile &profile = m_session->profile();
    QStringList target{environmentLabel(profile.environment), ServerText(profile.name).plain(),
                       Hosts::displayName(profile.host)};
    target.removeAll(QString());
    target.removeDuplicates();
    setWindowTitle(tr("Examine the connection"));
    m_ui->doctorTargetLabel->setText(target.join(u" · "_s));
    m_model.retranslate();
    m_ui->doctorTable->resizeRowsToContents();
    update();
}

QString DoctorDialog::headline() const
{
    if (m_doctor.isRunning())
        return tr("Examining… no kick is sent.");
    if (const int failed = m_model.count(DoctorState::Failed))
        return tr("✖ %Ln check(s) failed. What to do is said beside each.", nullptr, failed);
    if (const int warnings = m_model.count(DoctorState::Warning))
        return tr("⚠ It works, but %Ln check(s) need a look.", nullptr, warnings);
    return tr("✔ Everything that was examined is in order.");
}
