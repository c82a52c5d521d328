// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/windowfixture.h"
#include "support/heldserver.h"

#include <memory>

/// The search page on a sandbox whose answers can be held back.
class SearchPage
{
public:
    explicit SearchPage(Language language = Language::English, const QStringList &faults = {});
    ~SearchPage();

    const WindowFixture &window() const { return *m_window; }
    HeldServer &server() { return *m_server; }
    Session *session() const { return m_session.get(); }
    WindowFixture &window() { return *m_window; }
    /// The users of the pool, in the order of the list.
    const QList<User> &users() const { return m_users; }
    /// A user with phone, e-mail and a sign-in who is the only one with that phone.
    const User &user(int place) const { return m_known.at(place); }

    /// The window is taken away, with all that it has asked, and made anew.
    void lock(Language language);

    /// Puts @p text into the clipboard and pastes it over the text in the search box.
    void paste(const QString &text) const;
    /// The user whom the right side shows; empty where none is open.
    QString openUserId() const;
    /// The users who are marked in the list.
    QStringList markedUserIds() const;
    /// The user whom the sheet names; empty where it is closed.
    QString sheetUserId() const;
    /// Presses Ctrl+K.
    void pressKick() const;
    bool isArmed() const;
    /// Waits until @p user is open and its applications are there; ticks them all.
    bool isReady(const User &user) const;

private:
    std::unique_ptr<SandboxSession> m_pool;
    std::unique_ptr<HeldServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WindowFixture> m_window;
    QList<User> m_users;
    QList<User> m_known;
};
