// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// A file of the source tree.
struct SourceFile
{
    /// Relative to the top of the tree, such as "src/core/values/host.cpp".
    QString path;
    QString text;
};

namespace SourceTree {

/// The file at @p path, relative to the top of the tree; its text is empty when there is none.
SourceFile read(const QString &path);

/// The files under @p folders whose names match @p patterns, by path; "." means the top without what is below
/// it.
QList<SourceFile> files(const QStringList &folders, const QStringList &patterns);

} // namespace SourceTree
