// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/help/helpdocuments.h"

#include <QTextBrowser>
#include <QTimer>

#include <memory>

/// One page of the help. Follows no link by itself and loads nothing from anywhere: texts and images are
/// resources of the program.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);
    ~HelpBrowser() override;

    void open(HelpPage page, Language language);
    const QList<HelpHeading> &headings() const { return m_headings; }

    /// Scrolls to @p offset pixels below the heading of that anchor, or the top where there is no such
    /// heading.
    void showAnchor(const QString &anchor, int offset = 0);
    /// How far what is seen is below the heading of that anchor, or the top.
    int offsetBelow(const QString &anchor) const;
    /// The last heading of headings() above what is seen; -1 where there is none.
    int currentHeading() const;

    /// Marks every place with @p text and returns how many there are.
    int markAll(const QString &text);
    /// Goes to the next marked place, from the end to the beginning; its number from 1, 0 where there is
    /// none.
    int showNext(bool isBackward);
    /// Goes to the first marked place at or below what is seen.
    int showNearest();

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitImages();
    void scrollTo(const QString &anchor, int offset);
    /// Where the heading with that anchor begins; 0 if there is none.
    int position(const QString &anchor) const;
    int top(int position) const;
    int showMark(qsizetype number);
    void drawMarks(qsizetype current);

    std::unique_ptr<QTextDocument> m_page;
    QList<HelpHeading> m_headings;
    QList<QTextCursor> m_marks;
    QTimer m_fitTimer;
    /// What was at the upper edge before the width changed.
    QString m_seenAnchor;
    int m_seenOffset = 0;
};
