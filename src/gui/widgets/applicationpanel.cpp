// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/applicationpanel.h"

#include "ui_applicationpanel.h"

#include "gui/style/colors.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/rowdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

ApplicationPanel::ApplicationPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ApplicationPanel>())
{
    m_ui->setupUi(this);
    m_ui->applicationTable->setModel(&m_filter);
    m_ui->applicationTable->setItemDelegate(new RowDelegate(this));
    m_ui->applicationTable->setItemDelegateForColumn(ApplicationModel::StateColumn,
                                                     new SessionDelegate(this));
    m_ui->applicationTable->installEventFilter(this);

    connect(m_ui->filterEdit, &QLineEdit::textChanged, &m_filter, &ApplicationFilter::setText);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &ApplicationPanel::retranslate);
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, &ApplicationPanel::focusList);
    connect(m_ui->allCheck, &QCheckBox::clicked, this, &ApplicationPanel::toggleAll);
    connect(m_ui->allButton, &QPushButton::clicked, this, &ApplicationPanel::tickAll);
    connect(m_ui->noneButton, &QPushButton::clicked, this, &ApplicationPanel::tickNone);
    connect(m_ui->onlineButton, &QPushButton::clicked, this, [this] { m_model->tickOnline(); });
    connect(m_ui->recheckButton, &QPushButton::clicked, this,
            [this] { Q_EMIT recheckRequested(m_model->failedAppIds()); });
    connect(m_ui->applicationState, &StatePane::actionTriggered, this, [this] {
        if (m_error && isNotPermitted(*m_error))
            Q_EMIT manualRequested();
        else if (m_error)
            Q_EMIT retryRequested();
        else
            m_ui->filterEdit->clear();
    });
    connect(m_ui->applicationTable->verticalScrollBar(), &QScrollBar::valueChanged, this,
            &ApplicationPanel::scrolled);
}

ApplicationPanel::~ApplicationPanel() = default;

void ApplicationPanel::setModel(ApplicationModel *model)
{
    m_model = model;
    m_filter.setSourceModel(model);
    const int character = fontMetrics().averageCharWidth();
    QHeaderView *header = m_ui->applicationTable->header();
    header->setStretchLastSection(true);
    header->resizeSection(ApplicationModel::NameColumn, 24 * character);
    header->resizeSection(ApplicationModel::StateColumn, 23 * character);
    header->resizeSection(ApplicationModel::LastLoginColumn, timeColumnWidth(fontMetrics()));
    connect(model, &ApplicationModel::ticksChanged, this, &ApplicationPanel::retranslate);
    connect(model, &ApplicationModel::checked, this, &ApplicationPanel::retranslate);
    retranslate();
}

void ApplicationPanel::setForList()
{
    m_ui->onlineButton->hide();
    for (const int column :
         {ApplicationModel::StateColumn, ApplicationModel::LastLoginColumn, ApplicationModel::DeviceColumn})
        m_ui->applicationTable->setColumnHidden(column, true);
}

void ApplicationPanel::setStatus(bool isLoading, const std::optional<Error> &error)
{
    m_isLoading = isLoading;
    m_error = error;
    retranslate();
}

void ApplicationPanel::setPoolKnown(bool isPoolKnown)
{
    m_isPoolKnown = isPoolKnown;
    retranslate();
}

void ApplicationPanel::tickAll()
{
    m_model->setTicked(shownAppIds(), true);
}

void ApplicationPanel::tickNone()
{
    m_model->setTicked(shownAppIds(), false);
}

void ApplicationPanel::focusList()
{
    m_ui->applicationTable->setFocus();
    if (m_filter.rowCount() > 0 && !m_ui->applicationTable->currentIndex().isValid())
        m_ui->applicationTable->setCurrentIndex(m_filter.index(0, ApplicationModel::NameColumn));
}

QStringList ApplicationPanel::visibleAppIds() const
{
    QStringList result;
    const QRect viewport = m_ui->applicationTable->viewport()->rect();
    QModelIndex index = m_ui->applicationTable->indexAt(viewport.topLeft());
    while (index.isValid() && m_ui->applicationTable->visualRect(index).top() <= viewport.bottom()) {
        result << index.data(ApplicationModel::AppIdRole).toString();
        index = index.siblingAtRow(index.row() + 1);
    }
    return result;
}

void ApplicationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

bool ApplicationPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    // The tick belongs to the row, whichever column was clicked last.
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Space:
        return key->modifiers() == Qt::NoModifier && toggleCurrent();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return !key->isAutoRepeat() && recheckCurrent();
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void ApplicationPanel::retranslate()
{
    const int ticked = m_model->tickedCount();
    const int rows = m_model->rowCount();
    const int shown = m_filter.rowCount();
    m_ui->allCheck->setText(tr("%1 of %2 ticked").arg(QLocale().toString(ticked), QLocale().toString(rows)));
    m_ui->allCheck->setCheckState(ticked == 0      ? Qt::Unchecked
                                  : ticked == rows ? Qt::Checked
                                                   : Qt::PartiallyChecked);
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->allCheck, m_ui->filterEdit, m_ui->onlineButton, m_ui->allButton, m_ui->noneButton})
        widget->setEnabled(rows > 0);

    const int failed = static_cast<int>(m_model->failedAppIds().size());
    const bool isRefused = m_model->refusal().has_value();
    const QString refusal = tr(
        "This access key can't check sessions, so Kickdesk can't show where the user is online or confirm a sign-out.");
    m_ui->failedLabel->setText(isRefused ? refusal
                                         : tr("%Ln application(s) could not be checked.", nullptr, failed));
    m_ui->failedLabel->setVisible(failed > 0);
    m_ui->recheckButton->setVisible(failed > 0);
    m_ui->recheckButton->setEnabled(!isRefused);
    m_ui->recheckButton->setToolTip(isRefused ? refusal : QString());
    m_ui->poolHiddenLabel->setText(
        tr("This access key can't list all apps. Only apps the user has signed in to are shown."));
    m_ui->poolHiddenLabel->setVisible(rows > 0 && !m_isPoolKnown);

    m_ui->applicationStack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_ui->applicationTable)
                                                       : m_ui->applicationState);
    StatePane::Content content;
    if (m_error) {
        content = {.icon = ErrorWords::icon(*m_error),
                   .text = errorText(*m_error),
                   .detail = ErrorWords::detail(*m_error),
                   .action = isNotPermitted(*m_error) ? tr("Go on with application IDs") : tr("Try again")};
    } else if (m_isLoading) {
        content.text = tr("Loading the applications…");
    } else if (rows > 0) {
        content.text = tr("No application matches the filter.");
        content.action = tr("Clear the filter");
    } else {
        content.text = tr("This pool has no applications.");
    }
    m_ui->applicationState->setContent(content);
}

void ApplicationPanel::toggleAll()
{
    m_model->setTicked(shownAppIds(), m_model->tickedCount() < m_model->rowCount());
    retranslate();
}

bool ApplicationPanel::toggleCurrent()
{
    const QModelIndex current = m_ui->applicationTable->currentIndex();
    if (!current.isValid())
        return false;
    const QModelIndex cell = current.siblingAtColumn(ApplicationModel::NameColumn);
    const bool isTicked = cell.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return m_filter.setData(cell, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool ApplicationPanel::recheckCurrent()
{
    const QModelIndex current = m_ui->applicationTable->currentIndex();
    if (!current.isValid() || !current.data(ApplicationModel::HasFailedRole).toBool())
        return false;
    Q_EMIT recheckRequested({current.data(ApplicationModel::AppIdRole).toString()});
    return true;
}

QStringList ApplicationPanel::shownAppIds() const
{
    QStringList result;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        result << m_filter.index(row, 0).data(ApplicationModel::AppIdRole).toString();
    return result;
}
