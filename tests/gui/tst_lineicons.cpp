// SPDX-License-Identifier: Apache-2.0
#include "gui/icons.h"
#include "gui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPixmap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The line icons: one hand, sharp at every scale, in the colour of the text around them.
class LineIconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { Themes::apply(ThemeChoice::System); }
    void areAllInTheProgram();
    void areDrawnWithOneLine_data() { addIcons(); }
    void areDrawnWithOneLine();
    void areSharpAtEveryScale_data() { addIcons(); }
    void areSharpAtEveryScale();
    void haveTheColourOfTheText_data() { addIcons(); }
    void haveTheColourOfTheText();

private:
    static QString folder() { return QStringLiteral(KICKDESK_SOURCE_DIR "/resources/icons"); }
    static QStringList names();
    static void addIcons();
    static QImage drawn(const QString &name, int side, qreal ratio, QIcon::Mode mode = QIcon::Normal);
};

QStringList LineIconsTest::names()
{
    QStringList result = QDir(folder()).entryList({u"*.svg"_s});
    for (QString &name : result)
        name.chop(4);
    return result;
}

void LineIconsTest::addIcons()
{
    QTest::addColumn<QString>("name");
    const QStringList all = names();
    for (const QString &name : all)
        QTest::addRow("%s", qPrintable(name)) << name;
}

QImage LineIconsTest::drawn(const QString &name, int side, qreal ratio, QIcon::Mode mode)
{
    return Icons::tinted(name)
        .pixmap({side, side}, ratio, mode)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

void LineIconsTest::initTestCase()
{
    Themes::apply(ThemeChoice::System);
    // Loads the resources.
    QVERIFY(!Icons::application().isNull());
}

void LineIconsTest::areAllInTheProgram()
{
    QVERIFY(names().size() > 15);
    QCOMPARE(QDir(u":/icons"_s).entryList().join(u'\n'), QDir(folder()).entryList({u"*.svg"_s}).join(u'\n'));
}

void LineIconsTest::areDrawnWithOneLine()
{
    QFETCH(QString, name);
    QFile file(folder() + u'/' + name + u".svg"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(uR"( viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="1.75" )"_s));
    for (const QString &once : {u"stroke-width"_s, u"fill"_s, u"#"_s, u"stroke="_s})
        QCOMPARE(text.count(once), 1);
    static const QRegularExpression picture(u"<(?!svg|/svg|path|circle|rect|/?g\\b)"_s);
    QVERIFY2(!text.contains(picture), "more than lines");
}

void LineIconsTest::areSharpAtEveryScale()
{
    QFETCH(QString, name);
    constexpr int side = 20;
    for (const qreal ratio : {1.0, 1.25, 1.5, 1.75, 2.0, 3.0}) {
        const QImage image = drawn(name, side, ratio);
        const int pixels = qRound(side * ratio);
        QCOMPARE(image.size(), QSize(pixels, pixels));
        QCOMPARE(image.devicePixelRatio(), ratio);
        // A line that was drawn small and blown up has no dark pixel, and one that is cut reaches the border.
        int dark = 0;
        int onBorder = 0;
        for (int y = 0; y < pixels; ++y) {
            for (int x = 0; x < pixels; ++x) {
                const int alpha = qAlpha(image.pixel(x, y));
                const bool isBorder = x == 0 || y == 0 || x == pixels - 1 || y == pixels - 1;
                dark += alpha > 230 ? 1 : 0;
                onBorder += isBorder && alpha > 40 ? 1 : 0;
            }
        }
        QVERIFY2(dark > pixels / 4,
                 qPrintable(u"%1 at %2"_s.arg(QString::number(dark), QString::number(ratio))));
        QCOMPARE(onBorder, 0);
    }
}

void LineIconsTest::haveTheColourOfTheText()
{
    QFETCH(QString, name);
    const QIcon icon = Icons::tinted(name);
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
        Themes::apply(theme);
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Disabled}) {
            const QPalette::ColorGroup group =
                mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
            const QColor wanted = QApplication::palette().color(group, QPalette::WindowText);
            const QImage image =
                icon.pixmap({32, 32}, 2, mode).toImage().convertToFormat(QImage::Format_ARGB32);
            int seen = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color = QColor::fromRgba(image.pixel(x, y));
                    if (color.alpha() < 255)
                        continue;
                    ++seen;
                    QCOMPARE(color, wanted);
                }
            }
            QVERIFY(seen > 0);
        }
    }
}

QTEST_MAIN(LineIconsTest)
#include "tst_lineicons.moc"
