// SPDX-License-Identifier: Apache-2.0
#include "gui/colors.h"
#include "gui/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

/// As WCAG 2 defines it: 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void systemCanBeRead_data();
    void systemCanBeRead();
    void leavesWhatCanBeReadAlone();
    void switchesBackAndForth();
    void namesAreStable();
};

void ThemeTest::everyTextCanBeRead_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QPalette::ColorGroup>("group");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << false << QPalette::Active << 4.5;
    QTest::newRow("light, window in the background") << false << QPalette::Inactive << 4.5;
    QTest::newRow("light, disabled") << false << QPalette::Disabled << 4.5;
    QTest::newRow("dark") << true << QPalette::Active << 4.5;
    QTest::newRow("dark, window in the background") << true << QPalette::Inactive << 4.5;
    QTest::newRow("dark, disabled") << true << QPalette::Disabled << 4.5;
}

void ThemeTest::everyTextCanBeRead()
{
    QFETCH(bool, isDark);
    QFETCH(QPalette::ColorGroup, group);
    QFETCH(double, least);
    const QPalette palette = Themes::palette(isDark);
    const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
        {QPalette::WindowText, QPalette::Window},         {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::ButtonText, QPalette::Button},         {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight}, {QPalette::Link, QPalette::Base},
    };
    for (const auto &[text, ground] : pairs) {
        const double found = contrast(palette.color(group, text), palette.color(group, ground));
        QVERIFY2(found >= least,
                 qPrintable(u"role %1 on %2: %3"_s.arg(QString::number(text), QString::number(ground),
                                                       QString::number(found))));
    }
    for (const QColor &state : {Colors::good(palette), Colors::bad(palette), Colors::caution(palette)}) {
        QVERIFY(contrast(state, palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(state, palette.color(QPalette::Window)) >= 4.5);
    }
}

void ThemeTest::systemCanBeRead_data()
{
    QTest::addColumn<QPalette::ColorGroup>("group");
    QTest::newRow("active") << QPalette::Active;
    QTest::newRow("window in the background") << QPalette::Inactive;
    QTest::newRow("disabled") << QPalette::Disabled;
}

void ThemeTest::systemCanBeRead()
{
    QFETCH(const QPalette::ColorGroup, group);
    const std::unique_ptr<QStyle> style(QStyleFactory::create(u"fusion"_s));
    const QPalette palette = Themes::readable(style->standardPalette());
    const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
        {QPalette::WindowText, QPalette::Window},         {QPalette::Text, QPalette::Base},
        {QPalette::PlaceholderText, QPalette::Base},      {QPalette::ButtonText, QPalette::Button},
        {QPalette::HighlightedText, QPalette::Highlight},
    };
    for (const auto &[text, ground] : pairs)
        QVERIFY2(contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5,
                 qPrintable(QString::number(text)));
}

void ThemeTest::leavesWhatCanBeReadAlone()
{
    for (const bool isDark : {false, true}) {
        const QPalette palette = Themes::palette(isDark);
        const QPalette readable = Themes::readable(palette);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::Highlight})
            QCOMPARE(readable.color(QPalette::Active, role), palette.color(QPalette::Active, role));
    }
}

void ThemeTest::switchesBackAndForth()
{
    const QPalette own = QApplication::palette();
    const bool isOurs = QApplication::style()->objectName() == "fusion"_L1;
    const QPalette system = isOurs ? Themes::readable(own) : own;
    const QString style = QApplication::style()->objectName();
    Themes::apply(ThemeChoice::System);
    QCOMPARE(QApplication::palette(), system);
    Themes::apply(ThemeChoice::Dark);
    QVERIFY(Colors::isDark(QApplication::palette()));
    QCOMPARE(QApplication::style()->objectName(), u"fusion"_s);
    Themes::apply(ThemeChoice::Light);
    QVERIFY(!Colors::isDark(QApplication::palette()));
    Themes::apply(ThemeChoice::System);
    QCOMPARE(QApplication::palette(), system);
    QCOMPARE(QApplication::style()->objectName(), style);
}

void ThemeTest::namesAreStable()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(Themes::fromName(Themes::name(choice)), choice);
    QCOMPARE(Themes::name(ThemeChoice::Dark), u"dark"_s);
    QVERIFY(!Themes::fromName(u"black"));
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
