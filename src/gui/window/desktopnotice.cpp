// SPDX-License-Identifier: Apache-2.0
#include "gui/window/desktopnotice.h"

#include "gui/style/icons.h"
#include "gui/window/taskbarprogress.h"

#include <QApplication>
#include <QEvent>
#include <QSystemTrayIcon>
#include <QWidget>

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::Literals::StringLiterals;

#ifdef QT_DBUS_LIB
namespace {

/// Desktop Notifications Specification, version 1.2.
const QString busService = u"org.freedesktop.Notifications"_s;
const QString busPath = u"/org/freedesktop/Notifications"_s;
/// A click on the message itself.
const QString defaultAction = u"default"_s;

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(busService, busPath, busService, method);
}

} // namespace
#endif

DesktopNotice::DesktopNotice(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

DesktopNotice::~DesktopNotice() = default;

void DesktopNotice::show(const QString &title, const QString &text)
{
    if (m_window->isActiveWindow())
        return;
    QApplication::alert(m_window);
#ifdef QT_DBUS_LIB
    showOnBus(title, text);
#else
    showInTray(title, text);
#endif
}

void DesktopNotice::setProgress(qint64 done, qint64 total)
{
    constexpr qint64 whole = 100;
    const int percent = total > 0 ? static_cast<int>(qBound<qint64>(0, done, total) * whole / total) : 0;
    if (m_percent == percent)
        return;
    m_percent = percent;
    TaskbarProgress::show(m_window, percent);
}

void DesktopNotice::clearProgress()
{
    if (m_percent)
        TaskbarProgress::hide(m_window);
    m_percent.reset();
}

bool DesktopNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        withdraw();
    return QObject::eventFilter(watched, event);
}

void DesktopNotice::takeAction(uint id, const QString &)
{
    if (id == m_id && id != 0)
        raise();
}

void DesktopNotice::showOnBus(const QString &title, const QString &text)
{
#ifdef QT_DBUS_LIB
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(busService, busPath, busService, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    constexpr int asLongAsUsual = -1;
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    QDBusMessage call = busCall(u"Notify"_s);
    call << u"Kickdesk"_s << m_id << u"kickdesk"_s << title << text << QStringList{defaultAction, tr("Show")}
         << hints << asLongAsUsual;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            showInTray(title, text);
        else
            m_id = reply.value();
    });
#else
    Q_UNUSED(title)
    Q_UNUSED(text)
#endif
}

void DesktopNotice::showInTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(Icons::application());
        m_tray->setToolTip(u"Kickdesk"_s);
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotice::raise);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, &DesktopNotice::raise);
    }
    m_tray->show();
    m_tray->showMessage(title, text);
}

void DesktopNotice::withdraw()
{
    if (m_tray)
        m_tray->hide();
#ifdef QT_DBUS_LIB
    if (m_id != 0)
        QDBusConnection::sessionBus().send(busCall(u"CloseNotification"_s) << m_id);
#endif
    m_id = 0;
}

void DesktopNotice::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}
