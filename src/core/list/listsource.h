// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listtable.h"

#include <QList>
#include <QString>

#include <optional>

/// One table that a list was read from.
struct ListSourceTable
{
    /// Name of the file, without its folder; empty for copied text.
    QString file;
    ListTable table;
    std::optional<qsizetype> headingRow;
    /// The rows of the list that come from it.
    qsizetype rowCount = 0;
};

/// What a list was read from, one table after the other; empty where it came from no table.
using ListSource = QList<ListSourceTable>;
