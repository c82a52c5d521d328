// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplan.h"
#include "core/values/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QIODevice;

/// A plan as a file: JSON that a colleague can read, with one user a line. It holds no secret.
namespace ListPlanFiles {

/// Largest plan that is read.
inline constexpr qint64 maximumBytes = qint64{128} * 1024 * 1024;
inline constexpr qsizetype maximumItems = 100'000;
inline constexpr qsizetype maximumApps = 10'000;

QByteArray write(const ListPlan &plan);

/// PlanUnreadable where anything is missing, unknown, out of its range or there twice: what is not understood
/// is not carried out. @p name is told in the error.
/// The device is read twice, from its beginning on.
Result<ListPlan> read(QIODevice *device, const QString &name);
Result<ListPlan> read(QByteArray json, const QString &name);

/// FileUnwritable when that fails; what was there before then still is. Only the owner may read the file.
std::optional<Error> save(const ListPlan &plan, const QString &file);

/// read() of a file.
Result<ListPlan> load(const QString &file);

} // namespace ListPlanFiles
