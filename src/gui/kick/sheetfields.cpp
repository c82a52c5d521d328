// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/sheetfields.h"

#include "gui/style/colors.h"
#include "kick/single/kickplan.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBlank(const SheetFields::Field &field)
{
    return field.edit->text().trimmed().isEmpty();
}

} // namespace

SheetFields::SheetFields(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    for (const Field &field : {parts.ticket, parts.reason, parts.overrideReason, parts.confirmation})
        connect(field.edit, &QLineEdit::textChanged, this, [this] {
            update();
            Q_EMIT changed();
        });
}

void SheetFields::begin(const KickPlan &plan)
{
    m_parts.ticket.edit->setText(plan.ticket);
    m_parts.reason.edit->setText(plan.reason);
    m_parts.overrideReason.edit->setText(plan.target.overrideReason);
    m_parts.confirmation.edit->clear();
}

void SheetFields::setTerms(const Terms &terms)
{
    m_terms = terms;
    update();
}

void SheetFields::write(KickPlan *plan) const
{
    plan->ticket = m_parts.ticket.edit->text().trimmed();
    plan->reason = m_parts.reason.edit->text().trimmed();
    plan->target.overrideReason =
        m_terms.isProtected ? m_parts.overrideReason.edit->text().trimmed() : QString();
}

QString SheetFields::missing() const
{
    const QList<Duty> all = duties();
    const auto owed = std::ranges::find(all, true, &Duty::isOwed);
    return owed == all.end() ? QString() : owed->sentence;
}

QLineEdit *SheetFields::next() const
{
    const QList<Duty> all = duties();
    const auto owed = std::ranges::find(all, true, &Duty::isOwed);
    return owed == all.end() ? nullptr : owed->field.edit;
}

QList<SheetFields::Duty> SheetFields::duties() const
{
    return {{.field = m_parts.ticket,
             .caption = m_terms.isTicketRequired ? tr("Ticket (required)") : tr("Ticket"),
             .sentence = tr("Enter the ticket number first."),
             .isOwed = m_terms.isTicketRequired && isBlank(m_parts.ticket)},
            {.field = m_parts.reason,
             .caption = m_terms.isReasonRequired ? tr("Reason (required)") : tr("Reason"),
             .sentence = tr("Enter the reason first."),
             .isOwed = m_terms.isReasonRequired && isBlank(m_parts.reason)},
            {.field = m_parts.overrideReason,
             .caption = tr("Why all the same"),
             .sentence = tr("Say first why it is sent all the same."),
             .isShown = m_terms.isProtected,
             .isOwed = m_terms.isProtected && isBlank(m_parts.overrideReason)},
            {.field = m_parts.confirmation,
             .caption = m_terms.isLookedUp ? tr("Name or user ID") : tr("Confirm the identifier"),
             .sentence = m_terms.isLookedUp ? tr("Type the name or the user ID of this user first.")
                                            : tr("Type the identifier again to confirm it."),
             .isShown = m_terms.isGuarded,
             .isOwed = m_terms.isGuarded && !isNamed()}};
}

bool SheetFields::isNamed() const
{
    const QString typed = m_parts.confirmation.edit->text().trimmed();
    return !typed.isEmpty() && m_terms.names.contains(typed, Qt::CaseInsensitive);
}

void SheetFields::update()
{
    for (const Duty &duty : duties()) {
        QLabel *caption = duty.field.caption;
        QPalette palette = caption->parentWidget()->palette();
        if (duty.isOwed)
            palette.setColor(QPalette::WindowText, Colors::caution(palette));
        caption->setPalette(palette);
        caption->setText(duty.isOwed ? u"⚠ "_s + duty.caption : duty.caption);
        caption->setVisible(duty.isShown);
        duty.field.edit->setVisible(duty.isShown);
        duty.field.edit->setPlaceholderText(duty.isOwed ? duty.sentence : QString());
        duty.field.edit->setAccessibleDescription(duty.isOwed ? duty.sentence : QString());
    }
}
