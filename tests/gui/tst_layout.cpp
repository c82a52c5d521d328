// SPDX-License-Identifier: Apache-2.0
#include "gui/elidedlabel.h"
#include "gui/windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

bool isCut(const QWidget *widget)
{
    const QRect window = widget->window()->rect();
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    if (!window.contains(place))
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (qobject_cast<const ElidedLabel *>(widget) != nullptr)
            return label->height() < label->sizeHint().height();
        return label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                 : label->width() < label->sizeHint().width() ||
                                       label->height() < label->sizeHint().height();
    }
    if (qobject_cast<const QAbstractButton *>(widget) != nullptr)
        return widget->width() < widget->sizeHint().width() || widget->height() < widget->sizeHint().height();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return combo->width() < combo->minimumSizeHint().width();
    return false;
}

QStringList cutWidgets(const QWidget *window)
{
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isOurs = !widget->objectName().isEmpty() && !widget->objectName().startsWith("qt_"_L1);
        if (isOurs && widget->isVisible() && isCut(widget))
            found << nameOf(widget);
    }
    for (const QTreeView *view : window->findChildren<QTreeView *>()) {
        const QHeaderView *header = view->header();
        for (int section = 0; view->isVisible() && section < header->count(); ++section) {
            const QString title = view->model()->headerData(section, Qt::Horizontal).toString();
            if (header->fontMetrics().horizontalAdvance(title) > header->sectionSize(section))
                found << view->objectName() + u" header "_s + title;
        }
    }
    return found;
}

QStringList unnamedControls(const QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        // The viewport and the scroll bars of a view are parts of it.
        const bool isPart = widget->objectName().startsWith("qt_"_L1) || widget->objectName().isEmpty();
        if (widget->focusPolicy() == Qt::NoFocus || isPart || widget->isHidden() ||
            qobject_cast<QLabel *>(widget) != nullptr)
            continue;
        const bool isContainer = widget->inherits("QSplitter") || widget->inherits("QStackedWidget") ||
                                 widget->inherits("QTabWidget");
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!isContainer && (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty()))
            found << nameOf(widget);
    }
    return found;
}

/// Mnemonics that two visible things of one window share.
QStringList collidingMnemonics(const QWidget *window)
{
    QStringList found;
    QSet<QString> seen;
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        const QString key = QKeySequence::mnemonic(button->text()).toString();
        if (key.isEmpty() || !button->isVisible())
            continue;
        if (seen.contains(key))
            found << nameOf(button);
        seen.insert(key);
    }
    return found;
}

} // namespace

class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsNothingAtTheSmallestSize_data();
    void cutsNothingAtTheSmallestSize();
    void namesEveryControl_data() { cutsNothingAtTheSmallestSize_data(); }
    void namesEveryControl();
    void hasOneMeaningAShortcut();
    void walksFromTheSearchToTheKick();
};

void LayoutTest::cutsNothingAtTheSmallestSize_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void LayoutTest::cutsNothingAtTheSmallestSize()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QCOMPARE(f.window()->size(), QSize(960, 600));
    QTRY_COMPARE(cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(f.open(f.user()));
    QTRY_COMPARE(cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(collidingMnemonics(f.window()).join(u'\n'), QString());
    QVERIFY(f.openSheet());
    QTRY_COMPARE(cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(f.send());
    QTRY_COMPARE(cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
    f.sandbox()->setFaults({u"captive-portal@list-users"_s, u"check-unavailable"_s});
    f.type(u"zhang@"_s);
    f.find<QAction>("recheckAction")->trigger();
    QTRY_VERIFY(f.isShown("failedLabel") && f.isShown("searchState"));
    QTRY_COMPARE(cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
}

void LayoutTest::namesEveryControl()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QCOMPARE(unnamedControls(f.window()).join(u'\n'), QString());
    const QAccessibleInterface *table =
        QAccessible::queryAccessibleInterface(f.find<QWidget>("applicationTable"));
    QVERIFY(table != nullptr);
    const QModelIndex row = f.find<QTreeView>("applicationTable")->model()->index(0, 0);
    const QString sentence = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(row.data().toString() + u", "_s), qPrintable(sentence));
}

void LayoutTest::hasOneMeaningAShortcut()
{
    const WindowFixture f(Language::English);
    QSet<QKeySequence> seen;
    for (const QAction *action : f.window()->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!seen.contains(action->shortcut()), qPrintable(action->objectName()));
        QVERIFY2(!action->autoRepeat(), qPrintable(action->objectName()));
        seen.insert(action->shortcut());
    }
    QVERIFY(seen.size() >= 9);
}

void LayoutTest::walksFromTheSearchToTheKick()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.find<QAction>("tickAllAction")->trigger();
    f.find<QWidget>("typeCombo")->setFocus();
    QStringList visited;
    for (int i = 0; i < 30; ++i) {
        f.press(Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    qsizetype last = -1;
    for (const auto &name :
         {u"searchEdit"_s, u"searchButton"_s, u"resultList"_s, u"copyIdButton"_s, u"allCheck"_s,
          u"filterEdit"_s, u"onlineButton"_s, u"allButton"_s, u"noneButton"_s, u"applicationTable"_s,
          u"signInTable"_s, u"kickButton"_s, u"everywhereButton"_s}) {
        const qsizetype at = visited.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + visited.join(u' ')));
        last = at;
    }
}

QTEST_MAIN(LayoutTest)
#include "tst_layout.moc"
