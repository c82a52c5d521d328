// SPDX-License-Identifier: Apache-2.0
#include "gui/list/userchooserdialog.h"

#include "ui_userchooserdialog.h"

#include "gui/style/icons.h"
#include "gui/widgets/tableviews.h"
#include "models/user/namemarks.h"
#include "models/words/protectionwords.h"
#include "models/words/timetext.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column {
    NameColumn,
    UserIdColumn,
    ContactColumn,
    LastLoginColumn,
    StatusColumn,
    ColumnCount,
};

} // namespace

UserChooserDialog::UserChooserDialog(const ListRow &row, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::UserChooserDialog>())
    , m_row(row)
    , m_model(static_cast<int>(row.matches.size()), ColumnCount)
{
    m_ui->setupUi(this);
    constexpr QSize usual(760, 320);
    resize(usual);
    TableViews::prepare(m_ui->listChooserTable);
    m_ui->listChooserTable->setModel(&m_model);
    connect(m_ui->listChooserTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UserChooserDialog::updateButtons);
    connect(m_ui->listChooserTable, &QTableView::doubleClicked, this, &UserChooserDialog::accept);
    connect(m_ui->listChooserButtons, &QDialogButtonBox::accepted, this, &UserChooserDialog::accept);
    connect(m_ui->listChooserButtons, &QDialogButtonBox::rejected, this, &UserChooserDialog::reject);
    retranslate();
    m_ui->listChooserTable->setFocus();
}

UserChooserDialog::~UserChooserDialog() = default;

QString UserChooserDialog::userId() const
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listChooserTable);
    return chosen.isEmpty() ? QString() : m_row.matches.at(chosen.constFirst()).userId;
}

void UserChooserDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void UserChooserDialog::retranslate()
{
    m_ui->listChooserLabel->setText(
        tr("“%1” in row %2 of the list belongs to more than one user. Who is meant?")
            .arg(m_row.text.plain(), QLocale().toString(m_row.number)));
    m_model.setHorizontalHeaderLabels(
        {tr("User"), tr("User ID"), tr("Contact"), tr("Last sign-in"), tr("Status")});
    NameMarks names;
    for (const ListUser &user : m_row.matches)
        names.add(user.name);
    for (int row = 0; row < m_row.matches.size(); ++row) {
        const ListUser &user = m_row.matches.at(row);
        const NameMark mark = names.mark(user.name);
        m_model.setData(m_model.index(row, NameColumn),
                        mark == NameMark::None ? QVariant() : Icons::tinted(u"users-alike"_s),
                        Qt::DecorationRole);
        QStringList status{Users::statusLabel(user.status), ProtectionWords::label(user.protection)};
        status.removeAll(QString());
        QStringList name{user.name.plain(), NameMarks::label(mark)};
        name.removeAll(QString());
        const QStringList texts{
            name.join(u" · "_s), ServerText(user.userId).plain(), ServerText(user.contact).plain(),
            user.lastLogin.isValid() ? timeText(user.lastLogin) : tr("never"), status.join(u", "_s)};
        for (int column = 0; column < texts.size(); ++column)
            m_model.setData(m_model.index(row, column), texts.at(column));
    }
    TableViews::setWidths(m_ui->listChooserTable, {26, 28, 18, 18});
    updateButtons();
}

void UserChooserDialog::updateButtons()
{
    m_ui->listChooserButtons->button(QDialogButtonBox::Ok)->setEnabled(!userId().isEmpty());
}
