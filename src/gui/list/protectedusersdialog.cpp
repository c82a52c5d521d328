// SPDX-License-Identifier: Apache-2.0
#include "gui/list/protectedusersdialog.h"

#include "ui_protectedusersdialog.h"

#include <QEvent>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the row's user is called on the screen.
QString nameOf(const ListRow &row)
{
    return row.matches.size() == 1 ? row.matches.constFirst().name.plain() : row.text.plain();
}

} // namespace

ProtectedUsersDialog::ProtectedUsersDialog(const QList<ListRow> &rows, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProtectedUsersDialog>())
    , m_rows(rows)
{
    m_ui->setupUi(this);
    constexpr int usualWidth = 560;
    resize(usualWidth, sizeHint().height());
    for (const QLineEdit *edit : {m_ui->listOverrideEdit, m_ui->listOverrideConfirmEdit})
        connect(edit, &QLineEdit::textChanged, this, &ProtectedUsersDialog::updateButtons);
    connect(m_ui->listOverrideButtons, &QDialogButtonBox::accepted, this, &ProtectedUsersDialog::accept);
    connect(m_ui->listOverrideButtons, &QDialogButtonBox::rejected, this, &ProtectedUsersDialog::reject);
    retranslate();
    m_ui->listOverrideEdit->setFocus();
}

ProtectedUsersDialog::~ProtectedUsersDialog() = default;

QString ProtectedUsersDialog::reason() const
{
    return m_ui->listOverrideEdit->text().trimmed();
}

void ProtectedUsersDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ProtectedUsersDialog::retranslate()
{
    constexpr int mostNames = 5;
    QStringList names;
    for (const ListRow &row : m_rows.first(std::min<qsizetype>(m_rows.size(), mostNames)))
        names << nameOf(row);
    if (m_rows.size() > mostNames)
        names << u"…"_s;
    m_ui->listOverrideLabel->setText(tr("%Ln protected user(s) will be forced offline with the others: %1",
                                        nullptr, static_cast<int>(m_rows.size()))
                                         .arg(names.join(u", "_s)));
    m_ui->listOverrideConfirmCaption->setText(m_rows.size() == 1 ? tr("Type the name or the user ID")
                                                                 : tr("Type the number of users"));
    updateButtons();
}

void ProtectedUsersDialog::updateButtons()
{
    const bool isComplete = !reason().isEmpty() && isConfirmed();
    m_ui->listOverrideButtons->button(QDialogButtonBox::Ok)->setEnabled(isComplete);
}

bool ProtectedUsersDialog::isConfirmed() const
{
    const QString typed = m_ui->listOverrideConfirmEdit->text().trimmed();
    if (m_rows.size() > 1)
        return typed == QString::number(m_rows.size());
    const ListRow &row = m_rows.constFirst();
    QStringList names{nameOf(row), row.text.plain()};
    for (const ListUser &user : row.matches)
        names << ServerText(user.userId).plain();
    return !typed.isEmpty() && names.contains(typed, Qt::CaseInsensitive);
}
