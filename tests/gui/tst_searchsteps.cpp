// SPDX-License-Identifier: Apache-2.0
#include "gui/searchpage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QTimer>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 seed = 20261130;
constexpr int steps = 10'000;

/// A text to paste, and what is searched for it.
struct Text
{
    QString pasted;
    QString searched;
};

/// A text of which some was pasted as people copy phones, and some typed.
QString plain(QString text)
{
    text.remove(u'\u202A').remove(u'\u202C');
    while (text.endsWith(u'.'))
        text.chop(1);
    return text.startsWith("+86 "_L1) ? text.mid(4).remove(u'-') : text;
}

bool hasText(const User &user, const QString &text)
{
    const QStringList fields{
        user.userId,        user.name.plain(),  user.nickname.plain(),  user.username.plain(),
        user.email.plain(), user.phone.plain(), user.externalId.plain()};
    return std::ranges::any_of(
        fields, [&text](const QString &field) { return field.contains(text, Qt::CaseInsensitive); });
}

} // namespace

/// Does on the search page whatever may come in any order, and looks each time whom a kick would hit.
class SearchStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targetIsWhoIsSearchedAndShown();

private:
    void prepare();
    void step();
    void type();
    void paste();
    void moveInList();
    void answer();
    void kick();
    void disturb();
    bool isShownAndSearched(const QString &userId);
    /// What search and page say, for the message of a failure.
    QByteArray sight() const;

    int random(qsizetype end) { return static_cast<int>(m_random.bounded(static_cast<int>(end))); }

    QRandomGenerator m_random{seed};
    std::unique_ptr<SearchPage> m_page;
    QList<Text> m_texts;
    /// What the text in the box stands for.
    QString m_searched;
    int m_sheets = 0;
    int m_refusals = 0;
};

void SearchStepsTest::targetIsWhoIsSearchedAndShown()
{
    qInfo("seed %u", seed);
    m_page = std::make_unique<SearchPage>();
    m_page->server().keepAnswers();
    prepare();
    for (int i = 0; i < 4; ++i) {
        const User &user = m_page->user(i);
        const QString phone = user.phone.plain();
        m_texts << Text{.pasted = phone, .searched = phone}
                << Text{.pasted = u"\u202A+86 "_s + phone.left(3) + u'-' + phone.mid(3) + u'\u202C',
                        .searched = phone}
                << Text{.pasted = user.email.plain(), .searched = user.email.plain()}
                << Text{.pasted = user.userId, .searched = user.userId};
    }
    m_texts << Text{.pasted = u"1"_s, .searched = u"1"_s}
            << Text{.pasted = u"example"_s, .searched = u"example"_s}
            << Text{.pasted = u"nobody has this"_s, .searched = u"nobody has this"_s}
            << Text{.pasted = u"1.38E+10"_s, .searched = u"1.38E+10"_s};
    int i = 0;
    for (; i < steps && !QTest::currentTestFailed(); ++i) {
        step();
        QCoreApplication::processEvents();
        const QString open = m_page->openUserId();
        // Even where no sheet is asked for: armed is only who is searched and shown.
        if (m_page->isArmed() && m_page->sheetUserId().isEmpty())
            QVERIFY2(isShownAndSearched(open), sight().constData());
    }
    qInfo("%d steps, %d sheets, %d refused", i, m_sheets, m_refusals);
    QVERIFY(m_sheets > 30);
    QVERIFY(m_refusals > 100);
}

/// The pauses for a person are no more than a turn of the event loop.
void SearchStepsTest::prepare()
{
    auto *panel = m_page->window().find<QWidget>("searchPanel");
    const auto timers = panel->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(timers.size(), 2);
    for (QTimer *timer : timers)
        timer->setInterval(0);
    m_searched.clear();
}

void SearchStepsTest::step()
{
    const int choice = random(100);
    if (choice < 15)
        type();
    else if (choice < 30)
        paste();
    else if (choice < 45)
        moveInList();
    else if (choice < 75)
        answer();
    else if (choice < 95)
        kick();
    else
        disturb();
}

void SearchStepsTest::type()
{
    auto *edit = m_page->window().find<QLineEdit>("searchEdit");
    edit->setFocus();
    if (random(4) == 0) {
        edit->clear();
    } else if (random(3) == 0) {
        edit->end(false);
        edit->backspace();
    } else {
        const QString &wanted = m_texts.at(random(m_texts.size())).searched;
        edit->end(false);
        QTest::keyClick(edit, wanted.at(random(wanted.size())).toLatin1());
    }
    m_searched = plain(edit->text());
}

void SearchStepsTest::paste()
{
    const Text &text = m_texts.at(random(m_texts.size()));
    m_page->paste(text.pasted);
    m_searched = text.searched;
}

void SearchStepsTest::moveInList()
{
    auto *list = m_page->window().find<QAbstractItemView>("resultList");
    constexpr std::array keys{Qt::Key_Down, Qt::Key_Up, Qt::Key_Return, Qt::Key_End};
    const Qt::Key key = keys.at(static_cast<size_t>(random(keys.size())));
    if (random(2) == 0) {
        m_page->window().find<QWidget>("searchEdit")->setFocus();
        m_page->window().press(Qt::Key_Down);
    }
    if (!list->hasFocus() && random(4) == 0 && list->isEnabled() && list->model()->rowCount() > 0) {
        const QModelIndex row = list->model()->index(random(list->model()->rowCount()), 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton,
                          random(3) == 0 ? Qt::ControlModifier : Qt::NoModifier,
                          list->visualRect(row).center());
    } else {
        m_page->window().press(key,
                               random(3) == 0 && key != Qt::Key_Return ? Qt::ShiftModifier : Qt::NoModifier);
    }
}

/// Later, out of order, not at all.
void SearchStepsTest::answer()
{
    HeldServer &server = m_page->server();
    if (server.waiting() > 0 && random(8) == 0)
        server.fail(random(server.waiting()));
    else if (server.waiting() > 0)
        server.release(random(server.waiting()));
    const QList<QList<QByteArray>> held{
        {}, {}, {"list-users"}, {"list-users", "get-user", "get-user-loggedin-apps", "check-session-status"}};
    server.hold(held.at(random(held.size())));
    // Both ends of each connection are in this thread.
    for (int i = 0; i < 6; ++i)
        QCoreApplication::processEvents();
}

void SearchStepsTest::kick()
{
    // Mostly the agent waits for the answer, and often it is one that opens a user.
    if (random(3) > 0) {
        if (random(2) == 0)
            paste();
        m_page->server().hold({});
        for (int i = 0; i < 100 && !m_page->isArmed(); ++i) {
            m_page->server().releaseAll();
            QCoreApplication::processEvents();
        }
    }
    m_page->window().find<QAction>("tickAllAction")->trigger();
    m_page->window().press(Qt::Key_K, random(4) == 0 ? Qt::ControlModifier | Qt::ShiftModifier
                                                     : Qt::KeyboardModifiers(Qt::ControlModifier));
    const QString named = m_page->sheetUserId();
    if (named.isEmpty()) {
        ++m_refusals;
        return;
    }
    ++m_sheets;
    QVERIFY2(isShownAndSearched(named), sight().constData());
    for (int i = random(4); i > 0; --i) {
        answer();
        QCOMPARE(m_page->sheetUserId(), named);
        QVERIFY2(isShownAndSearched(named), sight().constData());
    }
    QWidget *cancel = m_page->window().find<QWidget>("cancelButton");
    QTest::keyClick(cancel, Qt::Key_Escape);
    QCOMPARE(m_page->sheetUserId(), QString());
}

void SearchStepsTest::disturb()
{
    const Language language = random(2) == 0 ? Language::English : Language::Chinese;
    switch (random(8)) {
    case 0:
        m_page->lock(language);
        prepare();
        QVERIFY(!m_page->isArmed());
        break;
    case 1:
    case 2:
        m_page->window().translation()->setLanguage(language);
        break;
    case 3:
        m_page->window().find<QAction>("historyPageAction")->trigger();
        m_page->window().find<QAction>("kickPageAction")->trigger();
        break;
    case 4:
        m_page->window().find<QComboBox>("typeCombo")->setCurrentIndex(random(4));
        break;
    default:
        m_page->window().find<QComboBox>("typeCombo")->setCurrentIndex(0);
        m_page->window().find<QAction>("recheckAction")->trigger();
        break;
    }
}

bool SearchStepsTest::isShownAndSearched(const QString &userId)
{
    const auto user = std::ranges::find(m_page->users(), userId, &User::userId);
    return user != m_page->users().end() && m_page->openUserId() == userId &&
           m_page->markedUserIds() == QStringList(userId) && !m_searched.trimmed().isEmpty() &&
           hasText(*user, m_searched.trimmed());
}

QByteArray SearchStepsTest::sight() const
{
    return u"searched %1, box %2, open %3, marked %4, sheet %5"_s
        .arg(m_searched, m_page->window().find<QLineEdit>("searchEdit")->text(), m_page->openUserId(),
             m_page->markedUserIds().join(u' '), m_page->sheetUserId())
        .toUtf8();
}

QTEST_MAIN(SearchStepsTest)
#include "tst_searchsteps.moc"
