// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"

#include <QDateTime>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

/// Who runs a list.
struct ListOwner
{
    qint64 pid = 0;
    QString host;
    /// "kickdesk" or "kickdesk-cli".
    QString program;
    /// When it was last seen at work, UTC.
    QDateTime seenAt;
};

/// The right to run one list: a lock of the operating system on a file beside the journal, which ends with
/// the process that holds it, however it ends. What stands in the file only tells others who that is.
class ListLock
{
public:
    /// Takes the list @p jobId of @p journalFile; ListOwned, with the owner in its detail, while another
    /// program has it. An owner who has just begun is given a fifth of a second to say who it is; else the
    /// detail is the file that it has locked.
    static Result<std::shared_ptr<ListLock>> take(const QString &journalFile, qint64 jobId);

    /// Who has the list; none if it is free.
    static std::optional<ListOwner> owner(const QString &journalFile, qint64 jobId);

    ~ListLock();
    ListLock(const ListLock &) = delete;
    ListLock &operator=(const ListLock &) = delete;

    /// Tells others that the owner is at work.
    void beat();

private:
    explicit ListLock(QString name);

    QString m_name;
    QFile m_file;
};
