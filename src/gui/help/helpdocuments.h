// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/help/helptopics.h"

#include <QList>
#include <QString>

#include <memory>

class QTextDocument;

/// A heading of a page of the help.
struct HelpHeading
{
    int level = 0;
    QString text;
    QString anchor;
    /// Where it stands in the document.
    int position = 0;
};

namespace HelpDocuments {

/// The page in the colours of the application; its headings are anchors. Resources of the program are all
/// that is read.
std::unique_ptr<QTextDocument> read(HelpPage page, Language language);

/// The headings of a document of read(), from the top.
QList<HelpHeading> headings(const QTextDocument &document);

/// The file names of the images in a document of read(), from the top.
QStringList images(const QTextDocument &document);

/// Shows the images of @p document at most @p width wide, sharp at @p ratio device pixels a pixel.
void fitImages(QTextDocument *document, int width, qreal ratio);

} // namespace HelpDocuments
