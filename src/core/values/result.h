// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QtGlobal>

#include <functional>
#include <utility>
#include <variant>

/// A value, or the Error that stands in its place.
template <typename T>
class [[nodiscard]] Result
{
public:
    // Implicit on both sides, so that a function can return either.
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_content);
    }
    const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_content);
    }

    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Error> m_content;
};

/// Receives the one answer of an asynchronous call.
template <typename T>
using ResultHandler = std::function<void(const Result<T> &)>;
