// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/lookalikes.h"
#include "models/user/namemarks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class NameMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatLookTheSame_data();
    void namesThatLookTheSame();
    void marksEachNameForItself_data();
    void marksEachNameForItself();
    void marksTwinsOnly();
    void everyMarkHasItsWords();
};

void NameMarksTest::namesThatLookTheSame_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("alike");
    QTest::newRow("Cyrillic A") << u"Alice Chen"_s << u"\u0410lice Chen"_s << true;
    QTest::newRow("Greek A") << u"Alice Chen"_s << u"\u0391lice Chen"_s << true;
    QTest::newRow("Cyrillic and Greek") << u"\u0410lice Chen"_s << u"\u0391lice Chen"_s << true;
    QTest::newRow("all Cyrillic") << u"cope"_s << u"\u0441\u043e\u0440\u0435"_s << true;
    QTest::newRow("zero for O") << u"OLIVER"_s << u"0LIVER"_s << true;
    QTest::newRow("one for l") << u"will"_s << u"wi1l"_s << true;
    QTest::newRow("I for l") << u"Al"_s << u"AI"_s << true;
    QTest::newRow("case") << u"li na"_s << u"Li Na"_s << true;
    QTest::newRow("full width") << u"Tom"_s << u"\uff34om"_s << true;
    QTest::newRow("radical for character") << u"\u4e00\u8fdc"_s << u"\u2f00\u8fdc"_s << true;
    QTest::newRow("zero width") << u"\u674e\u5a1c"_s << u"\u674e\u200b\u5a1c"_s << true;
    QTest::newRow("spaces") << u"Li  Na"_s << u" Li Na "_s << true;
    QTest::newRow("another name") << u"\u674e\u5a1c"_s << u"\u674e\u6b4c"_s << false;
    QTest::newRow("another letter") << u"Alice Chen"_s << u"Alice Cheng"_s << false;
    QTest::newRow("accent") << u"Zoe"_s << u"Zo\u00eb"_s << false;
}

void NameMarksTest::namesThatLookTheSame()
{
    QFETCH(const QString, left);
    QFETCH(const QString, right);
    QFETCH(const bool, alike);
    QCOMPARE(Lookalikes::skeleton(ServerText(left)) == Lookalikes::skeleton(ServerText(right)), alike);
    NameMarks names;
    names.add(ServerText(left));
    names.add(ServerText(right));
    QCOMPARE(names.mark(ServerText(left)) == NameMark::Alike, alike);
    QCOMPARE(names.mark(ServerText(right)) == NameMark::Alike, alike);
}

void NameMarksTest::marksEachNameForItself_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<NameMark>("mark");
    QTest::newRow("Chinese") << u"\u5f20\u4f1f"_s << NameMark::None;
    QTest::newRow("Chinese and Latin") << u"\u5f20\u4f1f David"_s << NameMark::None;
    QTest::newRow("Russian") << u"\u0410\u043d\u043d\u0430"_s << NameMark::None;
    QTest::newRow("Russian beside Latin") << u"\u0410\u043d\u043d\u0430 Smith"_s << NameMark::None;
    QTest::newRow("one word of two alphabets") << u"\u0410lice Chen"_s << NameMark::Mixed;
    QTest::newRow("direction") << u"\u674e\u5a1c\u202egnp.exe"_s << NameMark::Hidden;
    QTest::newRow("empty") << QString() << NameMark::None;
}

void NameMarksTest::marksEachNameForItself()
{
    QFETCH(const QString, name);
    QTEST(NameMarks().mark(ServerText(name)), "mark");
}

void NameMarksTest::marksTwinsOnly()
{
    NameMarks names;
    const ServerText twin(u"\u5f20\u4f1f"_s);
    const ServerText other(u"Alice"_s);
    names.add(twin);
    names.add(other);
    QVERIFY(!names.hasTwins());
    QCOMPARE(names.mark(twin), NameMark::None);
    names.add(twin);
    QVERIFY(names.hasTwins());
    QCOMPARE(names.mark(twin), NameMark::Same);
    QCOMPARE(names.mark(other), NameMark::None);
    names.clear();
    QVERIFY(!names.hasTwins());
    QCOMPARE(names.mark(twin), NameMark::None);
}

void NameMarksTest::everyMarkHasItsWords()
{
    QStringList seen;
    for (const NameMark mark : {NameMark::Same, NameMark::Alike, NameMark::Mixed, NameMark::Hidden})
        seen << NameMarks::label(mark) << NameMarks::sentence(mark);
    QVERIFY(!seen.contains(QString()));
    QCOMPARE(seen.removeDuplicates(), 0);
    QVERIFY(NameMarks::label(NameMark::None).isEmpty() && NameMarks::sentence(NameMark::None).isEmpty());
}

QTEST_GUILESS_MAIN(NameMarksTest)
#include "tst_namemarks.moc"
