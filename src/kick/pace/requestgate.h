// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/error.h"
#include "kick/pace/pacer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <memory>

class GatePass;

/// The gate through which every request of a list leaves, checks before kicks, as fast as its pacer allows.
class RequestGate : public QObject
{
    Q_OBJECT

public:
    enum class Purpose {
        Check,
        Kick,
    };
    using Pass = std::shared_ptr<GatePass>;
    using Handler = std::function<void(const Pass &)>;
    using Announcement = std::function<void()>;

    explicit RequestGate(const PaceLimits &limits = {}, QObject *parent = nullptr);

    /// Answers when a request may leave. Its pass is kept until the answer is there. A kick is told by
    /// @p announce, once at most, that its turn will come soon: it can get ready, and no pass waits for that.
    PendingCall *enter(Purpose purpose, QObject *context, Handler handler, Announcement announce = {});

    /// Keeps back kicks; what is checked goes on.
    void holdKicks(bool isHeld);
    bool areKicksHeld() const { return m_areKicksHeld; }

    const Pacer &pacer() const { return m_pacer; }

    /// How long the server has wanted to be left alone so far: time in which nothing could be asked.
    std::chrono::milliseconds shutTime() const;

Q_SIGNALS:
    /// Too many requests failed in a row; nothing leaves any more. Emitted from the event loop.
    void broken();

private:
    friend class GatePass;
    using Wait = PendingAnswer<Pass>;
    struct Waiting
    {
        QPointer<Wait> wait;
        Announcement announce;
    };
    using Queue = std::deque<Waiting>;

    void pump();
    void letThrough();
    void announceNext();
    Wait *takeNext();
    void leave(Pacer::Time begun, Pacer::Verdict verdict, std::optional<std::chrono::seconds> retryAfter);

    Pacer m_pacer;
    Queue m_checks;
    Queue m_kicks;
    /// The first of m_kicks, who know that their turn comes.
    qsizetype m_announced = 0;
    QTimer m_timer;
    bool m_areKicksHeld = false;
    std::chrono::milliseconds m_shutTime{0};
    Pacer::Time m_shutFrom;
};

/// The right of one request to be on the wire. Given back unsettled, it says nothing about the server.
class GatePass
{
public:
    GatePass(RequestGate *gate, Pacer::Time begun);
    ~GatePass();
    Q_DISABLE_COPY_MOVE(GatePass)

    /// Keeps how the request ended; no error stands for success. The gate learns it when the pass goes.
    void settle(const std::optional<Error> &error);

    /// A good answer has come, and the server is free for another request, whatever follows it here.
    void giveBack();

private:
    QPointer<RequestGate> m_gate;
    Pacer::Time m_begun;
    Pacer::Verdict m_verdict = Pacer::Verdict::None;
    std::optional<std::chrono::seconds> m_retryAfter;
};
