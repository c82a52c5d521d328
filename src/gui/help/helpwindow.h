// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/help/helptopics.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class HelpWindow;
}

class QUrl;
class Translation;

/// The manual: pages, chapters, search. It is part of the program; a link to the web is opened by the
/// system's browser, and only when it is clicked.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    /// @p translation must outlive the window.
    explicit HelpWindow(const Translation *translation, QWidget *parent = nullptr);
    ~HelpWindow() override;

    /// Shows that place; back() returns to where the reader was.
    void open(const HelpTopic &topic);
    void back();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Where the reader was: so many pixels below a heading, which is there in every language.
    struct Place
    {
        HelpTopic topic;
        int offset = 0;
    };

    void connectKeys();
    Place place() const;
    void go(const Place &place);
    void load(HelpPage page);
    void reload();
    void follow(const QUrl &link);
    void fillChapters();
    void markChapter(const QString &anchor);
    void find();
    void findNext(bool isBackward);
    void leave();
    void tellFound(int number);
    void retranslate();

    std::unique_ptr<Ui::HelpWindow> m_ui;
    const Translation *m_translation;
    std::optional<HelpPage> m_page;
    QList<Place> m_history;
    int m_foundCount = 0;
    int m_foundNumber = 0;
};
