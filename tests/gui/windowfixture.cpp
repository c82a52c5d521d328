// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"

#include "models/user/applicationmodel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

WindowFixture::WindowFixture(Language language, const QStringList &faults, const SandboxOptions &options)
    : m_pool(std::make_unique<SandboxSession>(faults, AuthScheme::Token, options))
    , m_session(m_pool->session.get())
{
    show(language, m_pool->address.secret);
}

WindowFixture::WindowFixture(Language language, const Profile &profile, const Secret &secret,
                             const QString &journalFile)
    : m_ownJournal(std::make_unique<Journal>(
          journalFile.isEmpty() ? m_folder.filePath(QStringLiteral("journal.db")) : journalFile))
    , m_ownSession(std::make_unique<Session>(profile, secret, m_ownJournal.get()))
    , m_session(m_ownSession.get())
{
    show(language, secret);
}

WindowFixture::WindowFixture(Language language, Session *session)
    : m_session(session)
{
    show(language, {});
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
}

void WindowFixture::show(Language language, const Secret &secret)
{
    m_translation.setLanguage(language);
    m_history = std::make_unique<HistoryReader>(m_session->journal()->file());
    const ListRunThread::Parts jobs{
        .profile = m_session->profile(), .credentials = secret, .journalFile = m_session->journal()->file()};
    m_window = std::make_unique<MainWindow>(m_session, m_history.get(), &m_translation, jobs);
    QObject::connect(m_window.get(), &MainWindow::languageChosen, &m_translation, &Translation::setLanguage);
    m_window->resize(m_window->minimumSize());
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("The window did not become active");
}

User WindowFixture::userAt(int place) const
{
    const auto page = answerOf<Result<Page<User>>>(
        [this](const auto &handler) { m_session->client()->listUsers({}, m_session, handler); });
    if (!page || !*page)
        qFatal("The sandbox has no users");
    for (const User &user : page->value().list) {
        if (user.lastLogin.isValid() && !user.phone.isEmpty() && !user.email.isEmpty() && place-- == 0)
            return user;
    }
    qFatal("The sandbox has no such user");
    return {};
}

void WindowFixture::type(const QString &text) const
{
    auto *edit = find<QLineEdit>("searchEdit");
    edit->setFocus();
    edit->clear();
    QTest::keyClicks(edit, text);
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
}

bool WindowFixture::open(const User &user) const
{
    type(user.userId);
    press(Qt::Key_Return);
    return QTest::qWaitFor(
        [this, &user] { return text("userIdLabel") == user.userId && isEverySessionChecked(); }, 20000);
}

bool WindowFixture::isEverySessionChecked() const
{
    const QAbstractItemModel *model = find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const bool isAnswered =
            index.data(ApplicationModel::HasFailedRole).toBool() ||
            index.data(ApplicationModel::StateRole).toInt() != static_cast<int>(SessionState::Unknown);
        if (index.data(ApplicationModel::IsCheckingRole).toBool() || !isAnswered)
            return false;
    }
    return model->rowCount() > 0;
}

bool WindowFixture::openSheet() const
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *table = find<QAbstractItemView>("applicationTable");
    table->setFocus();
    press(Qt::Key_Space);
    press(Qt::Key_K, Qt::ControlModifier);
    return isShown("kickSheet") &&
           QTest::qWaitFor([this] { return find<QPushButton>("sendButton")->isEnabled(); }, 20000);
}

bool WindowFixture::send() const
{
    press(Qt::Key_Return);
    return QTest::qWaitFor(
        [this] { return isShown("resultPanel") && find<QPushButton>("copyResultButton")->isEnabled(); },
        60000);
}
