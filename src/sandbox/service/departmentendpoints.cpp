// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/departments.h"
#include "sandbox/pool/pool.h"
#include "sandbox/service/endpoints.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

int membersOf(const Pool &pool, int department)
{
    int members = 0;
    for (quint32 user = 0; user < pool.users().count(); ++user)
        members += Departments::of(pool.users(), user) == department ? 1 : 0;
    return members;
}

QJsonObject departmentJson(const Pool &pool, int department)
{
    const DepartmentRow &row = Departments::rows()[static_cast<std::size_t>(department)];
    return {{u"organizationCode"_s, QString::fromLatin1(Departments::organizationCode)},
            {u"departmentId"_s, QString::fromLatin1(row.departmentId)},
            {u"parentDepartmentId"_s,
             row.parent < 0 ? u"root"_s
                            : QString::fromLatin1(
                                  Departments::rows()[static_cast<std::size_t>(row.parent)].departmentId)},
            {u"name"_s, QString::fromUtf8(row.name)},
            {u"membersCount"_s, membersOf(pool, department)},
            {u"hasChildren"_s, Departments::hasChildren(department)},
            {u"isVirtualNode"_s, false}};
}

/// The departments that @p isWanted takes.
template <typename Predicate>
QJsonArray departmentsJson(const Pool &pool, Predicate isWanted)
{
    QJsonArray result;
    for (int place = 0; place < static_cast<int>(Departments::rows().size()); ++place) {
        if (isWanted(Departments::rows()[static_cast<std::size_t>(place)]))
            result.append(departmentJson(pool, place));
    }
    return result;
}

} // namespace

Envelope Endpoints::listOrganizations(Backend &backend, const Call &call)
{
    const Paging paging = readPaging(call, call.parameters, LimitPhrase::notGreater());
    if (paging.problem)
        return *paging.problem;
    QJsonObject organization = departmentJson(backend.pool, 0);
    organization.insert("organizationName"_L1, organization.take("name"_L1));
    return call.fetched(QJsonObject{{u"totalCount"_s, 1},
                                    {u"list"_s, paging.page == 1 ? QJsonArray{organization} : QJsonArray()}});
}

Envelope Endpoints::listChildrenDepartments(Backend &backend, const Call &call)
{
    const std::optional<int> parent = Departments::find(call.text("departmentId"_L1));
    if (call.text("organizationCode"_L1) != Departments::organizationCode)
        return call.malformed(u"organizationCode"_s);
    if (!parent)
        return call.malformed(u"departmentId"_s);
    const QJsonArray children =
        departmentsJson(backend.pool, [parent](const DepartmentRow &row) { return row.parent == *parent; });
    return call.fetched(QJsonObject{{u"totalCount"_s, children.size()}, {u"list"_s, children}});
}

Envelope Endpoints::searchDepartments(Backend &backend, const Call &call)
{
    if (call.text("organizationCode"_L1) != Departments::organizationCode)
        return call.malformed(u"organizationCode"_s);
    const QString wanted = QString::fromUtf8(call.text("search"_L1));
    if (wanted.isEmpty())
        return call.malformed(u"search"_s);
    return call.fetched(departmentsJson(backend.pool, [&wanted](const DepartmentRow &row) {
        return QString::fromUtf8(row.name).contains(wanted, Qt::CaseInsensitive);
    }));
}

} // namespace Simulated
