// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Who may use a file of Windows, by its access list.
namespace AccessList {

/// True when others than this user, the system and the administrators may do anything with the file or folder
/// @p path. On a file system without access lists everybody may do everything.
bool isOpenToOthers(const QString &path);

/// Gives @p path to this user, the system and the administrators alone, and what is in a folder with it,
/// unless it has a list of its own. False when the system refuses, as on a file system without access lists.
bool closeToOthers(const QString &path);

} // namespace AccessList
