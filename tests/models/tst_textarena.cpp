// SPDX-License-Identifier: Apache-2.0
#include "models/table/textarena.h"
#include "models/table/textscan.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Many texts in one piece of memory, and finding them there.
class TextArenaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryText();
    void findsEveryPlace_data();
    void findsEveryPlace();
    void findsWhatSearchingEachRowFinds_data();
    void findsWhatSearchingEachRowFinds();
};

void TextArenaTest::keepsEveryText()
{
    TextArena arena;
    arena.append({u"one"_s, QString(), u"three"_s});
    arena.append({QString(), QString(), QString()});
    arena.append({u"张三"_s, u"é"_s, u"😀"_s});
    arena.squeeze();
    QCOMPARE(arena.count(), 3);
    QCOMPARE(arena.text(0, 0), u"one"_s);
    QCOMPARE(arena.text(0, 1), QString());
    QCOMPARE(arena.text(0, 2), u"three"_s);
    QCOMPARE(arena.text(1, 2), QString());
    QCOMPARE(arena.text(2, 0), u"张三"_s);
    QCOMPARE(arena.text(2, 1), u"é"_s);
    QCOMPARE(arena.text(2, 2), u"😀"_s);
    QVERIFY(arena.byteCount() >= 8 + 6 + 2 + 4 + 9 + 12);
}

void TextArenaTest::findsEveryPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QList<qsizetype>>("places");
    QTest::newRow("nothing") << QByteArray() << u"a"_s << QList<qsizetype>();
    QTest::newRow("too short") << QByteArray("ab") << u"abc"_s << QList<qsizetype>();
    QTest::newRow("both cases") << QByteArray("aAbBA") << u"a"_s << QList<qsizetype>{0, 1, 4};
    QTest::newRow("overlapping") << QByteArray("aaaa") << u"AA"_s << QList<qsizetype>{0, 1, 2};
    QTest::newRow("at the end") << QByteArray("xxab") << u"Ab"_s << QList<qsizetype>{2};
    QTest::newRow("cut at the end") << QByteArray("abxa") << u"ab"_s << QList<qsizetype>{0};
    // "@" and "`" differ by the bit that tells cases apart.
    QTest::newRow("no letters") << QByteArray("`[@{") << u"@"_s << QList<qsizetype>{2};
    // Lower and upper case differ in both bytes; one byte of each is another letter.
    QTest::newRow("mixed bytes") << QByteArray("\xD1\x80\xD0\xA0\xD0\x80\xD1\xA0") << u"р"_s
                                 << QList<qsizetype>{0, 2};
    // The lower case of the Kelvin sign is shorter than the sign.
    QTest::newRow("unequal length") << QByteArray("k\xE2\x84\xAA") << u"\u212A"_s << QList<qsizetype>{1};
}

void TextArenaTest::findsEveryPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    QFETCH(QList<qsizetype>, places);
    TextScan scan(wanted, text);
    QList<qsizetype> found;
    for (qsizetype place = scan.next(0); place >= 0; place = scan.next(place + 1))
        found << place;
    QCOMPARE(found, places);
}

void TextArenaTest::findsWhatSearchingEachRowFinds_data()
{
    QTest::addColumn<QString>("wanted");
    for (const auto &wanted :
         {u"a"_s, u"B"_s, u"ab"_s, u"王"_s, u"王a"_s, u"é"_s, u"É王"_s, u"aaa"_s, u"b é"_s})
        QTest::newRow(qPrintable(wanted)) << wanted;
}

void TextArenaTest::findsWhatSearchingEachRowFinds()
{
    QFETCH(QString, wanted);
    constexpr int rows = 20'000;
    const QString letters = u"aAbB 王李éÉ😀"_s;
    TextArena arena;
    QBitArray expected(rows);
    quint32 state = 1;
    const auto text = [&letters, &state] {
        QString result;
        for (quint32 size = state >> 28; size > 0; --size) {
            state = (state * 1664525U) + 1013904223U;
            const QChar letter = letters.at(static_cast<qsizetype>(state >> 16) % letters.size());
            result += letter.isSurrogate() ? u"😀"_s : QString(letter);
        }
        state = (state * 1664525U) + 1013904223U;
        return result;
    };
    for (int row = 0; row < rows; ++row) {
        const QString first = text();
        const QString second = text();
        arena.append({first, second});
        expected.setBit(row, first.contains(wanted, Qt::CaseInsensitive) ||
                                 second.contains(wanted, Qt::CaseInsensitive));
    }
    QVERIFY(expected.count(true) > 0 && expected.count(false) > 0);
    QCOMPARE(arena.rowsWith(wanted), expected);
}

QTEST_APPLESS_MAIN(TextArenaTest)
#include "tst_textarena.moc"
