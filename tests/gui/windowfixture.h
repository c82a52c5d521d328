// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/program/translation.h"
#include "gui/window/mainwindow.h"
#include "store/history/historyreader.h"
#include "support/sandboxsession.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The main window on a sandbox of its own, shown, active and in the chosen language.
class WindowFixture
{
public:
    explicit WindowFixture(Language language, const QStringList &faults = {},
                           const SandboxOptions &options = {.users = 200});
    /// The window on another session than the sandbox's own; with a journal that is there already, or a new
    /// one.
    WindowFixture(Language language, const Profile &profile, const Secret &secret,
                  const QString &journalFile = {});
    /// The window on a session that outlives the fixture.
    WindowFixture(Language language, Session *session);
    ~WindowFixture();

    MainWindow *window() const { return m_window.get(); }
    Session *session() const { return m_session; }
    Sandbox *sandbox() const { return m_pool->sandbox.get(); }
    Translation *translation() { return &m_translation; }

    /// The widget or action of that name; ends the test program when there is none.
    template <typename T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("There is no %s", name);
        return found;
    }
    /// Empty for a label that is not there yet.
    QString text(const char *label) const
    {
        const auto *found = m_window->findChild<QLabel *>(QString::fromLatin1(label));
        return found != nullptr ? found->text() : QString();
    }
    bool isShown(const char *name) const { return find<QWidget>(name)->isVisible(); }
    /// 0 for a view that is not there yet.
    int rows(const char *view) const
    {
        const auto *found = m_window->findChild<QAbstractItemView *>(QString::fromLatin1(view));
        return found != nullptr ? found->model()->rowCount() : 0;
    }

    /// A user of the sandbox with phone, e-mail and sign-ins.
    User user() const { return userAt(0); }
    /// Another such user.
    User otherUser() const { return userAt(1); }

    /// Replaces the text of the search box, key by key.
    void type(const QString &text) const;
    /// Presses a key wherever the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;

    bool isEverySessionChecked() const;
    /// Finds @p user by ID and opens it; true when every session has been checked.
    bool open(const User &user) const;
    /// Opens the sheet for one application and waits until it may be sent.
    bool openSheet() const;
    /// Sends what the sheet shows; true when the result is there.
    bool send() const;

private:
    User userAt(int place) const;
    void show(Language language, const Secret &secret);

    Translation m_translation;
    std::unique_ptr<SandboxSession> m_pool;
    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_ownJournal;
    std::unique_ptr<Session> m_ownSession;
    Session *m_session = nullptr;
    std::unique_ptr<HistoryReader> m_history;
    std::unique_ptr<MainWindow> m_window;
};
