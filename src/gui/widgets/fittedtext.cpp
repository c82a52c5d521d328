// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/fittedtext.h"

#include <QEvent>
#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextLayout>

FittedText::FittedText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void FittedText::setText(const QString &text)
{
    if (text != toPlainText())
        setPlainText(text);
    fit();
}

void FittedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void FittedText::fit()
{
    qreal height = 0;
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        // Lays the block out, so that its lines can be counted.
        height += document()->documentLayout()->blockBoundingRect(block).height();
        lines += block.layout()->lineCount();
    }
    if (lines > maximumLines)
        height = height * maximumLines / lines;
    const int margins = 2 * (frameWidth() + qRound(document()->documentMargin()));
    setFixedHeight(qCeil(height) + margins);
}
