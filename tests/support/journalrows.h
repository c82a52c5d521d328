// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// What the journal's file says, read past the program's own journal.
struct JournalRows
{
    struct Attempt
    {
        qint64 itemId = 0;
        QString state;
        QString errorCode;
        QByteArray nonce;
        QByteArray bodyHash;
        qint64 startedAt = 0;
        /// 0 while there is no answer.
        qint64 answeredAt = 0;
    };

    struct Item
    {
        qint64 id = 0;
        QString userId;
        QString state;
        QString outcome;
        int attempts = 0;
        QString errorCode;
    };

    QList<Attempt> attempts;
    QList<Item> items;
    /// The chain and every row are as they were written.
    bool isIntact = false;

    /// The rows of @p file; nothing, and not intact, when it cannot be read.
    static JournalRows read(const QString &file);
};
