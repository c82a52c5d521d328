// SPDX-License-Identifier: Apache-2.0
#include "house/sourcefile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What the documents point at is there, and both languages give the same commands.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksResolve_data();
    void linksResolve();
    void brokenLinkIsSeen_data();
    void brokenLinkIsSeen();
    void scriptsExist_data();
    void scriptsExist();
    void bothLanguagesGiveTheSameCommands();
    void commandsAreRead();

private:
    static void addDocuments();
    static QStringList links(const QString &text);
    static QStringList brokenLinks(const SourceFile &document);
    static QStringList commands(const QString &text);
};

void TestDocuments::addDocuments()
{
    QTest::addColumn<QString>("path");
    const QList<SourceFile> documents = SourceTree::files({u"."_s, u"docs"_s}, {u"*.md"_s});
    for (const SourceFile &document : documents)
        QTest::addRow("%s", qPrintable(document.path)) << document.path;
}

/// Targets of links and images, in Markdown and in HTML.
QStringList TestDocuments::links(const QString &text)
{
    static const QRegularExpression link(u"\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\""_s);
    QStringList result;
    for (auto found = link.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result.append(match.captured(1) + match.captured(2));
    }
    return result;
}

QStringList TestDocuments::brokenLinks(const SourceFile &document)
{
    const QDir folder(QStringLiteral(KICKDESK_SOURCE_DIR "/") + QFileInfo(document.path).path());
    QStringList result;
    const QStringList all = links(document.text);
    for (const QString &link : all) {
        const QString file = link.section(u'#', 0, 0);
        if (!link.contains("://"_L1) && !file.isEmpty() && !folder.exists(file))
            result.append(link);
    }
    return result;
}

/// The lines of every block marked as shell commands.
QStringList TestDocuments::commands(const QString &text)
{
    static const QRegularExpression block(u"^```sh\\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    QStringList result;
    for (auto found = block.globalMatch(text); found.hasNext();)
        result += found.next().captured(1).split(u'\n', Qt::SkipEmptyParts);
    for (QString &command : result)
        command = command.section(u'#', 0, 0).trimmed();
    return result;
}

void TestDocuments::linksResolve_data()
{
    addDocuments();
}

void TestDocuments::linksResolve()
{
    QFETCH(const QString, path);
    const QStringList broken = brokenLinks(SourceTree::read(path));
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void TestDocuments::brokenLinkIsSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("broken");
    QTest::newRow("link") << u"[a](docs/nowhere.md#part)"_s << QStringList(u"docs/nowhere.md#part"_s);
    QTest::newRow("image") << u"![a](nowhere.png)"_s << QStringList(u"nowhere.png"_s);
    QTest::newRow("HTML image") << u"<img src=\"nowhere.png\">"_s << QStringList(u"nowhere.png"_s);
    QTest::newRow("good") << u"[a](LICENSE) [b](#part) [c](https://example.com/a)"_s << QStringList();
}

void TestDocuments::brokenLinkIsSeen()
{
    QFETCH(const QString, text);
    QTEST(brokenLinks({.path = u"README.md"_s, .text = text}), "broken");
}

void TestDocuments::scriptsExist_data()
{
    addDocuments();
}

void TestDocuments::scriptsExist()
{
    QFETCH(const QString, path);
    static const QRegularExpression script(u"\\bscripts/[a-z]+|(?<!\\w)\\.ci/run\\b"_s);
    const QString text = SourceTree::read(path).text;
    for (auto found = script.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured();
        const QFileInfo file(QStringLiteral(KICKDESK_SOURCE_DIR "/") + name);
        QVERIFY2(file.isFile() && file.isExecutable(), qPrintable(name));
    }
}

void TestDocuments::bothLanguagesGiveTheSameCommands()
{
    const QStringList english = commands(SourceTree::read(u"README.md"_s).text);
    QVERIFY(english.contains("scripts/run"_L1));
    QVERIFY(english.contains("scripts/test"_L1));
    QCOMPARE(commands(SourceTree::read(u"README.zh-CN.md"_s).text), english);
}

void TestDocuments::commandsAreRead()
{
    QCOMPARE(commands(u"text\n```sh\nscripts/run   # why\n\nscripts/test\n```\n```json\n{}\n```\n"_s),
             QStringList({u"scripts/run"_s, u"scripts/test"_s}));
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
