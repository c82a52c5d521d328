// SPDX-License-Identifier: Apache-2.0
#include "gui/window/desktopnotice.h"

#include <QApplication>
#include <QDBusConnection>
#include <QLineEdit>
#include <QProcess>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

/// Stands for the notification service of a desktop.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Message
    {
        uint replaces = 0;
        QString title;
        QString text;
        QVariantMap hints;
    };

    QList<Message> messages;
    QList<uint> closed;

public Q_SLOTS:
    // NOLINTNEXTLINE(readability-identifier-naming): the specification names it.
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &hints, int)
    {
        messages.append({.replaces = replaces, .title = title, .text = text, .hints = hints});
        return replaces != 0 ? replaces : static_cast<uint>(messages.size()) + 40;
    }
    // NOLINTNEXTLINE(readability-identifier-naming)
    void CloseNotification(uint id) { closed << id; }

Q_SIGNALS:
    // NOLINTNEXTLINE(readability-identifier-naming)
    void ActionInvoked(uint id, const QString &action);
};

/// What the desktop is told, on a session bus of its own.
class DesktopNoticeTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void update(const QString &application, const QVariantMap &properties)
    {
        m_application = application;
        m_updates << properties;
    }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void tellsWhoLooksElsewhere();
    void isSilentInFrontOfTheWindow();
    void comesToTheFrontWhenClicked();
    void bearsADesktopWithoutTheService();
    void showsProgress();

private:
    QProcess m_daemon;
    QDBusConnection m_bus{QString()};
    NotificationService m_service;
    QString m_application;
    QList<QVariantMap> m_updates;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QWidget> m_otherWindow;
};

void DesktopNoticeTest::initTestCase()
{
    QGuiApplication::setDesktopFileName(u"org.kickdesk.kickdesk"_s);
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForReadyRead(), qPrintable(m_daemon.errorString()));
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_bus = QDBusConnection::connectToBus(QString::fromUtf8(address), u"desktop"_s);
    QVERIFY(m_bus.isConnected());
    QVERIFY(m_bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_service,
                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(m_bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                          SLOT(update(QString, QVariantMap))));
}

void DesktopNoticeTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void DesktopNoticeTest::init()
{
    QVERIFY(m_bus.registerService(u"org.freedesktop.Notifications"_s));
    m_service.messages.clear();
    m_service.closed.clear();
    m_updates.clear();
    m_window = std::make_unique<QWidget>();
    m_otherWindow = std::make_unique<QWidget>();
    m_window->show();
    m_otherWindow->show();
    m_otherWindow->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_otherWindow.get()));
}

void DesktopNoticeTest::cleanup()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    m_window.reset();
    m_otherWindow.reset();
}

void DesktopNoticeTest::tellsWhoLooksElsewhere()
{
    DesktopNotice notice(m_window.get());
    notice.show(u"A user is back"_s, u"The window says who."_s);
    QTRY_COMPARE(m_service.messages.size(), 1);
    QCOMPARE(m_service.messages.first().title, u"A user is back"_s);
    QCOMPARE(m_service.messages.first().text, u"The window says who."_s);
    QCOMPARE(m_service.messages.first().hints.value(u"desktop-entry"_s).toString(),
             u"org.kickdesk.kickdesk"_s);
    // A newer one takes the place of the older one, once the service has said what that is called.
    QTRY_VERIFY([&] {
        notice.show(u"Another"_s, u"text"_s);
        return m_service.messages.last().replaces != 0;
    }());
    // Who looks at the window needs no message.
    m_window->activateWindow();
    QTRY_COMPARE(m_service.closed, QList<uint>{m_service.messages.last().replaces});
}

void DesktopNoticeTest::isSilentInFrontOfTheWindow()
{
    DesktopNotice notice(m_window.get());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    notice.show(u"unseen"_s, u"text"_s);
    m_otherWindow->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_otherWindow.get()));
    notice.show(u"seen"_s, u"text"_s);
    QTRY_COMPARE(m_service.messages.size(), 1);
    QCOMPARE(m_service.messages.first().title, u"seen"_s);
}

void DesktopNoticeTest::comesToTheFrontWhenClicked()
{
    DesktopNotice notice(m_window.get());
    m_window->showMinimized();
    m_otherWindow->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_otherWindow.get()));
    notice.show(u"A user is back"_s, u"text"_s);
    QTRY_COMPARE(m_service.messages.size(), 1);
    Q_EMIT m_service.ActionInvoked(7, u"default"_s);
    QTRY_VERIFY([&] {
        Q_EMIT m_service.ActionInvoked(41, u"default"_s);
        QCoreApplication::processEvents();
        return m_window->isActiveWindow();
    }());
    QVERIFY(!m_window->isMinimized());
}

void DesktopNoticeTest::bearsADesktopWithoutTheService()
{
    m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
    DesktopNotice notice(m_window.get());
    notice.show(u"nobody"_s, u"text"_s);
    notice.setProgress(1, 2);
    QTRY_COMPARE(m_updates.size(), 1);
    QVERIFY(m_service.messages.isEmpty());
}

void DesktopNoticeTest::showsProgress()
{
    DesktopNotice notice(m_window.get());
    notice.clearProgress();
    notice.setProgress(0, 0);
    notice.setProgress(500, 1000);
    // Less than a per cent more is not told.
    notice.setProgress(501, 1000);
    notice.setProgress(2000, 1000);
    notice.clearProgress();
    QTRY_COMPARE(m_updates.size(), 4);
    QCOMPARE(m_application, u"application://org.kickdesk.kickdesk.desktop"_s);
    QList<double> shares;
    for (const QVariantMap &update : std::as_const(m_updates)) {
        if (update.value(u"progress-visible"_s).toBool())
            shares << update.value(u"progress"_s).toDouble();
    }
    QCOMPARE(shares, QList<double>({0, 0.5, 1}));
    QVERIFY(!m_updates.last().value(u"progress-visible"_s, true).toBool());
}

QTEST_MAIN(DesktopNoticeTest)
#include "tst_desktopnotice.moc"
