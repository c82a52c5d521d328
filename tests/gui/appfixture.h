// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/style/theme.h"
#include "gui/window/mainwindow.h"
#include "kick/session.h"
#include "store/connections/memorysecretstore.h"
#include "support/sandboxsession.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// An application with a data folder, a keychain and a pool of its own, for one test.
class AppFixture
{
protected:
    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("KICKDESK_DATA_DIR", m_folder->path().toUtf8());
        qputenv("KICKDESK_SYSTEM_PROFILES", m_folder->filePath(QStringLiteral("none.json")).toUtf8());
        m_pool = std::make_unique<SandboxSession>(QStringList());
        m_keychain = std::make_unique<MemorySecretStore>();
        m_translation = std::make_unique<Translation>();
    }

    void close()
    {
        m_controller.reset();
        Themes::apply(ThemeChoice::System);
        m_translation.reset();
        m_pool.reset();
    }

    /// Another start of the program.
    void start(SecretStore *keychain = nullptr)
    {
        m_controller.reset();
        m_controller = std::make_unique<AppController>(keychain != nullptr ? keychain : m_keychain.get(),
                                                       m_translation.get(), SandboxOptions{.users = 20});
    }

    /// A saved connection to the test's own pool.
    Profile save(const QString &name) const
    {
        Profile profile = m_pool->profile();
        profile.name = name;
        profile.environment = Environment::Test;
        const Result<Profile> added = ProfileStore().add(profile);
        if (!added)
            qFatal("The connection could not be saved");
        return *added;
    }

    bool isOpen(const QString &name) const
    {
        return m_controller->session() != nullptr && m_controller->session()->profile().name == name;
    }

    /// A user of the test's own pool.
    User user() const
    {
        const auto page = answerOf<Result<Page<User>>>([this](const auto &handler) {
            m_pool->session->client()->listUsers({}, m_pool->session.get(), handler);
        });
        if (!page || !*page || page->value().list.isEmpty())
            qFatal("The sandbox has no users");
        return page->value().list.first();
    }

    /// Opens @p user in the window, and the sheet for all applications; true when it may be sent.
    bool openSheet(const User &user) const
    {
        const MainWindow *window = m_controller->window();
        auto *search = find<QLineEdit>(window, "searchEdit");
        search->setText(user.userId);
        QTest::keyClick(search, Qt::Key_Return);
        auto *everywhere = find<QAction>(window, "everywhereAction");
        if (!QTest::qWaitFor([everywhere] { return everywhere->isEnabled(); }, 20000))
            return false;
        everywhere->trigger();
        const auto *send = find<QPushButton>(window, "sendButton");
        return QTest::qWaitFor([send] { return send->isEnabled(); }, 20000);
    }

    /// The dialog that is open; null when there is none.
    static QDialog *openDialog()
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            auto *dialog = qobject_cast<QDialog *>(window);
            if (dialog != nullptr && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    /// The widget or action of that name; ends the test program when there is none.
    template <typename T>
    static T *find(const QWidget *window, const char *name)
    {
        T *found = window->findChild<T *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("There is no %s", name);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxSession> m_pool;
    std::unique_ptr<MemorySecretStore> m_keychain;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<AppController> m_controller;
};
