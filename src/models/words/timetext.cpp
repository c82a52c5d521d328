// SPDX-License-Identifier: Apache-2.0
#include "models/words/timetext.h"

#include <QCoreApplication>
#include <QLocale>

QString timeText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QLocale locale;
    if (local.date() == now.toLocalTime().date()) {
        return QCoreApplication::translate("TimeText", "today %1")
            .arg(locale.toString(local.time(), QLocale::ShortFormat));
    }
    return locale.toString(local, QLocale::ShortFormat);
}
