// SPDX-License-Identifier: Apache-2.0
#include "gui/style/theme.h"
#include "gui/style/titlebars.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QTest>

/// The title bar of each window is as dark as the window.
class TestTitleBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsTheThemeOfTheWindow();
    void leavesWhatHasNoTitleBar();

private:
    QList<std::pair<WId, bool>> m_painted;
    TitleBars m_bars{[this](WId window, bool isDark) { m_painted.append({window, isDark}); }};
};

void TestTitleBars::init()
{
    qApp->installEventFilter(&m_bars);
    Themes::apply(ThemeChoice::Light);
    m_painted.clear();
}

void TestTitleBars::followsTheThemeOfTheWindow()
{
    QDialog first;
    first.show();
    QVERIFY(m_painted.contains(std::pair(first.winId(), false)));
    QVERIFY(!m_painted.contains(std::pair(first.winId(), true)));
    Themes::apply(ThemeChoice::Dark);
    QTRY_VERIFY(!m_painted.isEmpty() && m_painted.last() == std::pair(first.winId(), true));
    QDialog second;
    second.show();
    QVERIFY(m_painted.contains(std::pair(second.winId(), true)));
    Themes::apply(ThemeChoice::Light);
    QTRY_VERIFY(m_painted.contains(std::pair(second.winId(), false)));
}

void TestTitleBars::leavesWhatHasNoTitleBar()
{
    QMenu menu;
    menu.addAction(QString());
    menu.popup({0, 0});
    QWidget neverShown;
    Themes::apply(ThemeChoice::Dark);
    QCoreApplication::processEvents();
    QVERIFY(m_painted.isEmpty());
}

QTEST_MAIN(TestTitleBars)
#include "tst_titlebars.moc"
