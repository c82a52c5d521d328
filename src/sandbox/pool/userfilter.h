// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/bitmap.h"
#include "sandbox/pool/column.h"
#include "sandbox/pool/pool.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <map>

namespace Simulated {

/// The texts of all users, a column for each field that can be searched.
using Columns = std::map<UserField, Column>;

/// One condition of `advancedFilter`, {field, operator, value}.
class UserFilter
{
public:
    explicit UserFilter(const QJsonObject &condition);

    /// The name of the parameter that is malformed; empty when the condition is sound.
    QString problem() const;

    /// Takes out of @p found everyone who does not meet the condition.
    void apply(Bitmap &found, const Pool &pool, const Columns &columns) const;

private:
    Bitmap matching(const Pool &pool, const Columns &columns) const;
    Bitmap equal(const Pool &pool, const QJsonValue &value) const;
    Bitmap anyEqual(const Pool &pool) const;
    Bitmap containing(const Pool &pool, const Columns &columns) const;
    Bitmap present(const Pool &pool) const;
    Bitmap inRange(const Pool &pool) const;
    Bitmap signedInToAny(const Pool &pool) const;
    Bitmap inDepartments(const Pool &pool) const;

    QString m_field;
    QString m_operator;
    QJsonValue m_value;
};

} // namespace Simulated
