// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/users.h"

#include <QByteArrayView>

#include <optional>
#include <span>

namespace Simulated {

/// A department of the only organization.
struct DepartmentRow
{
    QByteArrayView departmentId;
    /// Place of the department above; -1 for the root.
    int parent = -1;
    const char *name = "";
};

/// The organization of the pool: a tree, and each user in one department of it. Data of the sandbox, not
/// texts of the program.
namespace Departments {

inline constexpr QByteArrayView organizationCode = "example-group";

/// The root first, each behind the one above it.
std::span<const DepartmentRow> rows();

/// The place of a department; "root" is the first one's too.
std::optional<int> find(QByteArrayView departmentId);

/// Where @p user is.
int of(const Users &users, quint32 user);

/// True for @p top itself and for what is below it.
bool isWithin(int department, int top);

bool hasChildren(int department);

} // namespace Departments

} // namespace Simulated
