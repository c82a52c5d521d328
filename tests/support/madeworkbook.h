// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

/// Workbooks and other archives, part by part.
namespace MadeWorkbooks {

/// A part of an archive.
struct Part
{
    QByteArray name;
    QByteArray content;
};

/// A sheet of a workbook: its name with further attributes, and its content.
struct SheetPart
{
    QByteArray attributes;
    QByteArray content;
};

/// The bytes of an archive with @p parts; with a password where one is given.
QByteArray archive(const QList<Part> &parts, const char *password = nullptr);

/// A member of a part with relationships.
QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target);

/// The parts of a workbook with @p sheets.
QList<Part> workbookParts(const QList<SheetPart> &sheets, const QByteArray &styles = {},
                          const QByteArray &strings = {}, const QByteArray &properties = {});

/// The content of a sheet with these rows.
QByteArray rows(const QByteArray &content);

/// A workbook of one sheet with @p users rows: an address, and a phone number. It has no headings.
QByteArray longList(int users);

} // namespace MadeWorkbooks
