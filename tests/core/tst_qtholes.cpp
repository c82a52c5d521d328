// SPDX-License-Identifier: Apache-2.0
#include "core/program/qtholes.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class QtHolesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereEachBeginsAndEnds_data();
    void knowsWhereEachBeginsAndEnds();
    void tellsApartWhatIsReached();
};

void QtHolesTest::knowsWhereEachBeginsAndEnds_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isThere");
    const QString root = u"CVE-2023-34410"_s;
    QTest::newRow("root, old branch") << u"6.2.8"_s << root << true;
    QTest::newRow("root, old branch repaired") << u"6.2.9"_s << root << false;
    QTest::newRow("root, branch without a repair") << u"6.4.3"_s << root << true;
    QTest::newRow("root, last") << u"6.5.1"_s << root << true;
    QTest::newRow("root, repaired") << u"6.5.2"_s << root << false;
    QTest::newRow("folder, 6.5") << u"6.5.9"_s << u"CVE-2025-14575"_s << true;
    QTest::newRow("folder, 6.5 repaired") << u"6.5.10"_s << u"CVE-2025-14575"_s << false;
    QTest::newRow("folder, 6.8 repaired") << u"6.8.4"_s << u"CVE-2025-14575"_s << false;
    QTest::newRow("folder, 6.9") << u"6.9.1"_s << u"CVE-2025-14575"_s << true;
    QTest::newRow("HTTP/2, 6.7") << u"6.7.2"_s << u"CVE-2024-39936"_s << true;
    QTest::newRow("HTTP/2, not yet") << u"6.8.0"_s << u"CVE-2025-5991"_s << false;
    QTest::newRow("HTTP/2, 6.9") << u"6.9.0"_s << u"CVE-2025-5991"_s << true;
    QTest::newRow("HTTP/2, 6.11 repaired") << u"6.11.3"_s << u"CVE-2026-95620"_s << false;
}

void QtHolesTest::knowsWhereEachBeginsAndEnds()
{
    QFETCH(QString, version);
    QFETCH(QString, id);
    const QList<QtHole> found = QtHoles::in(QVersionNumber::fromString(version));
    const bool isThere = std::ranges::any_of(found, [&id](const QtHole &hole) { return hole.id == id; });
    QTEST(isThere, "isThere");
}

void QtHolesTest::tellsApartWhatIsReached()
{
    QStringList reached;
    QStringList others;
    const QList<QtHole> found = QtHoles::in({6, 4, 2});
    for (const QtHole &hole : found)
        (hole.isReached ? reached : others) << hole.id;
    QCOMPARE(reached, QStringList({u"CVE-2023-34410"_s, u"CVE-2025-14575"_s}));
    QVERIFY(others.contains(u"CVE-2023-51714"_s));
    QVERIFY(QtHoles::in({6, 12, 0}).isEmpty());
    QVERIFY(QtHoles::in({}).isEmpty());
}

QTEST_GUILESS_MAIN(QtHolesTest)
#include "tst_qtholes.moc"
