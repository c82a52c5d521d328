// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kick/receipt.h"
#include "kick/single/returnwatch.h"

#include <QList>
#include <QPointer>
#include <QString>

/// A receipt that is kept until the agent closes it.
struct KeptReceipt
{
    /// Receipts::key().
    QString key;
    Receipt receipt;
    QPointer<ReturnWatch> watch;
    /// Closed while the kick was under way; the result opens it again.
    bool isClosed = false;
};

/// The receipts of a window, one for each user.
class ReceiptShelf
{
public:
    /// Receipts that are kept; the oldest goes first.
    static constexpr qsizetype maximumReceipts = 50;

    /// Puts @p kept in the place of an older receipt of the same user.
    void add(const KeptReceipt &kept);
    void remove(const QString &key);

    /// Null where there is none.
    KeptReceipt *find(const QString &key);
    const KeptReceipt *find(const QString &key) const;

    /// The receipt of @p key; an empty one where there is none.
    const Receipt &receipt(const QString &key) const;

private:
    QList<KeptReceipt> m_kept;
};
