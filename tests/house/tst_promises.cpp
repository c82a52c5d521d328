// SPDX-License-Identifier: Apache-2.0
#include "house/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Promise
{
    QString text;
    QStringList tests;
};

/// The rows of the table of promises in @p document.
QList<Promise> promisesOf(const QString &document)
{
    const QString chapter = document.section(u"<a id=\"promises\"></a>"_s, 1).section(u"\n## "_s, 0, 0);
    static const QRegularExpression test(u"`(tst_[a-z]+)`"_s);
    QList<Promise> result;
    for (const QString &line : chapter.split(u'\n')) {
        const QStringList cells = line.split(u'|');
        constexpr qsizetype cellsOfARow = 4;
        if (cells.size() != cellsOfARow)
            continue;
        Promise promise{.text = cells.at(1).trimmed(), .tests = {}};
        for (auto found = test.globalMatch(cells.at(2)); found.hasNext();)
            promise.tests << found.next().captured(1);
        result << promise;
    }
    // The headings and the line below them.
    return result.mid(2);
}

/// The tests that ctest runs.
QSet<QString> registeredTests()
{
    // Neither a comment nor a message runs a test.
    static const QRegularExpression words(u"#[^\n]*|\"[^\"]*\""_s);
    static const QRegularExpression registered(u"\\btst_[a-z]+\\b"_s);
    QSet<QString> result;
    for (QDirIterator files(QStringLiteral(KICKDESK_SOURCE_DIR "/tests"), {u"CMakeLists.txt"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll()).remove(words);
        for (auto found = registered.globalMatch(text); found.hasNext();)
            result << found.next().captured();
    }
    return result;
}

/// What is wrong with @p promises where @p tests are run.
QStringList problems(const QList<Promise> &promises, const QSet<QString> &tests)
{
    QStringList result;
    for (const Promise &promise : promises) {
        if (promise.tests.isEmpty())
            result << promise.text;
        for (const QString &test : promise.tests) {
            if (!tests.contains(test))
                result << test;
        }
    }
    return result;
}

} // namespace

/// Each promise in docs/security.md is held by tests that are run.
class TestPromises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPromiseIsTested_data();
    void everyPromiseIsTested();
    void bothLanguagesPromiseTheSame();
    void promiseWithoutATestIsSeen();
};

void TestPromises::everyPromiseIsTested_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("en-US") << u"docs/security.md"_s;
    QTest::newRow("zh-CN") << u"docs/security.zh-CN.md"_s;
}

void TestPromises::everyPromiseIsTested()
{
    QFETCH(QString, path);
    const QList<Promise> promises = promisesOf(SourceTree::read(path).text);
    QVERIFY(promises.size() > 10);
    QCOMPARE(problems(promises, registeredTests()), QStringList());
}

void TestPromises::bothLanguagesPromiseTheSame()
{
    const QList<Promise> english = promisesOf(SourceTree::read(u"docs/security.md"_s).text);
    const QList<Promise> chinese = promisesOf(SourceTree::read(u"docs/security.zh-CN.md"_s).text);
    QCOMPARE(chinese.size(), english.size());
    for (qsizetype at = 0; at < english.size(); ++at)
        QCOMPARE(chinese.at(at).tests, english.at(at).tests);
}

void TestPromises::promiseWithoutATestIsSeen()
{
    const QString document = u"### Promises <a id=\"promises\"></a>\n\n| promise | tests |\n| --- | --- |\n"
                             "| kept | `tst_one`, `tst_two` |\n| hoped for | by looking |\n\n## Next\n"
                             "| no promise | `tst_four` |\n"_s;
    const QList<Promise> promises = promisesOf(document);
    QCOMPARE(promises.size(), 2);
    QCOMPARE(problems(promises, {u"tst_one"_s}), QStringList({u"tst_two"_s, u"hoped for"_s}));
}

QTEST_APPLESS_MAIN(TestPromises)
#include "tst_promises.moc"
