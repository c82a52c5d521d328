// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/departments.h"

#include "sandbox/pool/usernumbers.h"

#include <algorithm>
#include <array>

namespace Simulated {

namespace {

constexpr std::array table{
    DepartmentRow{"624d930c3f2a15c08dd4986e", -1, "示例集团"},
    DepartmentRow{"624d930c3f2a15c08dd49870", 0, "研发部"},
    DepartmentRow{"624d930c3f2a15c08dd49871", 1, "研发一组"},
    DepartmentRow{"624d930c3f2a15c08dd49872", 1, "研发二组"},
    DepartmentRow{"624d930c3f2a15c08dd49873", 0, "市场部"},
    DepartmentRow{"624d930c3f2a15c08dd49874", 4, "华东区"},
    DepartmentRow{"624d930c3f2a15c08dd49875", 4, "华南区"},
    DepartmentRow{"624d930c3f2a15c08dd49876", 0, "人力资源部"},
    DepartmentRow{"624d930c3f2a15c08dd49877", 0, "财务部"},
    DepartmentRow{"624d930c3f2a15c08dd49878", 0, "Service Desk"},
};

} // namespace

std::span<const DepartmentRow> Departments::rows()
{
    return table;
}

std::optional<int> Departments::find(QByteArrayView departmentId)
{
    if (departmentId == "root")
        return 0;
    const auto *const found = std::ranges::find(table, departmentId, &DepartmentRow::departmentId);
    return found == table.end() ? std::nullopt : std::optional(static_cast<int>(found - table.begin()));
}

int Departments::of(const Users &users, quint32 user)
{
    return static_cast<int>(users.dice(user, UserNumbers::Placement) % table.size());
}

bool Departments::isWithin(int department, int top)
{
    while (department > top)
        department = table.at(static_cast<std::size_t>(department)).parent;
    return department == top;
}

bool Departments::hasChildren(int department)
{
    return std::ranges::any_of(table,
                               [department](const DepartmentRow &row) { return row.parent == department; });
}

} // namespace Simulated
