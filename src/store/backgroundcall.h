// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pendingcall.h"
#include "store/readingthread.h"

#include <QPointer>

#include <functional>
#include <utility>

/// What takes longer than a window may stand still.
namespace Background {

/// Runs @p work in @p thread, which @p owner owns, and answers in the thread of @p owner. A call that is
/// aborted does not keep the work from being done.
template <typename T>
PendingCall *run(QObject *owner, ReadingThread *thread, std::function<T()> work, QObject *context,
                 typename PendingAnswer<T>::Handler handler)
{
    auto *call = new PendingAnswer<T>(context, std::move(handler));
    thread->post([owner, work = std::move(work), call = QPointer(call)] {
        QMetaObject::invokeMethod(
            owner,
            [call, answer = work()] {
                if (call)
                    call->finish(answer);
            },
            Qt::QueuedConnection);
    });
    return call;
}

} // namespace Background
