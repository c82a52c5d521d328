// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

/// How much is known of a list that a server hands out page by page. The list is whole only when every page
/// told the same number of items and exactly so many different ones have come: an empty page, a smaller
/// number or a page that comes twice must not pass for the end.
class Paging
{
public:
    /// @p limit: items on a page.
    explicit Paging(int limit)
        : m_limit(limit)
    {
    }

    /// Forgets everything: the list is read again from its first page.
    void begin() { *this = Paging(m_limit); }

    /// Takes a page; the first one before all others, which may come in any order. @p ids: what tells the
    /// items of the list apart.
    void take(qint64 totalCount, const QStringList &ids);

    template <typename T>
    void take(const Page<T> &page)
    {
        QStringList ids;
        ids.reserve(page.list.size());
        for (const T &item : page.list)
            ids << id(item);
        take(page.totalCount, ids);
    }

    /// From 1; 1 before the first page has come.
    qint64 lastPage() const { return m_lastPage; }
    qint64 pagesRead() const { return m_pagesRead; }
    /// What the first page told.
    qint64 totalCount() const { return m_totalCount; }
    const QSet<QString> &ids() const { return m_ids; }

    /// Every page has come.
    bool isRead() const { return m_pagesRead >= m_lastPage; }
    bool isWhole() const { return isRead() && m_hasAgreed && m_ids.size() == m_totalCount; }

    /// What is wrong with a list that is read and not whole; it names how many of how many came.
    Error incomplete() const;

    /// @name What tells items apart
    static QString id(const Application &application) { return application.appId; }
    static QString id(const User &user) { return user.userId; }
    static QString id(const Department &department) { return department.departmentId; }
    static QString id(const LoginRecord &record);
    static QString id(const AuditRecord &record);

private:
    int m_limit;
    qint64 m_totalCount = 0;
    qint64 m_lastPage = 1;
    qint64 m_pagesRead = 0;
    bool m_hasAgreed = true;
    QSet<QString> m_ids;
};
