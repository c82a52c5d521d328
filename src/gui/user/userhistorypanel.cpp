// SPDX-License-Identifier: Apache-2.0
#include "gui/user/userhistorypanel.h"

#include "ui_userhistorypanel.h"

#include "gui/widgets/columns.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/outcomedelegate.h"
#include "models/history/historymodel.h"

#include <QEvent>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

UserHistoryPanel::UserHistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UserHistoryPanel>())
{
    m_ui->setupUi(this);
    connect(m_ui->userHistoryState, &StatePane::actionTriggered, this, &UserHistoryPanel::refresh);
}

UserHistoryPanel::~UserHistoryPanel() = default;

void UserHistoryPanel::start(HistoryReader *reader)
{
    m_model = std::make_unique<HistoryModel>(reader);
    QTreeView *table = m_ui->userHistoryTable;
    table->setModel(m_model.get());
    table->setItemDelegate(new RowDelegate(this));
    table->setItemDelegateForColumn(HistoryModel::OutcomeColumn, new OutcomeDelegate(this));
    table->header()->setStretchLastSection(true);
    table->hideColumn(HistoryModel::UserColumn);
    connect(m_model.get(), &HistoryModel::statusChanged, this, &UserHistoryPanel::retranslate);
    resizeColumns();
    retranslate();
}

void UserHistoryPanel::load(const QString &userId)
{
    HistoryFilter filter;
    filter.userId = userId;
    m_model->load(filter);
}

void UserHistoryPanel::refresh()
{
    if (!m_model->filter().userId.isEmpty())
        m_model->refresh();
}

void UserHistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_model) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        resizeColumns();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void UserHistoryPanel::resizeColumns()
{
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->userHistoryTable->header();
    header->resizeSection(HistoryModel::TimeColumn, timeColumnWidth(fontMetrics()));
    header->resizeSection(HistoryModel::ApplicationsColumn, 7 * character);
    header->resizeSection(HistoryModel::OutcomeColumn, outcomeColumnWidth(fontMetrics()));
    header->resizeSection(HistoryModel::TicketColumn, 12 * character);
    header->resizeSection(HistoryModel::ReasonColumn, 16 * character);
    header->resizeSection(HistoryModel::OperatorColumn, 14 * character);
}

void UserHistoryPanel::retranslate()
{
    const bool hasRows = m_model->rowCount() > 0;
    m_ui->userHistoryStack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_ui->userHistoryTable)
                                                     : m_ui->userHistoryState);
    const auto &error = m_model->error();
    StatePane::Content content;
    if (error) {
        content = {.icon = ErrorWords::icon(*error),
                   .text = errorText(*error),
                   .detail = ErrorWords::detail(*error),
                   .action = tr("Try again")};
    } else if (!m_model->hasAnswer() || m_model->isLoading()) {
        content.text = tr("Reading the history…");
    } else {
        content.text = tr("No sign-outs sent for this user from this computer.");
    }
    m_ui->userHistoryState->setContent(content);
}
