// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <utility>

/// An asynchronous call under way. It is a child of its context: when the context dies, so does the call, and
/// nothing is called back. Otherwise its handler is called exactly once, never before the function that
/// started the call has returned. Keep it in a QPointer; it deletes itself after the answer.
class PendingCall : public QObject
{
    Q_OBJECT

public:
    explicit PendingCall(QObject *context)
        : QObject(context)
    {
    }

    /// Ends the call at once without an answer. A request that is already on the wire may still be carried
    /// out.
    void abort() { delete this; }
};

/// A PendingCall that hands an Answer to its handler. What it waits for in turn has the call as its context
/// and so ends with it.
template <typename Answer>
class PendingAnswer : public PendingCall
{
public:
    using Handler = std::function<void(const Answer &)>;

    PendingAnswer(QObject *context, Handler handler)
        : PendingCall(context)
        , m_handler(std::move(handler))
    {
    }

    /// Answers and ends the call. The handler may delete the call, so this is the last thing that its owner
    /// does.
    void finish(const Answer &answer)
    {
        const Handler handler = std::exchange(m_handler, {});
        if (!handler)
            return;
        deleteLater();
        handler(answer);
    }

    /// finish() from the event loop, for answers that are known before the starting function has returned.
    void finishLater(const Answer &answer)
    {
        QMetaObject::invokeMethod(
            this, [this, answer] { finish(answer); }, Qt::QueuedConnection);
    }

private:
    Handler m_handler;
};
