// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"
#include "core/list/listdelimiter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef KICKDESK_SANITIZED
/// Here it is memory that is looked at, and each table takes ten times as long.
constexpr int tablesPerSeed = 250;
constexpr int texts = 1'000;
#else
constexpr int tablesPerSeed = 2'500;
constexpr int texts = 10'000;
#endif

/// A table that was made up, and what is in it.
struct MadeTable
{
    QByteArray text;
    QStringList people;
    ListSum sum;
};

QString pick(QRandomGenerator *random, const QStringList &choices)
{
    return choices.at(random->bounded(choices.size()));
}

QString cellOf(const QString &text, QChar delimiter, bool isQuoted)
{
    const bool isNeeded = text.contains(delimiter) || text.contains(u'\n') || text.startsWith(u'"');
    return isQuoted || isNeeded ? u'"' + QString(text).replace(u"\""_s, u"\"\""_s) + u'"' : text;
}

/// A well-formed table: any delimiter, quotation marks, line ends, headings, titles, blank rows, repetitions.
MadeTable made(QRandomGenerator *random)
{
    const QChar delimiter = pick(random, {u","_s, u";"_s, u"\t"_s, u"|"_s}).front();
    const QString lineEnd = pick(random, {u"\n"_s, u"\r\n"_s, u"\r"_s});
    const QStringList names{u"张三"_s,       u"Li, Si"_s,      u"O\"Neil"_s,  u"\"Tiger\" Zhang"_s,
                            u"two\nlines"_s, u"Nachname; V"_s, u"Mona | L"_s, QString(),
                            u"部门经理"_s,   u"欧阳 璐"_s};
    const bool hasHeadings = random->bounded(3) > 0;
    const int before = random->bounded(3);
    MadeTable table;
    QStringList lines;
    const auto add = [&](const QString &identifier, const QStringList &others) {
        QStringList cells = others;
        cells.insert(before, identifier);
        QStringList quoted;
        for (const QString &cell : cells)
            quoted << cellOf(cell, delimiter, random->bounded(4) == 0);
        lines << quoted.join(delimiter);
    };
    if (hasHeadings) {
        if (random->bounded(4) == 0) {
            lines << u"2026年11月离职名单"_s;
            ++table.sum.headings;
        }
        add(u"邮箱"_s, {u"姓名"_s, u"上级邮箱"_s, u"部门"_s});
        ++table.sum.headings;
    }
    const int rows = 1 + random->bounded(12);
    for (int row = 0; row < rows; ++row) {
        const int kind = random->bounded(10);
        if (kind == 0) {
            lines << pick(random, {QString(), QString(3, delimiter)});
            ++table.sum.blank;
        } else if (kind == 1 && !table.people.isEmpty()) {
            add(pick(random, table.people), {u"x"_s, QString(), u"y"_s});
            ++table.sum.merged;
        } else {
            const QString person = u"user%1-%2@example.com"_s.arg(row).arg(random->bounded(100'000));
            table.people << person;
            // Without headings two columns of addresses could not be told apart.
            const QString manager = hasHeadings ? u"boss@example.com"_s : u"研发"_s;
            add(person, {pick(random, names), manager, pick(random, names)});
            ++table.sum.users;
        }
    }
    if (table.people.isEmpty()) {
        add(u"last@example.com"_s, {u"x"_s, QString(), u"y"_s});
        table.people << u"last@example.com"_s;
        ++table.sum.users;
    }
    table.text = (lines.join(lineEnd) + lineEnd).toUtf8();
    table.sum.lines = lines.size();
    return table;
}

QStringList usable(const IdList &list)
{
    QStringList values;
    for (const IdListRow &row : list.rows) {
        if (!row.fault && !values.contains(row.value))
            values << row.value;
    }
    return values;
}

} // namespace

/// No user vanishes from a list without a word.
class TestListSum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPersonOfATableIsThere_data();
    void everyPersonOfATableIsThere();
    void linesOfAnyTextAddUp();
    void onlyAsciiLettersMergeRows_data();
    void onlyAsciiLettersMergeRows();
};

void TestListSum::everyPersonOfATableIsThere_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestListSum::everyPersonOfATableIsThere()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    for (int number = 0; number < tablesPerSeed; ++number) {
        const MadeTable expected = made(&random);
        const ListText text{.utf8 = expected.text};
        const Result<ListTable> table = ListDelimiters::cut(text, ListDelimiters::guess(text));
        QVERIFY2(table.hasValue(), expected.text.constData());
        const ListGuess guess = ListGuesses::guess(*table);
        const Result<IdList> list = IdLists::read(*table, guess, guess.idType);
        QVERIFY2(list.hasValue(), expected.text.constData());
        QVERIFY2(usable(*list) == expected.people, expected.text.constData());
        QVERIFY2(IdLists::sum(*list) == expected.sum, expected.text.constData());
    }
}

/// Whatever the text is: a table that is read accounts for each of its lines.
void TestListSum::linesOfAnyTextAddUp()
{
    QRandomGenerator random(20'261'130);
    const QStringList pieces{u"\""_s,          u","_s,    u";"_s,           u"\t"_s,    u"\n"_s, u"\r\n"_s,
                             u"a@x.example"_s, u"邮箱"_s, u" "_s,           u"'"_s,     u"="_s,  u"合计"_s,
                             u"序号"_s,        u"x"_s,    u"13800138000"_s, u"\uFEFF"_s};
    for (int number = 0; number < texts; ++number) {
        QString text;
        for (int piece = random.bounded(40); piece >= 0; --piece)
            text += pick(&random, pieces);
        const ListText utf8{.utf8 = text.toUtf8()};
        const Result<ListTable> table = ListDelimiters::cut(utf8, ListDelimiters::guess(utf8));
        if (!table)
            continue;
        ListGuess guess = ListGuesses::guess(*table);
        guess.column = guess.column.value_or(0);
        const Result<IdList> list = IdLists::read(*table, guess, guess.idType);
        if (!list)
            continue;
        const ListSum sum = IdLists::sum(*list);
        QVERIFY2(sum.lines == table->lineCount(), qPrintable(text));
        QVERIFY2(sum.lines == sum.users + sum.headings + sum.blank + sum.merged + sum.refused,
                 qPrintable(text));
    }
}

void TestListSum::onlyAsciiLettersMergeRows_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<qsizetype>("users");
    const QString kim = u"kim@example.com"_s;
    QTest::newRow("same") << kim << kim << qsizetype(1);
    QTest::newRow("other case") << kim << u"KIM@Example.com"_s << qsizetype(1);
    QTest::newRow("Kelvin sign") << kim << u"\u212Aim@example.com"_s << qsizetype(2);
    QTest::newRow("long s") << u"sam@example.com"_s << u"\u017Fam@example.com"_s << qsizetype(2);
    QTest::newRow("sharp s") << u"strasse@example.com"_s << u"stra\u00DFe@example.com"_s << qsizetype(2);
    QTest::newRow("ligature") << u"fin@example.com"_s << u"\uFB01n@example.com"_s << qsizetype(2);
    QTest::newRow("Greek letters") << u"\u0391@example.com"_s << u"\u03B1@example.com"_s << qsizetype(2);
}

/// Rows that are merged although the server has two users would lose one of them.
void TestListSum::onlyAsciiLettersMergeRows()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const QByteArray text = u"email\n%1\n%2\n"_s.arg(first, second).toUtf8();
    const Result<ListTable> table = ListTables::read({.utf8 = text}, ',');
    QVERIFY(table.hasValue());
    const Result<IdList> list =
        IdLists::read(*table, ListGuesses::guess(*table, {.idType = IdType::Email}), IdType::Email);
    QVERIFY(list.hasValue());
    QTEST(IdLists::sum(*list).users, "users");
}

QTEST_GUILESS_MAIN(TestListSum)
#include "tst_listsum.moc"
