// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/credentials.h"
#include "core/values/profile.h"

#include <QObject>

#include <memory>

class HistoryReader;
class Journal;
class LogFile;
class MainWindow;
class Session;
class Translation;

/// A connection that is open: its session, and the window on it, which is gone before the session.
class OpenConnection : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Parts
    {
        Journal *journal = nullptr;
        HistoryReader *history = nullptr;
        Translation *translation = nullptr;
        LogFile *log = nullptr;
    };

    /// Opens @p profile, which is the effective one; null where it names a CA file that gives no root to
    /// trust, for without it the server's identity cannot be proved.
    static std::unique_ptr<OpenConnection> open(const Profile &profile, const Credentials &credentials,
                                                const Parts &parts);
    ~OpenConnection() override;

    Session *session() const { return m_session.get(); }
    MainWindow *window() const { return m_window.get(); }

    /// Takes the window and every dialog above it off the screen.
    void hide() const;

private:
    OpenConnection(std::unique_ptr<Session> session, std::unique_ptr<MainWindow> window);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};
