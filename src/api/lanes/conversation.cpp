// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/conversation.h"

#include <algorithm>
#include <utility>

void Conversation::ask(qint64 maximumAnswerSize)
{
    Q_ASSERT(m_state == State::Silent);
    m_parser.emplace(maximumAnswerSize);
    m_fault = TransportFault::None;
    m_state = State::Answering;
}

void Conversation::take(QByteArrayView bytes, std::chrono::milliseconds sinceAsked)
{
    if (bytes.isEmpty() || m_state == State::Over)
        return;
    if (m_state != State::Answering) {
        end(TransportFault::AnswerDamaged);
        return;
    }
    switch (m_parser->take(bytes)) {
    case AnswerParser::State::Reading:
        return;
    case AnswerParser::State::Complete:
        m_tookBefore = std::exchange(m_took, sinceAsked);
        if (m_parser->hasSurplus())
            end(TransportFault::AnswerDamaged);
        else
            m_state = State::Settling;
        return;
    case AnswerParser::State::Damaged:
        end(TransportFault::AnswerDamaged);
        return;
    case AnswerParser::State::TooLarge:
        end(TransportFault::AnswerTooLarge);
        return;
    }
}

void Conversation::close(bool isOrderly)
{
    switch (m_state) {
    case State::Silent:
    case State::Settling:
        // Nothing can follow any more.
        end(TransportFault::None);
        return;
    case State::Answering: {
        const bool isWhole = isOrderly && m_parser->close() == AnswerParser::State::Complete;
        end(isWhole ? TransportFault::None : TransportFault::ConnectionLost);
        return;
    }
    case State::Over:
        return;
    }
}

void Conversation::settle()
{
    if (m_state == State::Settling)
        m_state = m_parser->keepsAlive() ? State::Silent : State::Over;
}

std::chrono::milliseconds Conversation::settlingTime() const
{
    return std::clamp(std::max(m_took, m_tookBefore), shortestSettling, longestSettling);
}

void Conversation::end(TransportFault fault)
{
    m_fault = fault;
    m_state = State::Over;
}
