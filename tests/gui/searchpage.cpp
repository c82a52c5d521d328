// SPDX-License-Identifier: Apache-2.0
#include "gui/searchpage.h"

#include "models/user/usersearchmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

SearchPage::SearchPage(Language language, const QStringList &faults)
    : m_pool(std::make_unique<SandboxSession>(faults, AuthScheme::Token,
                                              SandboxOptions{.users = 60, .applications = 2}))
    , m_server(std::make_unique<HeldServer>(m_pool->address.host))
{
    Profile profile = m_pool->profile();
    profile.host = m_server->url();
    m_session = std::make_unique<Session>(profile, m_pool->address.secret, &m_pool->journal);
    for (int page = 1; page <= 2; ++page) {
        const auto answer = answerOf<Result<Page<User>>>([&](const auto &handler) {
            m_session->client()->listUsers({.page = page, .limit = Client::maximumLimit}, m_session.get(),
                                           handler);
        });
        if (!answer || !*answer)
            qFatal("The sandbox has no users");
        m_users += answer->value().list;
    }
    for (const User &user : m_users) {
        const auto hasPhone = [&user](const User &other) {
            return other.phone.verbatim().contains(user.phone.verbatim());
        };
        if (user.lastLogin.isValid() && !user.phone.isEmpty() && !user.email.isEmpty() &&
            std::ranges::count_if(m_users, hasPhone) == 1)
            m_known << user;
    }
    m_window = std::make_unique<WindowFixture>(language, m_session.get());
}

SearchPage::~SearchPage()
{
    m_window.reset();
}

void SearchPage::lock(Language language)
{
    m_window.reset();
    m_window = std::make_unique<WindowFixture>(language, m_session.get());
}

void SearchPage::paste(const QString &text) const
{
    QApplication::clipboard()->setText(text);
    auto *edit = m_window->find<QLineEdit>("searchEdit");
    edit->setFocus();
    edit->selectAll();
    edit->paste();
}

QString SearchPage::openUserId() const
{
    // In a small window a confirmation takes the room of what lies behind.
    return m_window->find<QWidget>("userPanel")->isHidden() ? QString() : m_window->text("userIdLabel");
}

QStringList SearchPage::markedUserIds() const
{
    QStringList result;
    const QModelIndexList marked =
        m_window->find<QAbstractItemView>("resultList")->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : marked)
        result << index.data(UserSearchModel::UserIdRole).toString();
    return result;
}

QString SearchPage::sheetUserId() const
{
    return m_window->isShown("kickSheet") ? m_window->text("sheetUserIdLabel") : QString();
}

void SearchPage::pressKick() const
{
    m_window->press(Qt::Key_K, Qt::ControlModifier);
}

bool SearchPage::isArmed() const
{
    return m_window->find<QPushButton>("kickButton")->isEnabled() ||
           m_window->find<QAction>("kickAction")->isEnabled() ||
           m_window->find<QPushButton>("everywhereButton")->isEnabled() ||
           m_window->find<QAction>("everywhereAction")->isEnabled();
}

bool SearchPage::isReady(const User &user) const
{
    const bool isOpen = QTest::qWaitFor(
        [&] { return openUserId() == user.userId && m_window->rows("applicationTable") == 2; }, 20000);
    m_window->find<QAction>("tickAllAction")->trigger();
    return isOpen && isArmed();
}
