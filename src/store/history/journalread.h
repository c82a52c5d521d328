// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/background.h"
#include "core/values/result.h"
#include "store/journal/database.h"

#include <QFileInfo>

#include <functional>
#include <memory>
#include <utility>

/// How the journal is read in a thread of its own.
namespace JournalRead {

using Background::IsWanted;

/// A null database stands for a journal that does not exist yet.
template <typename T>
using Read = std::function<Result<T>(const Database *, const IsWanted &)>;

/// Opens the journal anew for each call: a file that was put aside is let go, and on Windows an open one
/// could not be. Null when there is none.
inline Result<std::shared_ptr<Database>> open(const QString &file)
{
    // An empty file is none yet, and must not be made one by a reader.
    if (QFileInfo(file).size() == 0)
        return std::shared_ptr<Database>();
    Result<std::shared_ptr<Database>> opened = Database::open(file, Database::Access::ReadOnly);
    if (!opened && opened.error().code == ErrorCode::JournalUnavailable)
        return Error{
            .kind = ErrorKind::NotSent, .code = ErrorCode::JournalUnreadable, .detail = ServerText(file)};
    return opened;
}

/// Runs @p read in @p thread, which @p owner owns, and answers in the thread of @p owner.
template <typename T>
PendingCall *ask(QObject *owner, WorkerThread *thread, const QString &file, Read<T> read, QObject *context,
                 ResultHandler<T> handler)
{
    return Background::run<Result<T>>(
        owner, thread,
        [file, read = std::move(read)](const IsWanted &isWanted) -> Result<T> {
            // The reader is gone, so there is no one to tell.
            if (!isWanted())
                return Error{};
            const Result<std::shared_ptr<Database>> database = open(file);
            return database ? read(database->get(), isWanted) : database.error();
        },
        context, std::move(handler));
}

} // namespace JournalRead
