// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "core/async/paging.h"
#include "core/values/profile.h"
#include "models/user/namemarks.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QSet>

#include <optional>

/// The users that a search found, fetched a page at a time as the list is scrolled. Only answers to the
/// newest search count; a search that is superseded is aborted.
class UserSearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        UserIdRole = Qt::UserRole,
        /// "188****8888 · z***n@corp.cn", whichever there are.
        ContactRole,
        /// UserStatus as int.
        StatusRole,
        /// QDateTime in UTC.
        LastLoginRole,
        /// Last login in words; empty when there was none.
        LastLoginTextRole,
        /// "protected" or "yourself"; empty for everybody else.
        ProtectionTextRole,
        /// NameMark as int: whether the name can be taken for that of another row.
        NameMarkRole,
    };

    /// Rows that are kept at most: no list endpoint is known to answer deeper pages.
    static constexpr int maximumRows = 10000;

    /// @p client must outlive the model.
    explicit UserSearchModel(Client *client, QObject *parent = nullptr);

    /// Whose kick needs more than a confirmation, by the profile of the connection.
    void setProfile(const Profile &profile);

    /// Whether phones and e-mail addresses are shown masked, which they are at first.
    void setPhoneMasked(bool isMasked);

    /// Asks for the users that match @p keywords. The rows stay until the answer is there.
    void search(const QString &keywords);

    /// Shows @p users, found in another way.
    void setUsers(const QList<User> &users);

    void clear();

    /// Gives up what is asked for; the rows stay, and a later page is asked for again when the list is
    /// scrolled.
    void pause();

    /// Asks again for what failed: the first page or a later one.
    void retry();

    /// Whether the name of @p user can be taken for that of a row.
    NameMark nameMark(const User &user) const { return m_names.mark(Users::displayName(user)); }

    const User &user(int row) const { return m_users.at(row); }
    /// How many users match on all pages.
    qint64 totalCount() const { return m_totalCount; }
    bool isLoading() const { return !m_call.isNull(); }
    const std::optional<Error> &error() const { return m_error; }
    /// True when more users match than the list may hold.
    bool isCut() const { return m_totalCount > maximumRows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Makes the views read every text again.
    void retranslate();

Q_SIGNALS:
    /// Loading, error or the total count is another one.
    void statusChanged();
    /// The first page of the newest search has arrived or failed.
    void searched();

private:
    void request(int page);
    void takePage(int page, const Page<User> &users);
    void abort();
    QString contact(const User &user) const;
    QString accessibleText(const User &user) const;

    Client *m_client;
    Profile m_profile;
    bool m_isPhoneMasked = true;
    QPointer<PendingCall> m_call;
    QString m_keywords;
    QList<User> m_users;
    QSet<QString> m_userIds;
    NameMarks m_names;
    qint64 m_totalCount = 0;
    int m_requestedPage = 0;
    Paging m_paging{Client::maximumLimit};
    bool m_isExhausted = true;
    std::optional<Error> m_error;
};
