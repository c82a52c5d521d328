// SPDX-License-Identifier: Apache-2.0
#include "gui/help/helpdocuments.h"

#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextTable>
#include <QUrl>

#include <cmath>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal documentMargin = 16;
constexpr qreal lineHeightPercent = 125;
constexpr qreal cellPadding = 5;

/// A page as it is written, without what only a web page needs: the link to the other language, and the
/// anchors behind the headings, which are returned beside it.
struct Source
{
    QString markdown;
    QStringList anchors;
};

Source readSource(const QString &file)
{
    static const QRegularExpression heading(u"^(#+ .*?)\\s*<a id=\"([a-z0-9-]+)\"></a>$"_s);
    static const QRegularExpression otherLanguage(u"^\\[[^\\]]+\\]\\([a-z]+(\\.zh-CN)?\\.md\\)$"_s);
    QFile device(u":/help/"_s + file);
    Source source;
    if (!device.open(QIODevice::ReadOnly))
        return source;
    bool isCode = false;
    const QStringList lines = QString::fromUtf8(device.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("```"_L1))
            isCode = !isCode;
        const QRegularExpressionMatch match = heading.match(line);
        if (!isCode && line.startsWith(u'#'))
            source.anchors << match.captured(2);
        if (isCode || !otherLanguage.match(line).hasMatch())
            source.markdown += (match.hasMatch() && !isCode ? match.captured(1) : line) + u'\n';
    }
    return source;
}

void forEachBlock(const QTextDocument &document, const std::function<void(const QTextBlock &)> &visit)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        visit(block);
}

void forEachImage(const QTextDocument &document,
                  const std::function<void(const QTextFragment &, const QTextImageFormat &)> &visit)
{
    forEachBlock(document, [&visit](const QTextBlock &block) {
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextImageFormat format = each.fragment().charFormat().toImageFormat();
            if (format.isValid())
                visit(each.fragment(), format);
        }
    });
}

void setAnchors(QTextDocument *document, QStringList anchors)
{
    forEachBlock(*document, [document, &anchors](const QTextBlock &block) {
        if (block.blockFormat().headingLevel() == 0 || anchors.isEmpty())
            return;
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorNames({anchors.takeFirst()});
        QTextCursor cursor(document);
        cursor.setPosition(block.position());
        cursor.setPosition(block.position() + 1, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    });
}

void spaceLines(QTextDocument *document)
{
    const QBrush codeBackground = QGuiApplication::palette().alternateBase();
    forEachBlock(*document, [&codeBackground](const QTextBlock &block) {
        QTextBlockFormat format = block.blockFormat();
        // A picture needs no room above its line.
        if (!block.text().startsWith(QChar::ObjectReplacementCharacter))
            format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
        if (format.hasProperty(QTextFormat::BlockCodeFence)) {
            format.setBackground(codeBackground);
            format.setLeftMargin(documentMargin);
            format.setNonBreakableLines(false);
        }
        QTextCursor(block).setBlockFormat(format);
    });
}

void frameTable(QTextTable *table)
{
    const QPalette palette = QGuiApplication::palette();
    QTextTableFormat format = table->format();
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(palette.mid());
    format.setBorderCollapse(true);
    format.setCellPadding(cellPadding);
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setTopMargin(cellPadding);
    format.setBottomMargin(2 * cellPadding);
    table->setFormat(format);
    for (int column = 0; column < table->columns(); ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        QTextCharFormat header = cell.format();
        header.setBackground(palette.alternateBase());
        cell.setFormat(header);
    }
}

} // namespace

std::unique_ptr<QTextDocument> HelpDocuments::read(HelpPage page, Language language)
{
    const Source source = readSource(HelpTopics::fileName(page, language));
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(QGuiApplication::font());
    document->setDocumentMargin(documentMargin);
    document->setMarkdown(source.markdown, QTextDocument::MarkdownDialectGitHub);
    setAnchors(document.get(), source.anchors);
    spaceLines(document.get());
    const QList<QTextFrame *> frames = document->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            frameTable(table);
    }
    return document;
}

QList<HelpHeading> HelpDocuments::headings(const QTextDocument &document)
{
    QList<HelpHeading> result;
    forEachBlock(document, [&result](const QTextBlock &block) {
        const int level = block.blockFormat().headingLevel();
        if (level > 0) {
            const QStringList anchors = block.begin().fragment().charFormat().anchorNames();
            result.append({.level = level,
                           .text = block.text(),
                           .anchor = anchors.value(0),
                           .position = block.position()});
        }
    });
    return result;
}

QStringList HelpDocuments::images(const QTextDocument &document)
{
    QStringList result;
    forEachImage(document, [&result](const QTextFragment &, const QTextImageFormat &format) {
        result << QFileInfo(format.name()).fileName();
    });
    return result;
}

void HelpDocuments::fitImages(QTextDocument *document, int width, qreal ratio)
{
    struct Found
    {
        int position;
        QTextImageFormat format;
    };
    QList<Found> found;
    forEachImage(*document, [&found](const QTextFragment &fragment, const QTextImageFormat &format) {
        found.append({fragment.position(), format});
    });
    // One change for the layout, however many pictures there are.
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    for (Found &each : found) {
        QImage image(u":/help/images/"_s + QFileInfo(each.format.name()).fileName());
        const qreal shown = std::min<qreal>(width, image.width());
        const qreal height = shown * image.height() / std::max(1, image.width());
        // The text engine scales without smoothing.
        image = image.scaled(QSizeF(shown * ratio, height * ratio).toSize(), Qt::IgnoreAspectRatio,
                             Qt::SmoothTransformation);
        image.setDevicePixelRatio(ratio);
        document->addResource(QTextDocument::ImageResource, QUrl(each.format.name()), image);
        each.format.setWidth(shown);
        each.format.setHeight(height);
        cursor.setPosition(each.position);
        cursor.setPosition(each.position + 1, QTextCursor::KeepAnchor);
        cursor.setCharFormat(each.format);
    }
    cursor.endEditBlock();
}
