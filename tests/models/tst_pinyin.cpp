// SPDX-License-Identifier: Apache-2.0
#include "core/values/pinyin.h"
#include "models/table/textarena.h"
#include "models/user/applicationfilter.h"
#include "models/user/applicationmodel.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Chinese names are found as they are typed.
class PinyinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void readingIsTheFirst_data();
    void readingIsTheFirst();
    void tableIsSmall();
    void applicationsAreFiltered_data();
    void applicationsAreFiltered();
    void rowsAreFound();
};

void PinyinTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const QString &text, const QString &wanted, bool isFound) {
        QTest::newRow(qPrintable(text + u' ' + wanted)) << text << wanted << isFound;
    };
    row(u"财务报销"_s, u"caiwu"_s, true);
    row(u"财务报销"_s, u"cwbx"_s, true);
    row(u"财务报销"_s, u"caiwbx"_s, true);
    row(u"财务报销"_s, u"CaiWu"_s, true);
    row(u"财务报销"_s, u"财务"_s, true);
    row(u"财务报销"_s, u"财wu"_s, true);
    row(u"财务报销"_s, u"bx"_s, true);
    row(u"财务报销"_s, u"baoxiao"_s, true);
    row(u"财务报销"_s, u"caiwubaoxiao"_s, true);
    row(u"财务报销"_s, u"aiwu"_s, false);
    row(u"财务报销"_s, u"cb"_s, false);
    row(u"财务报销"_s, u"caiwux"_s, false);
    row(u"财务报销"_s, u"cwbxx"_s, false);
    row(u"OA 门户"_s, u"oa menhu"_s, true);
    row(u"OA 门户"_s, u"oa m"_s, true);
    row(u"OA门户2"_s, u"oamh2"_s, true);
    row(u"GitLab"_s, u"gl"_s, false);
    row(u"GitLab"_s, u"gitlab"_s, true);
    row(u"旅行"_s, u"lvx"_s, true);
    row(u"旅行"_s, u"lux"_s, true);
    // The long way of the first character is a dead end, the short one is not.
    row(u"西安"_s, u"xian"_s, true);
    row(u"先安"_s, u"xia"_s, true);
    row(u"先安"_s, u"xa"_s, true);
    row(u""_s, u"a"_s, false);
}

void PinyinTest::finds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, wanted);
    QFETCH(const bool, isFound);
    QCOMPARE(Pinyin::contains(text, wanted), isFound);
}

void PinyinTest::readingIsTheFirst_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QByteArray>("syllable");
    QTest::newRow("usual") << u"张"_s << QByteArray("zhang");
    QTest::newRow("several readings") << u"行"_s << QByteArray("xing");
    QTest::newRow("two dots") << u"女"_s << QByteArray("nv");
    QTest::newRow("two dots and more") << u"略"_s << QByteArray("lve");
    QTest::newRow("first") << u"\u3400"_s << QByteArray("qiu");
    QTest::newRow("no reading") << u"\u4DBF"_s << QByteArray();
    QTest::newRow("no character of the table") << u"a"_s << QByteArray();
    QTest::newRow("full width") << u"ａ"_s << QByteArray();
}

void PinyinTest::readingIsTheFirst()
{
    QFETCH(const QString, character);
    QFETCH(const QByteArray, syllable);
    QCOMPARE(Pinyin::syllable(character.front()), syllable);
}

void PinyinTest::tableIsSmall()
{
    QFile table(u":/pinyin.bin"_s);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY2(table.size() > 50'000 && table.size() < 200'000, qPrintable(QString::number(table.size())));
}

void PinyinTest::applicationsAreFiltered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("appIds");
    QTest::newRow("all") << QString() << QStringList({u"a1"_s, u"b2"_s, u"c3"_s});
    QTest::newRow("pinyin") << u"caiwu"_s << QStringList({u"b2"_s});
    QTest::newRow("initials") << u"cwbx"_s << QStringList({u"b2"_s});
    QTest::newRow("characters") << u"财务"_s << QStringList({u"b2"_s});
    QTest::newRow("ID") << u"C3"_s << QStringList({u"c3"_s});
    QTest::newRow("Latin name") << u"gitl"_s << QStringList({u"a1"_s});
    QTest::newRow("none") << u"cwxb"_s << QStringList();
}

void PinyinTest::applicationsAreFiltered()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, appIds);
    ApplicationModel model;
    model.load({{.appId = u"a1"_s, .appName = ServerText(u"GitLab"_s)},
                {.appId = u"b2"_s, .appName = ServerText(u"财务报销"_s)},
                {.appId = u"c3"_s, .appName = ServerText(u"门户"_s)}},
               {});
    ApplicationFilter filter;
    filter.setSourceModel(&model);
    filter.setText(text);
    QStringList found;
    for (int row = 0; row < filter.rowCount(); ++row)
        found << filter.index(row, 0).data(ApplicationModel::AppIdRole).toString();
    found.sort();
    QCOMPARE(found, appIds);
}

void PinyinTest::rowsAreFound()
{
    TextArena arena;
    arena.append({u"张三"_s, u"138****0000"_s});
    arena.append({u"Zhang San"_s, QString()});
    arena.append({u"李四"_s, u"zhangsan@example.com"_s});
    arena.append({u"王五"_s, u"张"_s});
    const auto rows = [&arena](const QString &wanted) {
        QList<qsizetype> result;
        const QBitArray found = arena.rowsWith(wanted);
        for (qsizetype row = 0; row < found.size(); ++row) {
            if (found.testBit(row))
                result << row;
        }
        return result;
    };
    QCOMPARE(rows(u"zhangs"_s), QList<qsizetype>({0, 2}));
    QCOMPARE(rows(u"zs"_s), QList<qsizetype>({0}));
    QCOMPARE(rows(u"zhang"_s), QList<qsizetype>({0, 1, 2, 3}));
    // Nothing is found across two texts of a row.
    QCOMPARE(rows(u"wwz"_s), QList<qsizetype>());
    QCOMPARE(rows(u"138"_s), QList<qsizetype>({0}));
}

QTEST_GUILESS_MAIN(PinyinTest)
#include "tst_pinyin.moc"
