// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

/// What tells the regular file at @p path from any other that may take its place under the same name; empty
/// when there is none.
QByteArray fileIdentity(const QString &path);
