// SPDX-License-Identifier: Apache-2.0
#include "core/values/servertext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestServerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainShowsWhatHides_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<bool>("isHidden");

        QTest::newRow("ordinary") << u"张三 Zhang"_s << u"张三 Zhang"_s << false;
        QTest::newRow("markup stays text") << u"<b>a</b>&amp;"_s << u"<b>a</b>&amp;"_s << false;
        QTest::newRow("argument marks") << u"%1 %n"_s << u"%1 %n"_s << false;
        QTest::newRow("line feed") << u"a\nb\tc"_s << u"a b c"_s << false;
        QTest::newRow("right to left override") << u"a\u202Egnp.exe"_s << u"a[U+202E]gnp.exe"_s << true;
        QTest::newRow("zero width") << u"ad\u200Bmin"_s << u"ad[U+200B]min"_s << true;
        QTest::newRow("bell") << u"a\u0007"_s << u"a[U+0007]"_s << true;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << u"[U+D800]"_s << true;
        QTest::newRow("hangul filler") << u"a\u3164b"_s << u"a[U+3164]b"_s << true;
        QTest::newRow("emoji") << u"a😀b"_s << u"a😀b"_s << false;
        QTest::newRow("tag character") << u"a\U000E0041"_s << u"a[U+E0041]"_s << true;
        QTest::newRow("combining marks")
            << u"a"_s + QString(40, u'\u0301') << u"a"_s + QString(4, u'\u0301') << false;
    }

    void plainShowsWhatHides()
    {
        QFETCH(QString, raw);
        QFETCH(QString, plain);
        QFETCH(bool, isHidden);
        QCOMPARE(ServerText(raw).plain(), plain);
        QCOMPARE(ServerText(raw).hasHiddenCharacters(), isHidden);
        QCOMPARE(ServerText(raw).verbatim(), raw);
    }

    void plainIsCapped()
    {
        const ServerText text(QString(10'000, u'名'));
        QCOMPARE(text.plain().size(), ServerText::defaultMaximumLength + 1);
        QVERIFY(text.plain().endsWith(u'…'));
        QCOMPARE(text.plain(10), QString(10, u'名') + u'…');
    }

    void capNeverSplitsACharacter() { QCOMPARE(ServerText(u"ab😀"_s).plain(3), u"ab…"_s); }

    void escapedHasNoMarkup()
    {
        const QString text = ServerText(u"<img src='file:///etc/passwd'> & \"x\""_s).escaped();
        QVERIFY(!text.contains(u'<'));
        QVERIFY(!text.contains(u'>'));
        QVERIFY(text.contains(u"&amp;"_s));
        QVERIFY(text.contains(u"&quot;"_s));
    }
};

QTEST_APPLESS_MAIN(TestServerText)
#include "tst_servertext.moc"
