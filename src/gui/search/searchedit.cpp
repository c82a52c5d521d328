// SPDX-License-Identifier: Apache-2.0
#include "gui/search/searchedit.h"

#include <QKeyEvent>
#include <QTimer>

#include <algorithm>

namespace {

/// How many characters of @p text are not in @p former, where one stretch was replaced by another.
qsizetype insertedLength(const QString &former, const QString &text)
{
    const qsizetype shorter = std::min(former.size(), text.size());
    const auto front = std::mismatch(text.begin(), text.begin() + shorter, former.begin()).first;
    const qsizetype prefix = front - text.begin();
    const auto back = std::mismatch(text.rbegin(), text.rbegin() + (shorter - prefix), former.rbegin()).first;
    return text.size() - prefix - (back - text.rbegin());
}

} // namespace

SearchEdit::SearchEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // The first receiver, so that isPasted() is true for every other one.
    connect(this, &QLineEdit::textChanged, this, &SearchEdit::compare);
}

void SearchEdit::keyPressEvent(QKeyEvent *event)
{
    m_isPasteKey = event->matches(QKeySequence::Paste);
    QLineEdit::keyPressEvent(event);
    m_isPasteKey = false;
}

void SearchEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    // Its icon is looked for in the themes of the desktop, which takes as long as all that is painted before.
    if (!isClearButtonEnabled())
        QTimer::singleShot(0, this, [this] { setClearButtonEnabled(true); });
}

void SearchEdit::compare(const QString &text)
{
    m_isPasted = m_isPasteKey || insertedLength(m_former, text) > 1;
    m_former = text;
}
