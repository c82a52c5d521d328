// SPDX-License-Identifier: Apache-2.0
#include "gui/style/titlebars.h"

#include <QEvent>
#include <QPalette>
#include <qt_windows.h>

#include <dwmapi.h>
#include <utility>

namespace {

void paintBySystem(WId window, bool isDark)
{
    // Windows 10 up to version 1909 knows the attribute under another number.
    constexpr DWORD immersiveDarkMode = 20;
    constexpr DWORD olderImmersiveDarkMode = 19;
    const BOOL value = isDark ? TRUE : FALSE;
    const auto handle = reinterpret_cast<HWND>(window);
    if (FAILED(DwmSetWindowAttribute(handle, immersiveDarkMode, &value, sizeof value)))
        DwmSetWindowAttribute(handle, olderImmersiveDarkMode, &value, sizeof value);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

TitleBars::TitleBars(Painter painter, QObject *parent)
    : QObject(parent)
    , m_painter(std::move(painter))
{
}

TitleBars::TitleBars(QObject *parent)
    : TitleBars(paintBySystem, parent)
{
}

bool TitleBars::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDue = event->type() == QEvent::Show || event->type() == QEvent::PaletteChange;
    const auto *widget = isDue ? qobject_cast<QWidget *>(watched) : nullptr;
    // A popup has no title bar, and a window that was never shown none yet.
    if (widget && widget->isWindow() && widget->windowType() != Qt::Popup && widget->internalWinId() != 0)
        m_painter(widget->internalWinId(), isDark(widget->palette()));
    return QObject::eventFilter(watched, event);
}
