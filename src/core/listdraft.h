// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/idlist.h"
#include "core/listguess.h"
#include "core/listtable.h"
#include "core/listtext.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What a text comes to as a list while nobody has said how it is to be read.
struct ListDraft
{
    /// Of the file, without its folder; empty for copied text.
    QString name;
    /// Of the file, for whoever knows the encoding better; empty for copied text.
    QByteArray bytes;
    ListText text;
    char delimiter = ',';
    ListTable table;
    ListGuess guess;
    IdList list;
    /// Why there is no list; what was found before that stands above.
    std::optional<Error> error;
};

/// A long list takes a tenth of a second, and its file as long as the disk wants.
namespace ListDrafts {

ListDraft ofFile(const QString &file);
ListDraft ofClipboard(const QString &text);

/// The file of @p draft in an encoding that somebody has chosen.
ListDraft decodedAs(const ListDraft &draft, TextEncoding encoding);

} // namespace ListDrafts
