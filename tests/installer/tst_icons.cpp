// SPDX-License-Identifier: Apache-2.0
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>
#include <QtEndian>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array linuxSizes{16, 22, 24, 32, 48, 64, 128, 256, 512};
constexpr std::array maskSizes{16, 20, 24, 32, 48, 64, 96};

/// Its path, as seen from the resources.
QString linuxImage(int size)
{
    return u"../installer/linux/icons/%1.png"_s.arg(size);
}

/// One image of an icon file: its kind, the size that the directory states, and its bytes.
struct Member
{
    QByteArray kind;
    int size = 0;
    QByteArray bytes;
};

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(KICKDESK_SOURCE_DIR "/resources/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <typename Number>
qsizetype littleEndian(const QByteArray &bytes, qsizetype offset)
{
    return qsizetype(qFromLittleEndian<Number>(bytes.constData() + offset));
}

/// The drawings of the line icons and the masks made from them, as they lie in the folders, seen from the
/// resources.
QStringList lineIconFiles()
{
    QStringList folders{u"icons/"_s};
    for (const int size : maskSizes)
        folders.append(u"masks/%1/"_s.arg(size));
    QStringList files;
    for (const QString &folder : std::as_const(folders)) {
        const QStringList names =
            QDir(QStringLiteral(KICKDESK_SOURCE_DIR "/resources/") + folder).entryList(QDir::Files);
        for (const QString &name : names)
            files.append(folder + name);
    }
    return files;
}

/// The directory of @p icon: 6 bytes, then 16 for each image, with 0 for 256 pixels.
QList<Member> membersOfIco(const QByteArray &icon)
{
    constexpr qsizetype header = 6;
    constexpr qsizetype entry = 16;
    QList<Member> members;
    const qsizetype count = icon.size() < header ? 0 : littleEndian<quint16>(icon, 4);
    for (qsizetype i = 0; i < count && icon.size() >= header + entry * (i + 1); ++i) {
        const qsizetype at = header + entry * i;
        const int width = uchar(icon.at(at));
        members.append(
            {.size = width == 0 ? 256 : width,
             .bytes = icon.mid(littleEndian<quint32>(icon, at + 12), littleEndian<quint32>(icon, at + 8))});
    }
    return members;
}

/// What is chained in @p icon: four letters, the length with these eight bytes, and the image.
QList<Member> membersOfIcns(const QByteArray &icon)
{
    constexpr qsizetype header = 8;
    QList<Member> members;
    for (qsizetype at = header; at + header <= icon.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(icon.constData() + at + 4));
        if (length < header)
            break;
        members.append({.kind = icon.mid(at, 4), .bytes = icon.mid(at + header, length - header)});
        at += length;
    }
    return members;
}

} // namespace

/// The application icons of Windows, macOS and Linux have every size that the systems ask for, and are those
/// of the drawing.
class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsHasEverySize();
    void windowsImageHasTheStatedSize();
    void macHasEverySize();
    void macImageHasItsSize_data();
    void macImageHasItsSize();
    void linuxHasEverySize();
    void iconsAreThoseOfTheDrawing_data();
    void iconsAreThoseOfTheDrawing();
    void everyDrawingHasEveryMask();
};

void TestIcons::windowsHasEverySize()
{
    QList<int> sizes;
    const QList<Member> members = membersOfIco(resource(u"kickdesk.ico"_s));
    for (const Member &member : members)
        sizes.append(member.size);
    QCOMPARE(sizes, QList<int>({16, 20, 24, 32, 40, 48, 64, 128, 256}));
}

void TestIcons::windowsImageHasTheStatedSize()
{
    const QList<Member> members = membersOfIco(resource(u"kickdesk.ico"_s));
    QVERIFY(!members.isEmpty());
    for (const Member &member : members) {
        if (member.size == 256) {
            QCOMPARE(QImage::fromData(member.bytes, "PNG").size(), QSize(256, 256));
            continue;
        }
        // A bitmap's header: its own length, the width, the height of image and mask together, planes, bits.
        QVERIFY(member.bytes.size() > 40);
        QCOMPARE(littleEndian<quint32>(member.bytes, 0), 40);
        QCOMPARE(littleEndian<quint32>(member.bytes, 4), member.size);
        QCOMPARE(littleEndian<quint32>(member.bytes, 8), 2 * member.size);
        QCOMPARE(littleEndian<quint16>(member.bytes, 14), 32);
    }
}

void TestIcons::macHasEverySize()
{
    const QByteArray icon = resource(u"kickdesk.icns"_s);
    QVERIFY(icon.startsWith("icns"));
    QCOMPARE(qFromBigEndian<quint32>(icon.constData() + 4), quint32(icon.size()));
    QByteArrayList kinds;
    const QList<Member> members = membersOfIcns(icon);
    for (const Member &member : members)
        kinds.append(member.kind);
    QCOMPARE(kinds, QByteArrayList({"is32", "s8mk", "il32", "l8mk", "ic07", "ic08", "ic09", "ic10", "ic11",
                                    "ic12", "ic13", "ic14"}));
}

void TestIcons::macImageHasItsSize_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("size");
    QTest::newRow("16, twice as fine") << QByteArray("ic11") << 32;
    QTest::newRow("32, twice as fine") << QByteArray("ic12") << 64;
    QTest::newRow("128") << QByteArray("ic07") << 128;
    QTest::newRow("128, twice as fine") << QByteArray("ic13") << 256;
    QTest::newRow("256") << QByteArray("ic08") << 256;
    QTest::newRow("256, twice as fine") << QByteArray("ic14") << 512;
    QTest::newRow("512") << QByteArray("ic09") << 512;
    QTest::newRow("512, twice as fine") << QByteArray("ic10") << 1024;
}

void TestIcons::macImageHasItsSize()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const int, size);
    QByteArray bytes;
    const QList<Member> members = membersOfIcns(resource(u"kickdesk.icns"_s));
    for (const Member &member : members) {
        if (member.kind == kind)
            bytes = member.bytes;
    }
    QCOMPARE(QImage::fromData(bytes, "PNG").size(), QSize(size, size));
}

void TestIcons::linuxHasEverySize()
{
    for (const int size : linuxSizes)
        QCOMPARE(QImage::fromData(resource(linuxImage(size)), "PNG").size(), QSize(size, size));
}

void TestIcons::iconsAreThoseOfTheDrawing_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("drawing") << u"kickdesk.svg"_s;
    QTest::newRow("Windows") << u"kickdesk.ico"_s;
    QTest::newRow("macOS") << u"kickdesk.icns"_s;
    for (const int size : linuxSizes)
        QTest::addRow("Linux, %d", size) << linuxImage(size);
    const QStringList lines = lineIconFiles();
    for (const QString &name : lines)
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestIcons::iconsAreThoseOfTheDrawing()
{
    QFETCH(const QString, file);
    const QByteArray hash = QCryptographicHash::hash(resource(file), QCryptographicHash::Sha256).toHex();
    const QByteArray recorded = resource(u"icons.sha256"_s);
    QVERIFY2(recorded.contains(hash + "  " + file.toUtf8() + '\n'),
             "run scripts/icons and commit what it makes");
}

void TestIcons::everyDrawingHasEveryMask()
{
    const QStringList files = lineIconFiles();
    for (const QString &file : files) {
        const QString name = file.section(u'/', -1).section(u'.', 0, 0);
        QVERIFY2(files.contains(u"icons/%1.svg"_s.arg(name)), qPrintable(file));
        for (const int size : maskSizes)
            QVERIFY2(files.contains(u"masks/%1/%2.png"_s.arg(QString::number(size), name)), qPrintable(file));
    }
    // Nothing is recorded that has gone since: the drawing of the sign and its two icon files are the other
    // three.
    QCOMPARE(resource(u"icons.sha256"_s).count('\n'), files.size() + qsizetype(linuxSizes.size()) + 3);
}

QTEST_GUILESS_MAIN(TestIcons)
#include "tst_icons.moc"
