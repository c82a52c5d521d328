// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/async/workerthread.h"

#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

/// What takes longer than a window may stand still.
namespace Background {

/// Asked between two steps of a long work; false ends it with whatever it has.
using IsWanted = std::function<bool()>;

/// Tells the work when its answer is no longer awaited.
template <typename T>
class Call : public PendingAnswer<T>
{
public:
    using PendingAnswer<T>::PendingAnswer;
    ~Call() override { *m_isWanted = false; }

    std::shared_ptr<std::atomic_bool> isWanted() const { return m_isWanted; }

private:
    std::shared_ptr<std::atomic_bool> m_isWanted = std::make_shared<std::atomic_bool>(true);
};

/// Runs @p work in @p thread, which @p owner owns, and answers in the thread of @p owner. Work that no one
/// wants any more is begun all the same.
template <typename T>
PendingCall *run(QObject *owner, WorkerThread *thread, std::function<T(const IsWanted &)> work,
                 QObject *context, typename PendingAnswer<T>::Handler handler)
{
    auto *call = new Call<T>(context, std::move(handler));
    thread->post([owner, thread, work = std::move(work), call = QPointer(call), flag = call->isWanted()] {
        const IsWanted isWanted = [thread, flag] { return *flag && !thread->isEnding(); };
        QMetaObject::invokeMethod(
            owner,
            [call, answer = work(isWanted)] {
                if (call)
                    call->finish(answer);
            },
            Qt::QueuedConnection);
    });
    return call;
}

} // namespace Background
