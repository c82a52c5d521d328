// SPDX-License-Identifier: Apache-2.0
#include "gui/window/taskbarprogress.h"

#include <QtGlobal>

namespace {

// macOS shows no progress, so it has no use for it.
[[maybe_unused]] constexpr int whole = 100;

} // namespace

#if defined(Q_OS_WIN)

#include <QWidget>
#include <qt_windows.h>

#include <functional>
#include <shobjidl.h>
#include <wrl/client.h>

namespace {

/// Lets @p work have the taskbar, where there is one.
void withTaskbar(const QWidget *window, const std::function<void(ITaskbarList3 *, HWND)> &work)
{
    Microsoft::WRL::ComPtr<ITaskbarList3> taskbar;
    if (SUCCEEDED(
            CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER, IID_PPV_ARGS(&taskbar))) &&
        SUCCEEDED(taskbar->HrInit()))
        work(taskbar.Get(), reinterpret_cast<HWND>(window->window()->winId()));
}

} // namespace

void TaskbarProgress::show(const QWidget *window, int percent)
{
    withTaskbar(window, [percent](ITaskbarList3 *taskbar, HWND handle) {
        taskbar->SetProgressValue(handle, static_cast<ULONGLONG>(percent), whole);
    });
}

void TaskbarProgress::hide(const QWidget *window)
{
    withTaskbar(window, [](ITaskbarList3 *taskbar, HWND handle) {
        taskbar->SetProgressState(handle, TBPF_NOPROGRESS);
    });
}

#elif defined(QT_DBUS_LIB)

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

namespace {

void update(const QVariantMap &properties)
{
    QDBusMessage signal = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/kickdesk"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    signal << u"application://%1.desktop"_s.arg(QGuiApplication::desktopFileName()) << properties;
    QDBusConnection::sessionBus().send(signal);
}

} // namespace

void TaskbarProgress::show(const QWidget *, int percent)
{
    update({{u"progress"_s, static_cast<double>(percent) / whole}, {u"progress-visible"_s, true}});
}

void TaskbarProgress::hide(const QWidget *)
{
    update({{u"progress-visible"_s, false}});
}

#else

void TaskbarProgress::show(const QWidget *, int) {}

void TaskbarProgress::hide(const QWidget *) {}

#endif
