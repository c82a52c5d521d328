// SPDX-License-Identifier: Apache-2.0
#include "gui/help/helpwindow.h"

#include "ui_helpwindow.h"

#include "core/program/translation.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QEvent>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array pages{HelpPage::Guide, HelpPage::Administrator, HelpPage::Security, HelpPage::Journal};

constexpr int chapterListWidth = 220;
constexpr int browserWidth = 720;

/// Headings down to this level are chapters of the list.
constexpr int chapterLevel = 2;

} // namespace

HelpWindow::HelpWindow(const Translation *translation, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::HelpWindow>())
    , m_translation(translation)
{
    m_ui->setupUi(this);
    m_ui->helpSplitter->setSizes({chapterListWidth, browserWidth});
    m_ui->helpSplitter->setStretchFactor(1, 1);
    for (const HelpPage page : pages)
        m_ui->helpPageCombo->addItem(QString(), static_cast<int>(page));
    connect(m_ui->helpBackButton, &QPushButton::clicked, this, &HelpWindow::back);
    connect(m_ui->helpPageCombo, &QComboBox::activated, this,
            [this](int index) { open({.page = pages.at(static_cast<size_t>(index)), .anchor = {}}); });
    connect(m_ui->helpBrowser, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_ui->helpBrowser, &QTextBrowser::highlighted, this, [this](const QUrl &link) {
        m_ui->helpLinkLabel->setText(link.isRelative() ? QString() : link.toDisplayString());
    });
    connect(m_ui->helpBrowser->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        const int heading = m_ui->helpBrowser->currentHeading();
        markChapter(m_ui->helpBrowser->headings().value(heading).anchor);
    });
    connect(m_ui->helpChapterList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        open({.page = *m_page, .anchor = item->data(Qt::UserRole).toString()});
    });
    connect(m_ui->helpChapterList, &QListWidget::itemClicked, m_ui->helpChapterList,
            &QListWidget::itemActivated);
    connect(m_ui->helpFindEdit, &QLineEdit::textChanged, this, &HelpWindow::find);
    connect(m_ui->helpFindEdit, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(m_ui->helpNextButton, &QPushButton::clicked, this, [this] { findNext(false); });
    connect(m_ui->helpPreviousButton, &QPushButton::clicked, this, [this] { findNext(true); });
    connectKeys();
    retranslate();
}

HelpWindow::~HelpWindow()
{
    // The browser scrolls once more when it loses the keyboard, and by then this is no help window any more.
    m_ui->helpBrowser->verticalScrollBar()->disconnect(this);
    m_ui->helpBrowser->disconnect(this);
}

void HelpWindow::open(const HelpTopic &topic)
{
    if (m_page)
        m_history.append(place());
    go({.topic = topic});
}

void HelpWindow::back()
{
    if (!m_history.isEmpty())
        go(m_history.takeLast());
}

void HelpWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        reload();
    } else if (event->type() == QEvent::PaletteChange) {
        reload();
    }
    QWidget::changeEvent(event);
}

void HelpWindow::connectKeys()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_ui->helpFindEdit->setFocus();
        m_ui->helpFindEdit->selectAll();
    });
    add(QKeySequence(Qt::Key_F3), [this] { findNext(false); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { findNext(true); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_Return), [this] { findNext(true); });
    add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
    add(QKeySequence(Qt::Key_Escape), [this] { leave(); });
}

HelpWindow::Place HelpWindow::place() const
{
    const HelpHeading heading = m_ui->helpBrowser->headings().value(m_ui->helpBrowser->currentHeading());
    return {.topic = {.page = *m_page, .anchor = heading.anchor},
            .offset = m_ui->helpBrowser->offsetBelow(heading.anchor)};
}

void HelpWindow::go(const Place &place)
{
    if (m_page != place.topic.page)
        load(place.topic.page);
    m_ui->helpBrowser->showAnchor(place.topic.anchor, place.offset);
    m_ui->helpBrowser->setFocus();
    m_ui->helpBackButton->setEnabled(!m_history.isEmpty());
    // Near the end of a page its heading cannot come to the upper edge.
    markChapter(place.topic.anchor);
}

void HelpWindow::load(HelpPage page)
{
    m_page = page;
    m_ui->helpBrowser->open(page, m_translation->language());
    m_ui->helpPageCombo->setCurrentIndex(m_ui->helpPageCombo->findData(static_cast<int>(page)));
    fillChapters();
    m_foundCount = m_ui->helpBrowser->markAll(m_ui->helpFindEdit->text());
    m_foundNumber = 0;
    retranslate();
}

/// The same place in other words or colours.
void HelpWindow::reload()
{
    if (!m_page)
        return;
    const Place current = place();
    load(*m_page);
    m_ui->helpBrowser->showAnchor(current.topic.anchor, current.offset);
    markChapter(current.topic.anchor);
}

void HelpWindow::follow(const QUrl &link)
{
    if (!link.isRelative())
        QDesktopServices::openUrl(link);
    else if (const auto topic = HelpTopics::fromLink(link.toString(), *m_page))
        open(*topic);
}

void HelpWindow::fillChapters()
{
    m_ui->helpChapterList->clear();
    const QList<HelpHeading> &headings = m_ui->helpBrowser->headings();
    for (const HelpHeading &heading : headings) {
        if (heading.level > chapterLevel)
            continue;
        auto *item = new QListWidgetItem(heading.text, m_ui->helpChapterList);
        item->setData(Qt::UserRole, heading.anchor);
        item->setToolTip(heading.text);
    }
}

void HelpWindow::markChapter(const QString &anchor)
{
    int row = -1;
    const QList<HelpHeading> &headings = m_ui->helpBrowser->headings();
    for (const HelpHeading &heading : headings) {
        if (heading.level <= chapterLevel)
            ++row;
        if (heading.anchor == anchor)
            break;
    }
    m_ui->helpChapterList->setCurrentRow(anchor.isEmpty() ? 0 : row);
}

void HelpWindow::find()
{
    m_foundCount = m_ui->helpBrowser->markAll(m_ui->helpFindEdit->text());
    tellFound(m_ui->helpBrowser->showNearest());
}

void HelpWindow::findNext(bool isBackward)
{
    tellFound(m_ui->helpBrowser->showNext(isBackward));
}

/// The search first, then the window.
void HelpWindow::leave()
{
    if (m_ui->helpFindEdit->text().isEmpty())
        close();
    m_ui->helpFindEdit->clear();
    m_ui->helpBrowser->setFocus();
}

void HelpWindow::tellFound(int number)
{
    m_foundNumber = number;
    retranslate();
    QAccessibleEvent alert(m_ui->helpFoundLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void HelpWindow::retranslate()
{
    const std::array names{tr("User guide"), tr("Administrator guide"), tr("Security"),
                           tr("The history file")};
    for (int i = 0; i < m_ui->helpPageCombo->count(); ++i)
        m_ui->helpPageCombo->setItemText(i, names.at(static_cast<size_t>(i)));
    setWindowTitle(tr("Help – Kickdesk"));
    const bool isSearching = !m_ui->helpFindEdit->text().isEmpty();
    const QLocale locale;
    const QString found = tr("%1 of %2").arg(locale.toString(m_foundNumber), locale.toString(m_foundCount));
    m_ui->helpFoundLabel->setText(!isSearching ? QString() : m_foundCount > 0 ? found : tr("Not found"));
    m_ui->helpNextButton->setEnabled(m_foundCount > 0);
    m_ui->helpPreviousButton->setEnabled(m_foundCount > 0);
}
