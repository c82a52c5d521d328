// SPDX-License-Identifier: Apache-2.0
#include "house/markdown.h"
#include "house/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What the documents point at is there, and both languages say the same.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksResolve_data();
    void linksResolve();
    void brokenLinkIsSeen_data();
    void brokenLinkIsSeen();
    void bothLanguagesHaveTheSameChapters_data();
    void bothLanguagesHaveTheSameChapters();
    void chaptersOfTheHelpHaveAnchors_data();
    void chaptersOfTheHelpHaveAnchors();
    void theHelpLinksToItself_data();
    void theHelpLinksToItself();
    void picturesAreUsedSmallAndMadeByTheScript();
    void everyShortcutIsInTheKeyboardTable_data();
    void everyShortcutIsInTheKeyboardTable();
    void switchesAndExitCodesOfTheSetupAreListed_data();
    void switchesAndExitCodesOfTheSetupAreListed();
    void nothingNamesThisMachine_data();
    void nothingNamesThisMachine();
    void markdownIsRead();
    void scriptsExist_data();
    void scriptsExist();
    void testsExist_data();
    void testsExist();
    void bothLanguagesGiveTheSameCommands();
    void commandsAreRead();

private:
    static void addDocuments();
    static void addHelp();
    static void addPairs();
    static QString textAt(const SourceFile &document, const QString &file);
    static QStringList brokenLinks(const SourceFile &document);
    static QString withoutLanguage(QString text);
};

void TestDocuments::addDocuments()
{
    QTest::addColumn<QString>("path");
    const QList<SourceFile> documents =
        SourceTree::files({u"."_s, u"docs"_s, u"tests/seeded"_s}, {u"*.md"_s});
    for (const SourceFile &document : documents)
        QTest::addRow("%s", qPrintable(document.path)) << document.path;
}

QStringList TestDocuments::brokenLinks(const SourceFile &document)
{
    const QDir folder(QStringLiteral(KICKDESK_SOURCE_DIR "/") + QFileInfo(document.path).path());
    QStringList result;
    const QStringList all = Markdown::links(document.text);
    for (const QString &link : all) {
        if (link.contains("://"_L1))
            continue;
        const QString file = link.section(u'#', 0, 0);
        const QString anchor = link.section(u'#', 1);
        const bool isFileThere = file.isEmpty() || folder.exists(file);
        const bool isAnchorThere =
            anchor.isEmpty() || Markdown::anchors(textAt(document, file)).contains(anchor);
        if (!isFileThere || !isAnchorThere)
            result.append(link);
    }
    return result;
}

/// The text of @p file, which a link in @p document names; of @p document itself where it names none.
QString TestDocuments::textAt(const SourceFile &document, const QString &file)
{
    if (file.isEmpty())
        return document.text;
    return SourceTree::read(QDir::cleanPath(QFileInfo(document.path).path() + u'/' + file)).text;
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
    QTest::newRow("anchor") << u"# One\n[a](#one) [b](#two)"_s << QStringList(u"#two"_s);
    QTest::newRow("anchor elsewhere")
        << u"[a](docs/guide.md#sheet) [b](docs/guide.md#shed)"_s << QStringList(u"docs/guide.md#shed"_s);
    QTest::newRow("HTML image") << u"<img src=\"nowhere.png\">"_s << QStringList(u"nowhere.png"_s);
    QTest::newRow("good") << u"[a](LICENSE) [c](https://example.com/a#b)"_s << QStringList();
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
    static const QRegularExpression script(u"\\bscripts/[a-z-]+|(?<!\\w)\\.ci/run\\b"_s);
    const QString text = SourceTree::read(path).text;
    for (auto found = script.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured();
        const QFileInfo file(QStringLiteral(KICKDESK_SOURCE_DIR "/") + name);
        QVERIFY2(file.isFile() && file.isExecutable(), qPrintable(name));
    }
}

void TestDocuments::testsExist_data()
{
    addDocuments();
}

void TestDocuments::testsExist()
{
    QFETCH(const QString, path);
    QStringList sources;
    for (QDirIterator files(QStringLiteral(KICKDESK_SOURCE_DIR "/tests"), {u"tst_*.cpp"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();)
        sources << QFileInfo(files.next()).baseName();
    static const QRegularExpression test(u"\\btst_[a-z]+\\b"_s);
    const QString text = SourceTree::read(path).text;
    for (auto found = test.globalMatch(text); found.hasNext();) {
        const QString name = found.next().captured();
        QVERIFY2(sources.contains(name), qPrintable(name));
    }
}

void TestDocuments::bothLanguagesGiveTheSameCommands()
{
    const QStringList english = Markdown::commands(SourceTree::read(u"README.md"_s).text);
    QVERIFY(english.contains("scripts/run"_L1));
    QVERIFY(english.contains("scripts/test"_L1));
    QCOMPARE(Markdown::commands(SourceTree::read(u"README.zh-CN.md"_s).text), english);
}

void TestDocuments::commandsAreRead()
{
    QCOMPARE(
        Markdown::commands(u"text\n```sh\nscripts/run   # why\n\nscripts/test\n```\n```json\n{}\n```\n"_s),
        QStringList({u"scripts/run"_s, u"scripts/test"_s}));
}

/// The pages of the help.
void TestDocuments::addHelp()
{
    QTest::addColumn<QString>("path");
    for (const QLatin1StringView name : {"guide"_L1, "administrator"_L1, "security"_L1, "journal"_L1}) {
        for (const QLatin1StringView suffix : {".md"_L1, ".zh-CN.md"_L1}) {
            const QString path = "docs/"_L1 + name + suffix;
            QTest::addRow("%s", qPrintable(path)) << path;
        }
    }
}

/// Every document that there is in both languages.
void TestDocuments::addPairs()
{
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const QList<SourceFile> documents = SourceTree::files({u"."_s, u"docs"_s}, {u"*.zh-CN.md"_s});
    for (const SourceFile &chinese : documents) {
        const QString english = QString(chinese.path).replace(".zh-CN.md"_L1, ".md"_L1);
        QTest::addRow("%s", qPrintable(english)) << english << chinese.path;
    }
}

/// @p text with the names of files of one language replaced by what both have in common.
QString TestDocuments::withoutLanguage(QString text)
{
    static const QRegularExpression suffix(u"(-en|-zh)\\.png|(\\.zh-CN)?\\.md"_s);
    return text.replace(suffix, u"."_s);
}

void TestDocuments::bothLanguagesHaveTheSameChapters_data()
{
    addPairs();
}

void TestDocuments::bothLanguagesHaveTheSameChapters()
{
    QFETCH(const QString, english);
    QFETCH(const QString, chinese);
    const QString englishText = SourceTree::read(english).text;
    const QString chineseText = SourceTree::read(chinese).text;
    const QList<Markdown::Heading> englishHeadings = Markdown::headings(englishText);
    const QList<Markdown::Heading> chineseHeadings = Markdown::headings(chineseText);
    QVERIFY(englishHeadings.size() > 1);
    QCOMPARE(chineseHeadings.size(), englishHeadings.size());
    for (qsizetype at = 0; at < englishHeadings.size(); ++at) {
        QCOMPARE(chineseHeadings.at(at).level, englishHeadings.at(at).level);
        QCOMPARE(chineseHeadings.at(at).anchor, englishHeadings.at(at).anchor);
        QVERIFY2(chineseHeadings.at(at).text != englishHeadings.at(at).text || at == 0 ||
                     chineseHeadings.at(at).text == "Secret"_L1,
                 qPrintable(chineseHeadings.at(at).text));
    }
    // Each picture and each link stands under the same heading, and no table has lost a row.
    QCOMPARE(withoutLanguage(Markdown::skeleton(chineseText).join(u'\n')),
             withoutLanguage(Markdown::skeleton(englishText).join(u'\n')));
    QVERIFY(!chineseText.contains("-en.png"_L1));
    QVERIFY(!englishText.contains("-zh.png"_L1));
}

void TestDocuments::chaptersOfTheHelpHaveAnchors_data()
{
    addHelp();
}

void TestDocuments::chaptersOfTheHelpHaveAnchors()
{
    QFETCH(const QString, path);
    QStringList anchors;
    const QList<Markdown::Heading> headings = Markdown::headings(SourceTree::read(path).text);
    QVERIFY(headings.size() > 3);
    for (const Markdown::Heading &heading : headings) {
        QVERIFY2(!heading.anchor.isEmpty(), qPrintable(heading.text));
        QVERIFY2(!anchors.contains(heading.anchor), qPrintable(heading.anchor));
        anchors << heading.anchor;
    }
}

void TestDocuments::theHelpLinksToItself_data()
{
    addHelp();
}

/// The window of the help has these pages and no others, and each links to pages of its own language.
void TestDocuments::theHelpLinksToItself()
{
    QFETCH(const QString, path);
    static const QRegularExpression page(u"^(guide|administrator|security|journal)(\\.zh-CN)?\\.md(#.*)?$"_s);
    QStringList toOtherLanguage;
    const QStringList links = Markdown::links(SourceTree::read(path).text);
    for (const QString &link : links) {
        const bool isInside =
            link.startsWith(u'#') || link.startsWith("images/"_L1) || link.contains("://"_L1);
        QVERIFY2(isInside || page.match(link).hasMatch(), qPrintable(link));
        if (!isInside && link.contains(".zh-CN."_L1) != path.contains(".zh-CN."_L1))
            toOtherLanguage << link;
    }
    QCOMPARE(toOtherLanguage.size(), 1);
}

void TestDocuments::picturesAreUsedSmallAndMadeByTheScript()
{
    constexpr qint64 maximumSize = 60'000;
    QStringList used;
    const QList<SourceFile> documents = SourceTree::files({u"."_s, u"docs"_s}, {u"*.md"_s});
    for (const SourceFile &document : documents) {
        const QStringList links = Markdown::links(document.text);
        for (const QString &link : links) {
            if (link.endsWith(".png"_L1))
                used << QFileInfo(link).fileName();
        }
    }
    const QString script = SourceTree::read(u"scripts/screenshots"_s).text;
    const QFileInfoList pictures =
        QDir(QStringLiteral(KICKDESK_SOURCE_DIR "/docs/images")).entryInfoList(QDir::Files);
    QVERIFY(pictures.size() > 10);
    for (const QFileInfo &picture : pictures) {
        const QString name = picture.baseName();
        QVERIFY2(used.contains(picture.fileName()), qPrintable(name));
        QVERIFY2(picture.size() < maximumSize, qPrintable(name));
        const QRegularExpression row(u"^%1 +[0-9]{2}-"_s.arg(name.section(u'-', 0, -2)),
                                     QRegularExpression::MultilineOption);
        QVERIFY2(row.match(script).hasMatch(), qPrintable(name));
    }
}

void TestDocuments::everyShortcutIsInTheKeyboardTable_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("en-US") << u"docs/guide.md"_s;
    QTest::newRow("zh-CN") << u"docs/guide.zh-CN.md"_s;
}

void TestDocuments::everyShortcutIsInTheKeyboardTable()
{
    QFETCH(const QString, path);
    static const QRegularExpression shortcut(u"name=\"shortcut\"><string notr=\"true\">([^<]+)<"_s);
    const QString table = SourceTree::read(path).text.section("<a id=\"keyboard\"></a>"_L1, 1);
    const QString form = SourceTree::read(u"ui/mainwindow.ui"_s).text;
    static const QRegularExpression listed(u"^\\|([^|]*)\\|"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression combination(u"\\bCtrl\\+(Shift\\+)?[A-Z0-9,]"_s);
    for (auto row = listed.globalMatch(table); row.hasNext();) {
        for (auto found = combination.globalMatch(row.next().captured(1)); found.hasNext();) {
            const QString keys = found.next().captured();
            QVERIFY2(form.contains(u'>' + keys + u'<'), qPrintable(keys));
        }
    }
    int count = 0;
    for (auto found = shortcut.globalMatch(form); found.hasNext(); ++count) {
        const QString keys = found.next().captured(1);
        const QRegularExpression cell(
            u"^\\|.*(?<![\\w+])%1(?![\\w+])"_s.arg(QRegularExpression::escape(keys)),
            QRegularExpression::MultilineOption);
        QVERIFY2(cell.match(table).hasMatch(), qPrintable(keys));
    }
    QVERIFY(count > 10);
}

void TestDocuments::switchesAndExitCodesOfTheSetupAreListed_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("en-US") << u"docs/administrator.md"_s;
    QTest::newRow("zh-CN") << u"docs/administrator.zh-CN.md"_s;
}

void TestDocuments::switchesAndExitCodesOfTheSetupAreListed()
{
    QFETCH(const QString, path);
    static const QRegularExpression known(
        uR"re(^!define EXIT_\w+ (\d+)|GetOptions\} \$R0 "(/[A-Za-z]+=?)")re"_s,
        QRegularExpression::MultilineOption);
    const QString chapter =
        SourceTree::read(path).text.section("<a id=\"windows\"></a>"_L1, 1).section("\n## "_L1, 0, 0);
    const QString script = SourceTree::read(u"installer/windows/kickdesk.nsi"_s).text;
    int count = 0;
    for (auto found = known.globalMatch(script); found.hasNext(); ++count) {
        const QRegularExpressionMatch match = found.next();
        const QString code = match.captured(1);
        const QString name = match.captured(2);
        // The manual does not tell how one version removes the other.
        if (name == "/Upgrade"_L1)
            continue;
        const bool isListed = code.isEmpty() ? chapter.contains(u'`' + name) || chapter.contains(u' ' + name)
                                             : chapter.contains(u"\n| %1 |"_s.arg(code));
        QVERIFY2(isListed, qPrintable(code + name));
    }
    QVERIFY(count > 8);
}

void TestDocuments::nothingNamesThisMachine_data()
{
    addDocuments();
}

void TestDocuments::nothingNamesThisMachine()
{
    QFETCH(const QString, path);
    const QString text = SourceTree::read(path).text;
    static const QRegularExpression machine(u"(?<![\\w~])/(home|root|work|tmp|Users|private|opt)/"_s);
    QVERIFY2(!machine.match(text).hasMatch(), qPrintable(machine.match(text).captured()));
    QVERIFY(!text.contains(QStringLiteral(KICKDESK_SOURCE_DIR)));
}

void TestDocuments::markdownIsRead()
{
    const QString text =
        u"# One <a id=\"one\"></a>\n\n## Two, or 二！\n![p](a.png)\n| a | b |\n| --- | --- |\n"
        "| [c](#one) | d |\n```sh\n# no heading\n```\n"_s;
    const QList<Markdown::Heading> headings = Markdown::headings(text);
    QCOMPARE(headings.size(), 2);
    QCOMPARE(headings.at(0).text, u"One"_s);
    QCOMPARE(headings.at(0).anchor, u"one"_s);
    QCOMPARE(headings.at(1).level, 2);
    QCOMPARE(headings.at(1).anchor, QString());
    QCOMPARE(Markdown::anchors(text), QStringList({u"one"_s, u"one"_s, u"two-or-二"_s}));
    QCOMPARE(Markdown::skeleton(text), QStringList({u"#"_s, u"##"_s, u"a.png"_s, u"row 2"_s, u"row 2"_s,
                                                    u"row 2"_s, u"#one"_s, u"```sh"_s, u"```"_s}));
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
