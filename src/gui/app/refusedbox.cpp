// SPDX-License-Identifier: Apache-2.0
#include "gui/app/refusedbox.h"

#include "core/values/error.h"

#include <QEvent>

RefusedBox::RefusedBox(const Profile &profile, QWidget *parent)
    : QMessageBox(QMessageBox::Warning, ServerText(profile.name).plain(), {}, {}, parent)
    , m_caFile(profile.caFile)
{
    setObjectName(QStringLiteral("refusedBox"));
    setTextFormat(Qt::PlainText);
    retranslate();
}

void RefusedBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMessageBox::changeEvent(event);
}

void RefusedBox::retranslate()
{
    setText(errorText({.code = ErrorCode::InvalidCaFile, .detail = ServerText(m_caFile)}));
}
