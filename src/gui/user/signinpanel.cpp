// SPDX-License-Identifier: Apache-2.0
#include "gui/user/signinpanel.h"

#include "ui_signinpanel.h"

#include "gui/widgets/columns.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/rowdelegate.h"

#include <QEvent>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

SignInPanel::SignInPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignInPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->signInState, &StatePane::actionTriggered, this, [this] { m_model->retry(); });
}

SignInPanel::~SignInPanel() = default;

void SignInPanel::setModel(LoginHistoryModel *model)
{
    m_model = model;
    m_ui->signInTable->setModel(model);
    m_ui->signInTable->setItemDelegate(new RowDelegate(this));
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->signInTable->header();
    header->setStretchLastSection(true);
    header->resizeSection(LoginHistoryModel::TimeColumn, timeColumnWidth(fontMetrics()));
    header->resizeSection(LoginHistoryModel::ApplicationColumn, 22 * character);
    header->resizeSection(LoginHistoryModel::AddressColumn, 18 * character);
    connect(model, &LoginHistoryModel::statusChanged, this, &SignInPanel::retranslate);
    retranslate();
}

void SignInPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SignInPanel::retranslate()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_ui->signInStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->signInTable)
                                                : m_ui->signInState);
    if (m_model->error()) {
        m_ui->signInState->setContent({.icon = {},
                                       .text = errorText(*m_model->error()),
                                       .detail = ErrorWords::detail(*m_model->error()),
                                       .action = tr("Try again")});
    } else if (m_model->isLoading()) {
        m_ui->signInState->setContent(
            {.icon = {}, .text = tr("Loading the sign-ins…"), .detail = {}, .action = {}});
    } else {
        m_ui->signInState->setContent(
            {.icon = {}, .text = tr("No sign-in is recorded."), .detail = {}, .action = {}});
    }
}
