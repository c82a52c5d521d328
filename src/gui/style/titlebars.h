// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

/// Keeps the title bars of all windows as light or dark as what is in them. Windows draws them by its own
/// setting, whatever the program has chosen. To be installed as a filter of the application.
class TitleBars : public QObject
{
    Q_OBJECT

public:
    /// Makes the title bar of a window dark or light.
    using Painter = std::function<void(WId, bool isDark)>;

    explicit TitleBars(Painter painter, QObject *parent = nullptr);
    /// Paints by the system's means.
    explicit TitleBars(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Painter m_painter;
};
