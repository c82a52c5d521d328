// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listuserdialog.h"

#include "ui_listuserdialog.h"

#include "models/list/listitemwords.h"
#include "models/user/poolapplications.h"
#include "store/history/historyreader.h"

#include <QEvent>
#include <QPushButton>

ListUserDialog::ListUserDialog(const PoolApplications *pool, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ListUserDialog>())
    , m_pool(pool)
{
    m_ui->setupUi(this);
    constexpr QSize usual(560, 360);
    resize(usual);
    connect(m_ui->listUserButtons, &QDialogButtonBox::rejected, this, &ListUserDialog::reject);
    connect(pool, &PoolApplications::changed, this, &ListUserDialog::retranslate);
    retranslate();
    m_ui->listUserButtons->button(QDialogButtonBox::Close)->setFocus();
}

ListUserDialog::~ListUserDialog() = default;

void ListUserDialog::read(HistoryReader *history, qint64 itemId)
{
    history->detail(itemId, this, [this](const Result<HistoryDetail> &detail) {
        m_detail = detail ? *detail : HistoryDetail();
        m_error = detail ? std::nullopt : std::optional(detail.error());
        retranslate();
    });
}

void ListUserDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ListUserDialog::retranslate()
{
    QString text;
    if (m_error)
        text = errorText(*m_error);
    else if (m_detail.item.itemId == 0)
        text = tr("Reading the history…");
    else
        text = ListItemWords::lines(m_detail, m_pool->names()).join(u'\n');
    m_ui->listUserText->setPlainText(text);
}
