// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/listproblem.h"

#include <optional>

/// A ListProblem as an Error.
namespace ListRefusals {

/// ListRefused with @p problem as its detail.
inline Error error(ListProblem problem)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::ListRefused,
            .detail = ServerText(ListProblems::name(problem))};
}

/// The problem that @p error names, or nothing.
inline std::optional<ListProblem> problem(const Error &error)
{
    return error.code == ErrorCode::ListRefused ? ListProblems::fromName(error.detail.verbatim())
                                                : std::nullopt;
}

} // namespace ListRefusals
