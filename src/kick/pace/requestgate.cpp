// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/requestgate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Refusals that do not come from the API.
constexpr std::array foreignCodes{ErrorCode::Redirected, ErrorCode::HttpStatus};

Pacer::Verdict verdictOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::RetryLater:
        return Pacer::Verdict::SlowDown;
    case ErrorKind::NotSent:
    case ErrorKind::Ambiguous:
        return Pacer::Verdict::Failed;
    case ErrorKind::Rejected:
        return std::ranges::find(foreignCodes, error.code) == foreignCodes.end() ? Pacer::Verdict::Good
                                                                                 : Pacer::Verdict::Failed;
    case ErrorKind::Halted:
        return Pacer::Verdict::None;
    }
    return Pacer::Verdict::None;
}

} // namespace

RequestGate::RequestGate(const PaceLimits &limits, QObject *parent)
    : QObject(parent)
    , m_pacer(limits)
    , m_shutFrom(m_pacer.shutUntil())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RequestGate::pump);
}

PendingCall *RequestGate::enter(Purpose purpose, QObject *context, Handler handler, Announcement announce)
{
    auto *wait = new Wait(context, std::move(handler));
    (purpose == Purpose::Check ? m_checks : m_kicks)
        .push_back({.wait = wait, .announce = std::move(announce)});
    // Nothing may be called back before this has returned.
    if (!m_timer.isActive())
        m_timer.start(0ms);
    return wait;
}

void RequestGate::holdKicks(bool isHeld)
{
    m_areKicksHeld = isHeld;
    m_timer.start(0ms);
}

std::chrono::milliseconds RequestGate::shutTime() const
{
    const auto now = Pacer::Clock::now();
    const auto current = std::min(now, m_pacer.shutUntil()) - m_shutFrom;
    return m_shutTime + std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::max(current, Pacer::Clock::duration::zero()));
}

void RequestGate::pump()
{
    letThrough();
    announceNext();
}

void RequestGate::letThrough()
{
    while (true) {
        const auto delay = m_pacer.wait();
        // One that comes back pumps again.
        if (!delay)
            return;
        if (*delay > Pacer::Clock::duration::zero()) {
            if (!m_checks.empty() || !m_kicks.empty())
                m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(*delay));
            return;
        }
        Wait *next = takeNext();
        if (next == nullptr)
            return;
        next->finish(std::make_shared<GatePass>(this, m_pacer.begin()));
    }
}

RequestGate::Wait *RequestGate::takeNext()
{
    for (Queue *queue : {&m_checks, &m_kicks}) {
        if (queue == &m_kicks && m_areKicksHeld)
            continue;
        while (!queue->empty()) {
            const QPointer<Wait> next = queue->front().wait;
            queue->pop_front();
            if (queue == &m_kicks)
                m_announced = std::max(m_announced - 1, qsizetype(0));
            if (next)
                return next;
        }
    }
    return nullptr;
}

void RequestGate::announceNext()
{
    const int soon = m_areKicksHeld ? 0 : m_pacer.soonDue();
    while (m_announced < std::min<qsizetype>(soon, std::ssize(m_kicks))) {
        const Waiting &next = m_kicks.at(static_cast<std::size_t>(m_announced++));
        if (next.wait && next.announce)
            next.announce();
    }
}

void RequestGate::leave(Pacer::Time begun, Pacer::Verdict verdict,
                        std::optional<std::chrono::seconds> retryAfter)
{
    const bool wasBroken = m_pacer.isBroken();
    const std::chrono::milliseconds shutBefore = shutTime();
    m_pacer.end(begun, verdict, retryAfter);
    m_shutTime = shutBefore;
    m_shutFrom = Pacer::Clock::now();
    // The pass may go with a call that is being deleted, and a receiver of the signal deletes calls, that one
    // too.
    if (m_pacer.isBroken() && !wasBroken)
        QMetaObject::invokeMethod(this, &RequestGate::broken, Qt::QueuedConnection);
    m_timer.start(0ms);
}

GatePass::GatePass(RequestGate *gate, Pacer::Time begun)
    : m_gate(gate)
    , m_begun(begun)
{
}

GatePass::~GatePass()
{
    if (m_gate)
        m_gate->leave(m_begun, m_verdict, m_retryAfter);
}

void GatePass::settle(const std::optional<Error> &error)
{
    m_verdict = error ? verdictOf(*error) : Pacer::Verdict::Good;
    m_retryAfter = error ? error->retryAfter : std::nullopt;
}

void GatePass::giveBack()
{
    if (m_gate)
        m_gate->leave(m_begun, Pacer::Verdict::Good, {});
    m_gate.clear();
}
