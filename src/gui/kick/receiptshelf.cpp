// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/receiptshelf.h"

#include <algorithm>

void ReceiptShelf::add(const KeptReceipt &kept)
{
    remove(kept.key);
    if (m_kept.size() >= maximumReceipts)
        m_kept.removeFirst();
    m_kept.append(kept);
}

void ReceiptShelf::remove(const QString &key)
{
    m_kept.removeIf([&key](const KeptReceipt &each) { return each.key == key; });
}

KeptReceipt *ReceiptShelf::find(const QString &key)
{
    const auto found = std::ranges::find(m_kept, key, &KeptReceipt::key);
    return found == m_kept.end() ? nullptr : &*found;
}

const KeptReceipt *ReceiptShelf::find(const QString &key) const
{
    const auto found = std::ranges::find(m_kept, key, &KeptReceipt::key);
    return found == m_kept.end() ? nullptr : &*found;
}

const Receipt &ReceiptShelf::receipt(const QString &key) const
{
    static const Receipt none;
    const KeptReceipt *kept = find(key);
    return kept != nullptr ? kept->receipt : none;
}
