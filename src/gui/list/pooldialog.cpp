// SPDX-License-Identifier: Apache-2.0
#include "gui/list/pooldialog.h"

#include "ui_pooldialog.h"

#include <QEvent>
#include <QPushButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 300ms;

} // namespace

PoolDialog::PoolDialog(Client *client, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PoolDialog>())
    , m_model(client)
{
    m_ui->setupUi(this);
    constexpr QSize usual(520, 480);
    resize(usual);
    // Those who have left come first: their sessions are what such a list is for.
    for (const UserStatus status : {UserStatus::Suspended, UserStatus::Deactivated, UserStatus::Resigned,
                                    UserStatus::Archived, UserStatus::Activated})
        m_ui->poolStatusCombo->addItem(QString(), static_cast<int>(status));
    m_ui->poolDepartmentTree->setModel(&m_model);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &PoolDialog::search);
    connect(m_ui->poolDepartmentEdit, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->poolStatusRadio, &QRadioButton::toggled, this, &PoolDialog::update);
    connect(m_ui->poolDepartmentRadio, &QRadioButton::toggled, this, [this](bool isChosen) {
        if (isChosen && !m_model.isLoaded() && !m_model.isLoading())
            m_model.load();
    });
    connect(m_ui->poolDepartmentTree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PoolDialog::update);
    connect(&m_model, &DepartmentModel::modelReset, this, [this] {
        // An organization alone says nothing before it is unfolded.
        if (m_model.rowCount() == 1)
            m_ui->poolDepartmentTree->expand(m_model.index(0, 0));
        update();
    });
    connect(&m_model, &DepartmentModel::statusChanged, this, &PoolDialog::update);
    connect(m_ui->poolButtons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->poolButtons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    update();
}

PoolDialog::~PoolDialog() = default;

std::optional<PoolSelection> PoolDialog::selection() const
{
    if (m_ui->poolStatusRadio->isChecked())
        return PoolSelection{.status = static_cast<UserStatus>(m_ui->poolStatusCombo->currentData().toInt())};
    const QModelIndexList chosen = m_ui->poolDepartmentTree->selectionModel()->selectedIndexes();
    if (chosen.isEmpty())
        return {};
    return PoolSelection{.department = *m_model.department(chosen.constFirst())};
}

void PoolDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        update();
    }
    QDialog::changeEvent(event);
}

void PoolDialog::retranslate()
{
    for (int at = 0; at < m_ui->poolStatusCombo->count(); ++at)
        m_ui->poolStatusCombo->setItemText(
            at, Users::statusLabel(static_cast<UserStatus>(m_ui->poolStatusCombo->itemData(at).toInt())));
    m_ui->poolButtons->button(QDialogButtonBox::Ok)->setText(tr("Add users"));
}

void PoolDialog::update()
{
    const bool isStatus = m_ui->poolStatusRadio->isChecked();
    m_ui->poolStatusCombo->setEnabled(isStatus);
    m_ui->poolDepartmentEdit->setEnabled(!isStatus && m_model.isLoaded());
    m_ui->poolDepartmentTree->setEnabled(!isStatus);
    QString hint;
    if (!isStatus && m_model.isLoading())
        hint = tr("Reading the departments…");
    else if (!isStatus && m_model.error())
        hint = errorText(*m_model.error());
    else if (!isStatus && m_model.isLoaded() && m_model.rowCount() == 0)
        hint = tr("There is no such department.");
    m_ui->poolHintLabel->setText(hint);
    m_ui->poolButtons->button(QDialogButtonBox::Ok)->setEnabled(selection().has_value());
}

void PoolDialog::search()
{
    m_model.search(m_ui->poolDepartmentEdit->text().trimmed());
}
