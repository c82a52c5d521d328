// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplanitem.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <iterator>

/// The users of a plan in one piece of memory: a hundred bytes for each instead of several hundred. Reads
/// like a list; what is read is made anew each time. Halves of surrogate pairs come back as U+FFFD.
class ListPlanItems
{
public:
    class Iterator
    {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = ListPlanItem;
        using difference_type = qsizetype;
        using pointer = void;
        using reference = ListPlanItem;

        Iterator() = default;
        Iterator(const ListPlanItems *items, qsizetype at)
            : m_items(items)
            , m_at(at)
        {
        }

        ListPlanItem operator*() const { return m_items->at(m_at); }
        Iterator &operator++()
        {
            ++m_at;
            return *this;
        }
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++m_at;
            return before;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const ListPlanItems *m_items = nullptr;
        qsizetype m_at = 0;
    };

    void append(const ListPlanItem &item);
    ListPlanItems &operator<<(const ListPlanItem &item)
    {
        append(item);
        return *this;
    }
    /// Gives back what was kept for further users.
    void squeeze();

    qsizetype size() const { return m_begins.size(); }
    bool isEmpty() const { return m_begins.isEmpty(); }
    ListPlanItem at(qsizetype position) const;
    ListPlanItem constFirst() const { return at(0); }
    ListPlanItem constLast() const { return at(size() - 1); }
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

    /// The applications of all of them, each once, in the order of the users.
    QStringList appIds() const;

    /// True when two of them have the same identifier of the same type.
    bool hasUserTwice() const;

    /// What all of it takes in memory, but for the applications.
    qsizetype byteCount() const;

private:
    qsizetype appListNumber(const QStringList &appIds);
    qsizetype fileNumber(const QString &file);
    QByteArrayView identity(qsizetype position) const;

    QByteArray m_bytes;
    QList<quint32> m_begins;
    /// Most users share one.
    QList<QStringList> m_appLists;
    QHash<QStringList, qsizetype> m_appListNumbers;
    qsizetype m_lastAppList = 0;
    QStringList m_files;
};
