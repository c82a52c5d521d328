// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pendingcall.h"
#include "core/result.h"
#include "store/database.h"
#include "store/readingthread.h"

#include <QFileInfo>
#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

/// How the journal is read in a thread of its own.
namespace JournalRead {

/// Asked between two steps of a long read; false ends it with whatever it has.
using IsWanted = std::function<bool()>;

/// A null database stands for a journal that does not exist yet.
template <typename T>
using Read = std::function<Result<T>(const Database *, const IsWanted &)>;

/// Tells the reading thread when nobody waits for the answer any more.
template <typename T>
class Call : public PendingAnswer<Result<T>>
{
public:
    using PendingAnswer<Result<T>>::PendingAnswer;
    ~Call() override { *m_isWanted = false; }

    std::shared_ptr<std::atomic_bool> isWanted() const { return m_isWanted; }

private:
    std::shared_ptr<std::atomic_bool> m_isWanted = std::make_shared<std::atomic_bool>(true);
};

/// Opens the journal anew for each call: a file that was put aside is let go, and on Windows an open one
/// could not be. Null when there is none.
inline Result<std::shared_ptr<Database>> open(const QString &file)
{
    if (!QFileInfo::exists(file))
        return std::shared_ptr<Database>();
    Result<std::shared_ptr<Database>> opened = Database::open(file, Database::Access::ReadOnly);
    if (!opened && opened.error().code == ErrorCode::JournalUnavailable)
        return Error{
            .kind = ErrorKind::NotSent, .code = ErrorCode::JournalUnreadable, .detail = ServerText(file)};
    return opened;
}

/// Runs @p read in @p thread, which @p owner owns, and answers in the thread of @p owner.
template <typename T>
PendingCall *ask(QObject *owner, ReadingThread *thread, const QString &file, Read<T> read, QObject *context,
                 ResultHandler<T> handler)
{
    auto *call = new Call<T>(context, std::move(handler));
    thread->post([owner, thread, read, file, call = QPointer(call), flag = call->isWanted()] {
        const IsWanted isWanted = [thread, flag] { return *flag && !thread->isEnding(); };
        if (!isWanted())
            return;
        const Result<std::shared_ptr<Database>> database = open(file);
        const Result<T> answer = database ? read(database->get(), isWanted) : database.error();
        QMetaObject::invokeMethod(
            owner,
            [call, answer] {
                if (call)
                    call->finish(answer);
            },
            Qt::QueuedConnection);
    });
    return call;
}

} // namespace JournalRead
