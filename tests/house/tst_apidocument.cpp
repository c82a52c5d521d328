// SPDX-License-Identifier: Apache-2.0
#include "house/markdown.h"
#include "house/sourcefile.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// docs/api.md and the source speak of the same API, and comments lead to chapters that are there.
class TestApiDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commentsLeadToChapters();
    void endpointsAreThoseOfTheClient();
    void methodsAreThoseOfTheSandbox();
    void apiCodesAreThoseThatAreRead();

private:
    static QString textOf(const QString &folder);
    static QString chapter(const QString &anchor);
    static QStringList captured(const QString &text, const QRegularExpression &expression);
    static QStringList describedEndpoints();
};

/// All sources under @p folder.
QString TestApiDocument::textOf(const QString &folder)
{
    QString result;
    const QList<SourceFile> files = SourceTree::files({folder}, {u"*.cpp"_s, u"*.h"_s});
    for (const SourceFile &file : files)
        result += file.text;
    return result;
}

/// The text of docs/api.md from the heading with @p anchor to the next heading.
QString TestApiDocument::chapter(const QString &anchor)
{
    static const QRegularExpression heading(u"^#+ "_s, QRegularExpression::MultilineOption);
    const QString document = SourceTree::read(u"docs/api.md"_s).text;
    return document.section(u"<a id=\"%1\"></a>"_s.arg(anchor), 1).section(heading, 0, 0);
}

/// Each first group of @p expression in @p text, once, sorted.
QStringList TestApiDocument::captured(const QString &text, const QRegularExpression &expression)
{
    QSet<QString> found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    QStringList result = found.values();
    result.sort();
    return result;
}

/// Those of the table of endpoints.
QStringList TestApiDocument::describedEndpoints()
{
    static const QRegularExpression row(u"^\\| \\[([a-z-]+)\\]\\(#"_s, QRegularExpression::MultilineOption);
    return captured(chapter(u"endpoints"_s), row);
}

void TestApiDocument::commentsLeadToChapters()
{
    static const QRegularExpression link(u"\\b(docs/[A-Za-z.-]+\\.md#[a-z0-9-]+)"_s);
    int count = 0;
    const QList<SourceFile> files = SourceTree::files({u"src"_s}, {u"*.cpp"_s, u"*.h"_s});
    for (const SourceFile &file : files) {
        const QStringList targets = captured(file.text, link);
        for (const QString &target : targets) {
            const QStringList anchors = Markdown::anchors(SourceTree::read(target.section(u'#', 0, 0)).text);
            QVERIFY2(anchors.contains(target.section(u'#', 1)), qPrintable(file.path + ": "_L1 + target));
            ++count;
        }
    }
    QVERIFY(count > 15);
}

void TestApiDocument::endpointsAreThoseOfTheClient()
{
    static const QRegularExpression sent(u"\"(?:/api/v3/)?((?:check|get|kick|list|search)-[a-z-]+)\""_s);
    const QStringList endpoints = captured(textOf(u"src/api"_s), sent);
    QVERIFY(endpoints.size() > 10);
    QCOMPARE(describedEndpoints(), endpoints);
}

void TestApiDocument::methodsAreThoseOfTheSandbox()
{
    static const QRegularExpression row(u"\"([a-z-]+)\", \"(GET|POST)\""_s);
    const QStringList endpoints = describedEndpoints();
    QStringList answered;
    const QString sandbox = textOf(u"src/sandbox"_s);
    for (auto match = row.globalMatch(sandbox); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString name = found.captured(1);
        const QString method = found.captured(2);
        if (!endpoints.contains(name))
            continue;
        answered << name;
        QVERIFY2(chapter(u"endpoints"_s).contains(u"| [%1](#%1) | %2 |"_s.arg(name, method)),
                 qPrintable(name));
        QVERIFY2(chapter(name).contains(u"`%2 /api/v3/%1`"_s.arg(name, method)), qPrintable(name));
    }
    answered.sort();
    QCOMPARE(answered, endpoints);
}

void TestApiDocument::apiCodesAreThoseThatAreRead()
{
    static const QRegularExpression read(u"CodeMeaning\\{(\\d{4,}),"_s);
    static const QRegularExpression described(u"^\\| (\\d{4,}) \\|"_s, QRegularExpression::MultilineOption);
    const QStringList codes = captured(textOf(u"src/api"_s), read);
    QVERIFY(codes.size() > 10);
    QCOMPARE(captured(chapter(u"errors"_s), described), codes);
}

QTEST_GUILESS_MAIN(TestApiDocument)
#include "tst_apidocument.moc"
