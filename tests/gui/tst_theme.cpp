// SPDX-License-Identifier: Apache-2.0
#include "gui/style/colors.h"
#include "gui/style/kickstyle.h"
#include "gui/style/theme.h"
#include "gui/window/connectionband.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

#include <cmath>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Draws buttons white whatever the palette says, as Windows does.
class SystemStyle : public QProxyStyle
{
public:
    SystemStyle()
        : QProxyStyle(u"fusion"_s)
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_PanelButtonTool)
            painter->fillRect(option->rect, Qt::white);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag_data();
    void contrastIsThatOfWcag();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void systemCanBeRead_data();
    void systemCanBeRead();
    void leavesWhatCanBeReadAlone();
    void switchesBackAndForth();
    void namesAreStable();
    void paintsNothingOverTheSwitch_data();
    void paintsNothingOverTheSwitch();
    void switchCanBeReadInAStyleOfTheSystem();
};

void ThemeTest::contrastIsThatOfWcag_data()
{
    QTest::addColumn<QColor>("color");
    QTest::addColumn<double>("onWhite");
    // The figures that checkers of WCAG 2 give.
    QTest::newRow("black") << QColor(u"#000000"_s) << 21.0;
    QTest::newRow("white") << QColor(u"#ffffff"_s) << 1.0;
    QTest::newRow("the lightest grey for text") << QColor(u"#767676"_s) << 4.54;
    QTest::newRow("red") << QColor(u"#ff0000"_s) << 4.00;
    QTest::newRow("green") << QColor(u"#00ff00"_s) << 1.37;
    QTest::newRow("blue") << QColor(u"#0000ff"_s) << 8.59;
}

void ThemeTest::contrastIsThatOfWcag()
{
    QFETCH(const QColor, color);
    QFETCH(const double, onWhite);
    constexpr double rounding = 0.006;
    QVERIFY(std::abs(Colors::contrast(color, Qt::white) - onWhite) < rounding);
    QCOMPARE(Colors::contrast(Qt::white, color), Colors::contrast(color, Qt::white));
}

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
        const double found = Colors::contrast(palette.color(group, text), palette.color(group, ground));
        QVERIFY2(found >= least,
                 qPrintable(u"role %1 on %2: %3"_s.arg(QString::number(text), QString::number(ground),
                                                       QString::number(found))));
    }
    for (const QColor &state : {Colors::good(palette), Colors::bad(palette), Colors::caution(palette)}) {
        QVERIFY(Colors::contrast(state, palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(Colors::contrast(state, palette.color(QPalette::Window)) >= 4.5);
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
        QVERIFY2(Colors::contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5,
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
    const QPalette system = isOurs ? Themes::ofSystem(own) : own;
    Themes::apply(ThemeChoice::System);
    const QString style = QApplication::style()->objectName();
    QCOMPARE(QApplication::palette(), system);
    Themes::apply(ThemeChoice::Dark);
    QVERIFY(Colors::isDark(QApplication::palette()));
    QCOMPARE(QApplication::style()->objectName(), KickStyle::styleName());
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

void ThemeTest::paintsNothingOverTheSwitch_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
}

void ThemeTest::paintsNothingOverTheSwitch()
{
    QFETCH(const ThemeChoice, theme);
    Themes::apply(theme);
    ConnectionBand band;
    QMenu menu;
    const QAction *entry = menu.addAction(u"sandbox"_s);
    band.setMenu(&menu);
    auto *button = band.findChild<QToolButton *>(u"switchButton"_s);
    const QString text = button->text();
    button->setText(QString(text.size(), u' '));
    band.resize(band.sizeHint());
    band.show();
    QVERIFY(QTest::qWaitForWindowExposed(&band));
    // Within its frame and the ring of the focus a button without a text has one colour a row.
    const QImage image = button->grab().toImage();
    constexpr int frame = 7;
    for (int y = frame; y < image.height() - frame; ++y) {
        for (int x = frame; x < image.width() - frame; ++x)
            QVERIFY2(image.pixel(x, y) == image.pixel(frame, y),
                     qPrintable(u"%1, %2"_s.arg(QString::number(x), QString::number(y))));
    }
    button->click();
    QVERIFY(menu.isVisible() && entry->isVisible());
    Themes::apply(ThemeChoice::System);
}

void ThemeTest::switchCanBeReadInAStyleOfTheSystem()
{
    ConnectionBand band;
    band.resize(band.sizeHint());
    band.show();
    QApplication::setStyle(new SystemStyle);
    QVERIFY(QTest::qWaitForWindowExposed(&band));
    const auto *button = band.findChild<QToolButton *>(u"switchButton"_s);
    const QPoint corner = button->mapTo(&band, QPoint(1, 1));
    QVERIFY(band.grab().toImage().pixelColor(corner) != Qt::white);
    Themes::apply(ThemeChoice::Light);
    QVERIFY(!button->autoRaise());
    Themes::apply(ThemeChoice::System);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
