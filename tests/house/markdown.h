// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What a test wants to know about a text in Markdown. Lines of code blocks are no headings, links or tables.
namespace Markdown {

struct Heading
{
    int level = 0;
    QString text;
    /// As written behind it; empty when there is none.
    QString anchor;
};

QList<Heading> headings(const QString &text);

/// What "#…" may name: the anchors written behind headings, and those that are made of their texts.
QStringList anchors(const QString &text);

/// Targets of links and images, in Markdown and in HTML.
QStringList links(const QString &text);

/// The lines of every block marked as shell commands, without comments.
QStringList commands(const QString &text);

/// What a translation must not change: headings, targets, rows of tables and fences, in their order.
QStringList skeleton(const QString &text);

} // namespace Markdown
