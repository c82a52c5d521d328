// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QSystemTrayIcon;
class QWidget;

/// Speaks through the desktop to an agent who looks elsewhere: messages, and progress on the program's sign
/// in the task bar. Messages go to the notification service of a Linux desktop, else to the tray; where there
/// is neither, the window only asks for attention.
class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    /// For @p window, which comes to the front when a message is clicked, and takes the message away when it
    /// does.
    explicit DesktopNotice(QWidget *window);
    ~DesktopNotice() override;

    /// Says @p title and @p text unless the agent is looking at the window. Some desktops read markup in
    /// them, so that nothing of a server may be in there.
    void show(const QString &title, const QString &text);

    /// Shows that @p done of @p total are done; nothing where the desktop cannot.
    void setProgress(qint64 done, qint64 total);
    void clearProgress();

    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void takeAction(uint id, const QString &action);

private:
    void showOnBus(const QString &title, const QString &text);
    void showInTray(const QString &title, const QString &text);
    void withdraw();
    void raise();

    QWidget *m_window;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    /// What the notification service calls the message; 0 when there is none.
    uint m_id = 0;
    /// Per cent that the task bar shows.
    std::optional<int> m_percent;
};
