// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/listproblem.h"

#include <QByteArray>

#include <optional>

/// What a file is, by its first bytes: its name may say anything.
namespace ListFormats {

/// True for a ZIP archive, as an Excel workbook is.
bool isArchive(const QByteArray &bytes);

/// The binary format that @p bytes have, where it is none that is read.
std::optional<ListProblem> binaryProblem(const QByteArray &bytes);

/// The text format that @p utf8 has, where it is no table.
std::optional<ListProblem> textProblem(const QByteArray &utf8);

} // namespace ListFormats
