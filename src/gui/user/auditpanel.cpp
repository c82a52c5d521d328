// SPDX-License-Identifier: Apache-2.0
#include "gui/user/auditpanel.h"

#include "ui_auditpanel.h"

#include "gui/widgets/columns.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/rowdelegate.h"

#include <QEvent>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

AuditPanel::AuditPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AuditPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->auditState, &StatePane::actionTriggered, this, [this] { m_model->retry(); });
}

AuditPanel::~AuditPanel() = default;

void AuditPanel::setModel(AuditModel *model)
{
    m_model = model;
    m_ui->auditTable->setModel(model);
    m_ui->auditTable->setItemDelegate(new RowDelegate(this));
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->auditTable->header();
    header->setStretchLastSection(true);
    header->resizeSection(AuditModel::TimeColumn, timeColumnWidth(fontMetrics()));
    header->resizeSection(AuditModel::AdminColumn, 18 * character);
    header->resizeSection(AuditModel::OperationColumn, 26 * character);
    header->resizeSection(AuditModel::ResultColumn, 11 * character);
    header->resizeSection(AuditModel::AddressColumn, 16 * character);
    connect(model, &AuditModel::statusChanged, this, &AuditPanel::retranslate);
    retranslate();
}

void AuditPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void AuditPanel::retranslate()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_ui->auditStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->auditTable) : m_ui->auditState);
    const auto &error = m_model->error();
    StatePane::Content content;
    if (error && isNotPermitted(*error)) {
        content = {
            .icon = ErrorWords::icon(*error),
            .text = tr(
                "This access key can't read the audit log. Everything else works. To see the log, ask your administrator for permission."),
            .detail = ErrorWords::detail(*error),
            .action = {}};
    } else if (error) {
        content = {.icon = ErrorWords::icon(*error),
                   .text = errorText(*error),
                   .detail = ErrorWords::detail(*error),
                   .action = tr("Try again")};
    } else if (m_model->isLoading()) {
        content.text = tr("Loading the audit log…");
    } else {
        content.text = tr("The audit log of the pool has no forced sign-out.");
    }
    m_ui->auditState->setContent(content);
}
