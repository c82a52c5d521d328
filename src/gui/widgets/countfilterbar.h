// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QWidget>

class QGridLayout;
class QToolButton;

/// How many rows of a list are in which state, each a button that shows only those. What nothing is in has no
/// button.
class CountFilterBar : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        /// Names the entry in chosen().
        int key = 0;
        /// With its sign.
        QString text;
        qint64 count = 0;
    };

    explicit CountFilterBar(QWidget *parent = nullptr);

    /// The first entry stands for all rows, and is always there.
    void setEntries(const QList<Entry> &entries);
    /// Marks the entry that is shown.
    void setCurrent(int key);
    int current() const { return m_current; }

    /// The button of @p key; null where it has none.
    QToolButton *button(int key) const { return m_buttons.value(key); }

Q_SIGNALS:
    /// The agent wants to see the rows of @p key; the first entry's key for all.
    void chosen(int key);

private:
    void choose(int key);
    QToolButton *addButton(int key);

    QGridLayout *m_layout;
    QHash<int, QToolButton *> m_buttons;
    QList<int> m_keys;
    int m_first = 0;
    int m_current = 0;
};
