// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QApplication>
#include <QSize>
#include <QWidget>

#include <cstdio>

/// How the windows look in one run of pictures.
struct Look
{
    QString name;
    Language language = Language::English;
    bool isDark = false;
    QSize size;
};

/// Saves a picture of @p widget as @p file.
inline void photograph(QWidget *widget, const QString &file)
{
    // What an answer changes is laid out one event later.
    for (int pass = 0; pass < 3; ++pass) {
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    }
    if (!widget->grab().save(file))
        std::fprintf(stderr, "%s could not be written\n", qPrintable(file));
}

/// Says which step of the way to a picture failed; @p answer again.
inline bool isReady(bool answer, const char *what)
{
    if (!answer)
        std::fprintf(stderr, "%s did not happen\n", what);
    return answer;
}
