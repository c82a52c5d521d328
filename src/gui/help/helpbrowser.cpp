// SPDX-License-Identifier: Apache-2.0
#include "gui/help/helpbrowser.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// While the edge of the window is dragged the images wait.
constexpr auto fitDelay = 100ms;

} // namespace

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
    , m_page(std::make_unique<QTextDocument>())
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setDocument(m_page.get());
    m_fitTimer.setSingleShot(true);
    m_fitTimer.setInterval(fitDelay);
    connect(&m_fitTimer, &QTimer::timeout, this, [this] {
        // Images of another size may bring or take the scroll bar; that resize is none by the reader, and the
        // page has moved by then.
        const QString anchor = m_seenAnchor;
        const int offset = m_seenOffset;
        fitImages();
        m_seenAnchor = anchor;
        m_seenOffset = offset;
        scrollTo(anchor, offset);
    });
}

HelpBrowser::~HelpBrowser()
{
    // The page goes before the editor that shows it.
    setDocument(nullptr);
}

void HelpBrowser::open(HelpPage page, Language language)
{
    m_marks.clear();
    setExtraSelections({});
    auto document = HelpDocuments::read(page, language);
    setDocument(document.get());
    m_page = std::move(document);
    fitImages();
    m_headings = HelpDocuments::headings(*m_page);
}

void HelpBrowser::showAnchor(const QString &anchor, int offset)
{
    QTextCursor cursor(m_page.get());
    cursor.setPosition(position(anchor));
    // Which scrolls by itself, only as far as it must.
    setTextCursor(cursor);
    m_seenAnchor = anchor;
    m_seenOffset = offset;
    scrollTo(anchor, offset);
}

int HelpBrowser::offsetBelow(const QString &anchor) const
{
    return verticalScrollBar()->value() - top(position(anchor));
}

int HelpBrowser::currentHeading() const
{
    const int edge = verticalScrollBar()->value() + qRound(m_page->documentMargin());
    const auto below = std::ranges::upper_bound(
        m_headings, edge, {}, [this](const HelpHeading &heading) { return top(heading.position); });
    return static_cast<int>(below - m_headings.begin()) - 1;
}

int HelpBrowser::markAll(const QString &text)
{
    m_marks.clear();
    if (!text.isEmpty()) {
        for (QTextCursor found = m_page->find(text); !found.isNull(); found = m_page->find(text, found))
            m_marks << found;
    }
    drawMarks(-1);
    return static_cast<int>(m_marks.size());
}

int HelpBrowser::showNext(bool isBackward)
{
    if (m_marks.isEmpty())
        return 0;
    const int position = textCursor().selectionStart();
    qsizetype number = 0;
    if (isBackward) {
        const auto after = std::ranges::lower_bound(m_marks, position, {}, &QTextCursor::selectionStart);
        number = after == m_marks.begin() ? m_marks.size() - 1 : after - m_marks.begin() - 1;
    } else {
        const auto after = std::ranges::upper_bound(m_marks, position, {}, &QTextCursor::selectionStart);
        number = after == m_marks.end() ? 0 : after - m_marks.begin();
    }
    return showMark(number);
}

int HelpBrowser::showNearest()
{
    if (m_marks.isEmpty())
        return 0;
    const int seen = cursorForPosition(QPoint()).position();
    const auto below = std::ranges::lower_bound(m_marks, seen, {}, &QTextCursor::selectionStart);
    return showMark(below == m_marks.end() ? 0 : below - m_marks.begin());
}

QVariant HelpBrowser::loadResource(int, const QUrl &)
{
    return {};
}

void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    // Other widths give other lines; what was read stays where it was.
    if (!m_fitTimer.isActive()) {
        m_seenAnchor = m_headings.value(currentHeading()).anchor;
        m_seenOffset = offsetBelow(m_seenAnchor);
    }
    QTextBrowser::resizeEvent(event);
    m_fitTimer.start();
}

void HelpBrowser::fitImages()
{
    const int margins = 2 * qRound(m_page->documentMargin());
    HelpDocuments::fitImages(m_page.get(), std::max(1, viewport()->width() - margins), devicePixelRatioF());
}

void HelpBrowser::scrollTo(const QString &anchor, int offset)
{
    verticalScrollBar()->setValue(top(position(anchor)) + offset);
}

int HelpBrowser::position(const QString &anchor) const
{
    const auto heading = std::ranges::find(m_headings, anchor, &HelpHeading::anchor);
    return anchor.isEmpty() || heading == m_headings.end() ? 0 : heading->position;
}

int HelpBrowser::top(int position) const
{
    const QTextBlock block = m_page->findBlock(position);
    return position == 0 ? 0 : qRound(m_page->documentLayout()->blockBoundingRect(block).top());
}

int HelpBrowser::showMark(qsizetype number)
{
    setTextCursor(m_marks.at(number));
    drawMarks(number);
    return static_cast<int>(number) + 1;
}

void HelpBrowser::drawMarks(qsizetype current)
{
    const QPalette colors = palette();
    QList<ExtraSelection> selections;
    for (const QTextCursor &mark : std::as_const(m_marks)) {
        const bool isCurrent = selections.size() == current;
        ExtraSelection selection;
        selection.cursor = mark;
        selection.format.setBackground(isCurrent ? colors.highlight() : colors.midlight());
        selection.format.setForeground(isCurrent ? colors.highlightedText() : colors.text());
        selections << selection;
    }
    setExtraSelections(selections);
}
