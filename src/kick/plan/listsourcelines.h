// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listsource.h"
#include "core/plan/listplanitems.h"
#include "kick/plan/listresolution.h"

#include <QByteArray>

/// The rows of the source of a list, for ListSourceFiles.
namespace ListSourceLines {

/// A JSON object a line for each row of @p source: `cells`, `row` (from 1), `file` where there are several,
/// `heading` for the row of headings; `at`, the place of the row's user in @p items; and for a row without a
/// user of its own `result` (a name of ListBuckets, `removed` or `offline`) and `reason` (a code). A
/// repetition has the `at` of the row `of` that it repeats. @p resolution is of the same source.
/// Some hundred milliseconds for a long list.
QByteArray of(const ListSource &source, const ListResolution &resolution, const ListPlanItems &items);

} // namespace ListSourceLines
