// SPDX-License-Identifier: Apache-2.0
#include "core/files/files.h"
#include "store/sql/sqlconnection.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

/// The thin layer over SQLite: what goes in comes out, and each failure is told.
class TestSqlStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void valuesComeBackAsTheyWere_data();
    void valuesComeBackAsTheyWere();
    void valuesOfOtherKindsAreNone_data();
    void valuesOfOtherKindsAreNone();
    void endsOnceAfterTheLastRow();
    void valuesCanBeBoundAfterTheFirstRow();
    void tellsFailures_data();
    void tellsFailures();
    void failureDoesNotOutlastItsRun();
    void closedConnectionFails();
    void onlyOpensWhatIsThere_data();
    void onlyOpensWhatIsThere();
    void readersDoNotWrite_data();
    void readersDoNotWrite();

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_file;
    SqlConnection m_connection;
};

void TestSqlStatement::init()
{
    m_connection.close();
    m_folder.emplace();
    m_file = m_folder->filePath(u"数据 ?#%41.db"_s);
    QVERIFY(Files::makeOwn(m_file));
    QVERIFY(m_connection.open(m_file, SqlConnection::Access::ReadWrite));
    QVERIFY(m_connection.execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, v, w TEXT UNIQUE)"_s));
}

void TestSqlStatement::valuesComeBackAsTheyWere_data()
{
    QTest::addColumn<SqlValue>("value");
    QTest::newRow("null") << SqlValue();
    QTest::newRow("zero") << SqlValue(qint64(0));
    QTest::newRow("largest") << SqlValue(std::numeric_limits<qint64>::max());
    QTest::newRow("smallest") << SqlValue(std::numeric_limits<qint64>::min());
    QTest::newRow("empty") << SqlValue(u""_s);
    QTest::newRow("digits") << SqlValue(u"007"_s);
    QTest::newRow("Chinese") << SqlValue(u"欧阳璐 😀"_s);
    QTest::newRow("with a zero") << SqlValue(QString(u"a\0b"_s));
    QTest::newRow("quotes") << SqlValue(u"'); DROP TABLE t; --"_s);
}

void TestSqlStatement::valuesComeBackAsTheyWere()
{
    QFETCH(SqlValue, value);
    SqlStatement insertion = m_connection.prepare(u"INSERT INTO t (v) VALUES (?)"_s);
    insertion.bind(value);
    QVERIFY(insertion.execute());
    SqlStatement query = m_connection.prepare(u"SELECT v FROM t WHERE id = ?"_s);
    query.bind(m_connection.lastInsertedId());
    QVERIFY(query.next());
    const auto found = query.value(0);
    QVERIFY(found);
    QVERIFY(*found == value);
    QCOMPARE(query.isNull(0), std::holds_alternative<std::nullptr_t>(value));
    if (const auto *text = std::get_if<QString>(&value)) {
        QCOMPARE(query.text(0), *text);
        QCOMPARE(query.utf8(0), text->toUtf8());
    }
    if (const auto *number = std::get_if<qint64>(&value))
        QCOMPARE(query.number(0), *number);
}

void TestSqlStatement::valuesOfOtherKindsAreNone_data()
{
    QTest::addColumn<QString>("literal");
    QTest::newRow("real number") << u"1.5"_s;
    QTest::newRow("whole real number") << u"1.0"_s;
    QTest::newRow("bytes") << u"x'00ff'"_s;
}

void TestSqlStatement::valuesOfOtherKindsAreNone()
{
    QFETCH(QString, literal);
    SqlStatement query = m_connection.prepare(u"SELECT "_s + literal);
    QVERIFY(query.next());
    QVERIFY(!query.value(0));
}

void TestSqlStatement::endsOnceAfterTheLastRow()
{
    SqlStatement query = m_connection.prepare(u"VALUES (1), (2)"_s);
    for (int run = 0; run < 2; ++run) {
        QVERIFY(query.next());
        QVERIFY(query.next());
        QCOMPARE(query.number(0), 2);
        QVERIFY(!query.next());
        // SQLite itself would begin anew.
        QVERIFY(!query.next());
        QVERIFY(!query.hasFailed());
        QCOMPARE(query.number(0), 0);
        query.reset();
    }
    QVERIFY(query.execute());
    QVERIFY(query.next());
}

void TestSqlStatement::valuesCanBeBoundAfterTheFirstRow()
{
    SqlStatement query = m_connection.prepare(u"SELECT ? UNION ALL SELECT ?"_s);
    for (const int first : {1, 10}) {
        query.bind(first, first + 1);
        QVERIFY(query.next());
        QCOMPARE(query.number(0), first);
    }
}

void TestSqlStatement::tellsFailures_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("isPrepared");
    QTest::newRow("no statement") << u"SELEKT 1"_s << false;
    QTest::newRow("no such table") << u"SELECT * FROM u"_s << false;
    QTest::newRow("not unique") << u"INSERT INTO t (w) VALUES ('a')"_s << true;
    QTest::newRow("number too large") << u"SELECT abs(-9223372036854775808)"_s << true;
}

void TestSqlStatement::tellsFailures()
{
    QFETCH(QString, sql);
    QFETCH(bool, isPrepared);
    QVERIFY(m_connection.execute(u"INSERT INTO t (w) VALUES ('a')"_s));
    SqlStatement statement = m_connection.prepare(sql);
    QCOMPARE(statement.isPrepared(), isPrepared);
    QVERIFY(!statement.next());
    QVERIFY(statement.hasFailed());
    QVERIFY(statement.errorCode() > 0 && statement.errorCode() < 0x100);
    QVERIFY(!statement.execute());
    QVERIFY(!m_connection.execute(sql));
}

void TestSqlStatement::failureDoesNotOutlastItsRun()
{
    SqlStatement insertion = m_connection.prepare(u"INSERT INTO t (w) VALUES (?)"_s);
    for (const auto &[text, isGood] : {std::pair("a", true), std::pair("a", false), std::pair("b", true)}) {
        insertion.bind(QByteArray(text));
        QCOMPARE(insertion.execute(), isGood);
        QCOMPARE(insertion.hasFailed(), !isGood);
    }
}

void TestSqlStatement::closedConnectionFails()
{
    m_connection.close();
    QVERIFY(!m_connection.isOpen());
    QVERIFY(!m_connection.execute(u"SELECT 1"_s));
    SqlStatement statement = m_connection.prepare(u"SELECT 1"_s);
    QVERIFY(!statement.next());
    QVERIFY(statement.hasFailed());
    QVERIFY(SqlStatement().hasFailed());
}

void TestSqlStatement::onlyOpensWhatIsThere_data()
{
    QTest::addColumn<SqlConnection::Access>("access");
    QTest::newRow("to write") << SqlConnection::Access::ReadWrite;
    QTest::newRow("to read") << SqlConnection::Access::ReadOnly;
    QTest::newRow("as it stands") << SqlConnection::Access::Frozen;
}

void TestSqlStatement::onlyOpensWhatIsThere()
{
    QFETCH(SqlConnection::Access, access);
    SqlConnection connection;
    QVERIFY(!connection.open(m_folder->filePath(u"other.db"_s), access));
    QVERIFY(connection.errorCode() != 0);
    QVERIFY(!QFile::exists(m_folder->filePath(u"other.db"_s)));
    QVERIFY(connection.open(m_file, access));
    QCOMPARE(connection.errorCode(), 0);
    QVERIFY(connection.execute(u"SELECT * FROM t"_s));
}

void TestSqlStatement::readersDoNotWrite_data()
{
    QTest::addColumn<SqlConnection::Access>("access");
    QTest::newRow("to read") << SqlConnection::Access::ReadOnly;
    QTest::newRow("as it stands") << SqlConnection::Access::Frozen;
}

void TestSqlStatement::readersDoNotWrite()
{
    QFETCH(SqlConnection::Access, access);
    SqlConnection connection;
    QVERIFY(connection.open(m_file, access));
    QVERIFY(!connection.execute(u"INSERT INTO t (v) VALUES (1)"_s));
}

QTEST_GUILESS_MAIN(TestSqlStatement)
#include "tst_sqlstatement.moc"
