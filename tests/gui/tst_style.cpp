// SPDX-License-Identifier: Apache-2.0
#include "gui/style/colors.h"
#include "gui/style/ink.h"
#include "gui/style/kickstyle.h"
#include "gui/style/theme.h"
#include "gui/style/tokens.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTest>
#include <QTreeView>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double textContrast = 4.5;
constexpr double outlineContrast = 3.0;

/// The colour in the middle of the left edge of what @p button draws, inside its outline.
QColor groundOf(QPushButton *button)
{
    button->ensurePolished();
    button->resize(button->sizeHint());
    const QImage picture = button->grab().toImage();
    return picture.pixelColor(Tokens::radiusButton, picture.height() / 2);
}

} // namespace

/// The style's own promises: what is drawn can be told apart in light, in dark and in colours of the system.
class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Themes::apply(ThemeChoice::System); }
    void canBeToldApart_data();
    void canBeToldApart();
    void roleIsDrawn_data();
    void roleIsDrawn();
    void defaultButtonIsFilled();
    void controlsAreHighEnough();
    void rowsKeepTheirInk();
    void frameOfWhatScrollsHasItsCorners();
    void handleFollowsTheValue_data();
    void handleFollowsTheValue();
};

void StyleTest::canBeToldApart_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Themes::palette(false);
    QTest::newRow("dark") << Themes::palette(true);
    QPalette black(Qt::black);
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button})
        black.setColor(role, Qt::black);
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        black.setColor(role, Qt::white);
    black.setColor(QPalette::Highlight, QColor(0, 0, 160));
    black.setColor(QPalette::Link, QColor(0, 0, 160));
    QTest::newRow("high contrast, its own colours") << Themes::ofSystem(black);
    QPalette pale = Themes::palette(false);
    pale.setColor(QPalette::Highlight, QColor(170, 200, 255));
    pale.setColor(QPalette::HighlightedText, Qt::white);
    QTest::newRow("a system with a pale highlight") << Themes::readable(pale);
}

void StyleTest::canBeToldApart()
{
    QFETCH(const QPalette, palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor window = palette.color(QPalette::Window);
    QVERIFY(Colors::contrast(Ink::outline(palette), base) >= outlineContrast);
    QVERIFY(Colors::contrast(Ink::outline(palette), window) >= outlineContrast);
    QVERIFY(Colors::contrast(Ink::accent(palette), base) >= textContrast);
    const QColor selection = Ink::selection(palette);
    QVERIFY(Colors::contrast(palette.color(QPalette::Text), selection) >= textContrast);
    for (const QColor &state :
         {Colors::good(palette), Colors::bad(palette), Colors::caution(palette), Colors::online(palette)})
        QVERIFY2(Colors::contrast(state, selection) >= textContrast,
                 qPrintable(state.name() + u" on "_s + selection.name()));
    for (const Ink::Role role : {Ink::Role::Primary, Ink::Role::Danger}) {
        for (const bool isDown : {false, true})
            QVERIFY(Colors::contrast(Ink::onFilled(palette, role),
                                     Ink::filled(palette, role, isDown, !isDown)) >= textContrast);
        QVERIFY(Colors::contrast(Ink::filled(palette, role, false, false), window) >= outlineContrast ||
                Colors::isDark(palette));
    }
}

void StyleTest::roleIsDrawn_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<bool>("isEnabled");
    QTest::addColumn<bool>("isFilled");
    QTest::newRow("primary") << u"primary"_s << true << true;
    QTest::newRow("danger") << u"danger"_s << true << true;
    QTest::newRow("primary, disabled") << u"primary"_s << false << false;
    QTest::newRow("quiet") << u"quiet"_s << true << false;
    QTest::newRow("unknown name") << u"loud"_s << true << false;
    QTest::newRow("none") << QString() << true << false;
}

void StyleTest::roleIsDrawn()
{
    QFETCH(const QString, role);
    QFETCH(const bool, isEnabled);
    QFETCH(const bool, isFilled);
    Themes::apply(ThemeChoice::Light);
    QPushButton button(u"Send"_s);
    button.setProperty("role", role);
    button.setEnabled(isEnabled);
    const QPalette palette = button.palette();
    const QColor expected =
        Ink::filled(palette, role == "danger"_L1 ? Ink::Role::Danger : Ink::Role::Primary, false, false);
    QCOMPARE(groundOf(&button) == expected, isFilled);
}

void StyleTest::defaultButtonIsFilled()
{
    Themes::apply(ThemeChoice::Light);
    QPushButton button(u"OK"_s);
    const QColor plain = groundOf(&button);
    button.setDefault(true);
    QCOMPARE(groundOf(&button), Ink::filled(button.palette(), Ink::Role::Primary, false, false));
    Ink::setRole(&button, Ink::Role::Quiet);
    QVERIFY(groundOf(&button) != Ink::filled(button.palette(), Ink::Role::Primary, false, false));
    button.setDefault(false);
    Ink::setRole(&button, Ink::Role::Plain);
    QCOMPARE(groundOf(&button), plain);
}

void StyleTest::controlsAreHighEnough()
{
    Themes::apply(ThemeChoice::Light);
    QPushButton button(u"Send"_s);
    QVERIFY(button.sizeHint().height() >= Tokens::controlHeight);
    QLineEdit edit;
    QVERIFY(edit.sizeHint().height() >= Tokens::controlHeight);
    QFont large = button.font();
    large.setPointSizeF(3 * large.pointSizeF());
    button.setFont(large);
    QVERIFY(button.sizeHint().height() >= QFontMetrics(large).height() + 2 * Tokens::controlPadding);
}

void StyleTest::rowsKeepTheirInk()
{
    Themes::apply(ThemeChoice::Dark);
    const QTreeView view;
    view.ensurePolished();
    QCOMPARE(view.palette().color(QPalette::HighlightedText), view.palette().color(QPalette::Text));
    QCOMPARE(view.palette().color(QPalette::Highlight), Ink::selection(Themes::palette(true)));
    // A text that is selected in a field stands on the full colour.
    const QLineEdit edit;
    QCOMPARE(edit.palette().color(QPalette::Highlight), Themes::palette(true).color(QPalette::Highlight));
}

void StyleTest::frameOfWhatScrollsHasItsCorners()
{
    Themes::apply(ThemeChoice::Light);
    QTreeView tree;
    constexpr QSize size(200, 100);
    tree.resize(size);
    const QImage picture = tree.grab().toImage();
    const int line = picture.pixelColor(0, picture.height() / 2).lightness();
    const int ground = tree.palette().color(QPalette::Base).lightness();
    QVERIFY(line < ground);
    // A corner is somewhat lighter where it is smoothed, and not the ground that a cut one leaves.
    const int lightest = (line + ground) / 2;
    QVERIFY(picture.pixelColor(0, 0).lightness() < lightest);
    QVERIFY(picture.pixelColor(picture.width() - 1, picture.height() - 1).lightness() < lightest);
}

void StyleTest::handleFollowsTheValue_data()
{
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::addColumn<int>("maximum");
    QTest::newRow("rows") << Qt::Vertical << 100'000;
    QTest::newRow("columns") << Qt::Horizontal << 40;
    QTest::newRow("range that exceeds an int with its page")
        << Qt::Vertical << std::numeric_limits<int>::max();
}

void StyleTest::handleFollowsTheValue()
{
    QFETCH(const Qt::Orientation, orientation);
    QFETCH(const int, maximum);
    Themes::apply(ThemeChoice::Light);
    QScrollBar bar(orientation);
    bar.setRange(0, maximum);
    bar.setPageStep(20);
    bar.resize(200, 200);
    const auto handle = [&bar] {
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = bar.orientation();
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.pageStep = bar.pageStep();
        option.sliderPosition = bar.value();
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    };
    const QRect first = handle();
    bar.setValue(maximum);
    const QRect last = handle();
    QCOMPARE(first.size(), last.size());
    QVERIFY(bar.rect().contains(first) && bar.rect().contains(last));
    QCOMPARE(orientation == Qt::Vertical ? last.bottom() : last.right(),
             orientation == Qt::Vertical ? bar.rect().bottom() : bar.rect().right());
    QVERIFY(first != last);
}

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
