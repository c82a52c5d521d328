// SPDX-License-Identifier: Apache-2.0
#include "gui/style/icons.h"
#include "gui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPixmap>
#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;

constexpr std::array maskSides{16, 20, 24, 32, 48, 64, 96};

/// The line icons: one hand, sharp at every scale, in the colour of the text around them.
class LineIconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { Themes::apply(ThemeChoice::System); }
    void areAllInTheProgram_data();
    void areAllInTheProgram();
    void theSignIsDrawnAtItsSize();
    void areMasks_data() { addIcons(); }
    void areMasks();
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
}

void LineIconsTest::areAllInTheProgram_data()
{
    QTest::addColumn<int>("side");
    for (const int side : maskSides)
        QTest::addRow("%d", side) << side;
}

void LineIconsTest::areAllInTheProgram()
{
    QFETCH(int, side);
    QStringList masks = names();
    QVERIFY(masks.size() > 15);
    for (QString &name : masks)
        name += u".png"_s;
    QCOMPARE(QDir(u":/masks/%1"_s.arg(side)).entryList().join(u'\n'), masks.join(u'\n'));
}

void LineIconsTest::theSignIsDrawnAtItsSize()
{
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        // Multiplied, as pictures are kept where they are shown.
        constexpr QImage::Format format = QImage::Format_ARGB32_Premultiplied;
        const QImage image = Icons::application().pixmap({side, side}, 1).toImage();
        QCOMPARE(image.convertToFormat(format),
                 QImage(u":/signs/%1.png"_s.arg(side)).convertToFormat(format));
    }
}

void LineIconsTest::areMasks()
{
    QFETCH(QString, name);
    for (const int side : maskSides) {
        const QImage mask(u":/masks/%1/%2.png"_s.arg(QString::number(side), name));
        QCOMPARE(mask.size(), QSize(side, side));
        QVERIFY(mask.allGray());
        // Drawn at its own size, an icon is its mask, pixel by pixel.
        const QImage image = drawn(name, side, 1);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                QCOMPARE(qAlpha(image.pixel(x, y)), qGray(mask.pixel(x, y)));
        }
    }
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
