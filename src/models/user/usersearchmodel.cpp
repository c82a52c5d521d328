// SPDX-License-Identifier: Apache-2.0
#include "models/user/usersearchmodel.h"

#include "models/words/contacttext.h"
#include "models/words/protectionwords.h"
#include "models/words/timetext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

UserSearchModel::UserSearchModel(Client *client, QObject *parent)
    : QAbstractListModel(parent)
    , m_client(client)
{
}

void UserSearchModel::setProfile(const Profile &profile)
{
    m_profile = profile;
    retranslate();
}

void UserSearchModel::setPhoneMasked(bool isMasked)
{
    m_isPhoneMasked = isMasked;
    if (!m_users.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_users.size()) - 1));
}

void UserSearchModel::search(const QString &keywords)
{
    m_keywords = keywords;
    request(1);
}

void UserSearchModel::setUsers(const QList<User> &users)
{
    abort();
    m_error.reset();
    takePage(1, {.list = users, .totalCount = users.size()});
    m_isExhausted = true;
    Q_EMIT statusChanged();
}

void UserSearchModel::clear()
{
    setUsers({});
}

void UserSearchModel::pause()
{
    if (!isLoading())
        return;
    abort();
    // The rows behind a search that was not answered are those of another one, which has no next page now.
    m_isExhausted = m_isExhausted || m_requestedPage == 1;
    m_requestedPage = std::max(1, m_requestedPage - 1);
    Q_EMIT statusChanged();
}

void UserSearchModel::retry()
{
    if (m_error)
        request(m_requestedPage);
}

int UserSearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

QVariant UserSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const User &user = m_users.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return Users::displayName(user).plain();
    case Qt::AccessibleTextRole:
        return accessibleText(user);
    case UserIdRole:
        return ServerText(user.userId).plain();
    case ContactRole:
        return contact(user);
    case StatusRole:
        return static_cast<int>(user.status);
    case LastLoginRole:
        return user.lastLogin;
    case LastLoginTextRole:
        return timeText(user.lastLogin);
    case ProtectionTextRole:
        return ProtectionWords::label(Protections::of(m_profile, user));
    case NameMarkRole:
        return static_cast<int>(nameMark(user));
    default:
        return {};
    }
}

bool UserSearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isExhausted && !isLoading() && !m_error;
}

void UserSearchModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(m_requestedPage + 1);
}

void UserSearchModel::retranslate()
{
    if (!m_users.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void UserSearchModel::request(int page)
{
    abort();
    m_error.reset();
    m_requestedPage = page;
    const UserQuery query{.keywords = m_keywords,
                          .filterField = {},
                          .filterValue = {},
                          .page = page,
                          .limit = Client::maximumLimit};
    m_call = m_client->listUsers(query, this, [this, page](const Result<Page<User>> &answer) {
        m_call.clear();
        if (answer) {
            takePage(page, *answer);
        } else {
            m_error = answer.error();
            if (page == 1)
                takePage(1, {});
        }
        Q_EMIT statusChanged();
        if (page == 1)
            Q_EMIT searched();
    });
    Q_EMIT statusChanged();
}

void UserSearchModel::takePage(int page, const Page<User> &users)
{
    m_totalCount = users.totalCount;
    if (page == 1) {
        beginResetModel();
        m_users.clear();
        m_userIds.clear();
        m_names.clear();
    }
    // The list moves while it is paged, so a user may come twice.
    QList<User> added;
    for (const User &user : users.list) {
        if (m_userIds.contains(user.userId) || m_users.size() + added.size() >= maximumRows)
            continue;
        m_userIds.insert(user.userId);
        m_names.add(Users::displayName(user));
        added.append(user);
    }
    if (page == 1)
        m_paging.begin();
    m_paging.take(users);
    const bool isFull = m_users.size() + added.size() >= maximumRows;
    m_isExhausted = isFull || m_paging.isRead();
    // An answer that is an error leaves no rows, and says so itself.
    if (!m_error && !isFull && m_paging.isRead() && !m_paging.isWhole())
        m_error = m_paging.incomplete();
    if (page == 1) {
        m_users = added;
        endResetModel();
    } else if (!added.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        m_users += added;
        endInsertRows();
        // A user of this page may have the name of one before.
        if (m_names.hasTwins())
            Q_EMIT dataChanged(index(0), index(first - 1), {NameMarkRole, Qt::AccessibleTextRole});
    }
}

void UserSearchModel::abort()
{
    if (m_call)
        m_call->abort();
    m_call.clear();
}

QString UserSearchModel::contact(const User &user) const
{
    const QString text = contactText(user, m_isPhoneMasked);
    return text.isEmpty() ? user.username.plain() : text;
}

QString UserSearchModel::accessibleText(const User &user) const
{
    QStringList parts{Users::displayName(user).plain(),
                      NameMarks::label(nameMark(user)),
                      ProtectionWords::label(Protections::of(m_profile, user)),
                      contact(user),
                      tr("user ID %1").arg(ServerText(user.userId).plain()),
                      Users::statusLabel(user.status)};
    parts << (user.lastLogin.isValid() ? tr("last sign-in %1").arg(timeText(user.lastLogin))
                                       : tr("never signed in"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
