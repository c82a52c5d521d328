// SPDX-License-Identifier: Apache-2.0
#include "gui/search/idtypecombo.h"

#include <QEvent>
#include <QSignalBlocker>

IdTypeCombo::IdTypeCombo(QWidget *parent)
    : QComboBox(parent)
{
    addItem({});
    for (const IdType idType : IdTypes::all())
        addItem({}, static_cast<int>(idType));
    retranslate();
}

std::optional<IdType> IdTypeCombo::type() const
{
    const QVariant chosen = currentData();
    return chosen.isValid() ? std::optional(static_cast<IdType>(chosen.toInt())) : std::nullopt;
}

void IdTypeCombo::setType(std::optional<IdType> type)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(type ? findData(static_cast<int>(*type)) : 0);
}

void IdTypeCombo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void IdTypeCombo::retranslate()
{
    setItemText(0, tr("Any"));
    for (int item = 1; item < count(); ++item)
        setItemText(item, IdTypes::label(static_cast<IdType>(itemData(item).toInt())));
}
