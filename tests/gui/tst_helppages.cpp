// SPDX-License-Identifier: Apache-2.0
#include "gui/help/helpbrowser.h"

#include <QAbstractTextDocumentLayout>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

/// The pages of the help as the window shows them: complete in both languages, reached from where the
/// question arises, and nothing loaded from anywhere else.
class TestHelpPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreComplete_data();
    void pagesAreComplete();
    void everyContextHasItsHeading_data();
    void everyContextHasItsHeading();
    void everyDialogHasAContext();
    void everyQuestionHasAContext();
    void linksAreRead_data();
    void linksAreRead();
    void nothingElseIsLoaded();

private:
    static QString misplacedBlock(const HelpBrowser &browser);
    static qreal widestImage(const HelpBrowser &browser);
};

/// The text of the first block that cannot be seen or covers the one before; empty when all is well.
QString TestHelpPages::misplacedBlock(const HelpBrowser &browser)
{
    const QTextDocument &document = *browser.document();
    qreal bottom = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QRectF place = document.documentLayout()->blockBoundingRect(block);
        const bool isInTable = QTextCursor(block).currentTable() != nullptr;
        const bool isMisplaced = !isInTable && place.top() < bottom - 1;
        if (!block.text().isEmpty() && (place.height() <= 0 || isMisplaced))
            return block.text();
        if (!isInTable)
            bottom = place.bottom();
    }
    return {};
}

qreal TestHelpPages::widestImage(const HelpBrowser &browser)
{
    qreal result = 0;
    for (QTextBlock block = browser.document()->begin(); block.isValid(); block = block.next()) {
        for (auto each = block.begin(); !each.atEnd(); ++each)
            result = std::max(result, each.fragment().charFormat().toImageFormat().width());
    }
    return result;
}

void TestHelpPages::pagesAreComplete_data()
{
    QTest::addColumn<HelpPage>("page");
    QTest::addColumn<Language>("language");
    for (const HelpPage page :
         {HelpPage::Guide, HelpPage::Administrator, HelpPage::Security, HelpPage::Journal}) {
        for (const Language language : {Language::English, Language::Chinese})
            QTest::addRow("%s", qPrintable(HelpTopics::fileName(page, language))) << page << language;
    }
}

void TestHelpPages::pagesAreComplete()
{
    QFETCH(const HelpPage, page);
    QFETCH(const Language, language);
    HelpBrowser browser;
    browser.resize(700, 500);
    browser.show();
    browser.open(page, language);
    QVERIFY(browser.headings().size() > 3);
    for (const HelpHeading &heading : browser.headings())
        QVERIFY2(!heading.anchor.isEmpty() && !heading.text.contains(u'<'), qPrintable(heading.text));
    const QStringList images = HelpDocuments::images(*browser.document());
    for (const QString &image : images)
        QVERIFY2(!QImage(u":/help/images/"_s + image).isNull(), qPrintable(image));
    QCOMPARE(misplacedBlock(browser), QString());
    QTRY_COMPARE(browser.horizontalScrollBar()->maximum(), 0);
    const QString middle = browser.headings().at(browser.headings().size() / 2).anchor;
    browser.showAnchor(middle);
    browser.resize(500, 400);
    QTRY_COMPARE(browser.headings().at(browser.currentHeading()).anchor, middle);
    QTRY_VERIFY(widestImage(browser) <= 500);
    QCOMPARE(misplacedBlock(browser), QString());
}

void TestHelpPages::everyContextHasItsHeading_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("en-US") << Language::English;
    QTest::newRow("zh-CN") << Language::Chinese;
}

void TestHelpPages::everyContextHasItsHeading()
{
    QFETCH(const Language, language);
    const QList<HelpTopic> topics = HelpTopics::all();
    QVERIFY(topics.size() > 10);
    for (const HelpTopic &topic : topics) {
        const auto document = HelpDocuments::read(topic.page, language);
        const QList<HelpHeading> headings = HelpDocuments::headings(*document);
        QVERIFY2(std::ranges::count(headings, topic.anchor, &HelpHeading::anchor) == 1,
                 qPrintable(topic.anchor));
    }
}

/// A new dialog or page comes with the place of its help.
void TestHelpPages::everyDialogHasAContext()
{
    const QDir forms(QStringLiteral(KICKDESK_SOURCE_DIR "/ui"));
    static const QRegularExpression form(u"<widget class=\"QDialog\" name=\"(\\w+)\">"_s);
    int count = 0;
    const QStringList names = forms.entryList({u"*.ui"_s});
    for (const QString &name : names) {
        QFile file(forms.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(file.readAll()));
        if (!match.hasMatch())
            continue;
        QWidget dialog;
        dialog.setObjectName(match.captured(1));
        QVERIFY2(HelpTopics::about(&dialog), qPrintable(dialog.objectName()));
        ++count;
    }
    QVERIFY(count > 3);
}

void TestHelpPages::everyQuestionHasAContext()
{
    QDirIterator sources(QStringLiteral(KICKDESK_SOURCE_DIR "/src/gui"), {u"*.cpp"_s}, QDir::Files,
                         QDirIterator::Subdirectories);
    static const QRegularExpression name(u"setObjectName\\([^\"]*\"(\\w+Box)\""_s);
    int count = 0;
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = name.globalMatch(text); found.hasNext(); ++count) {
            QWidget box;
            box.setObjectName(found.next().captured(1));
            QVERIFY2(HelpTopics::about(&box), qPrintable(box.objectName()));
        }
    }
    QVERIFY(count > 3);
}

void TestHelpPages::linksAreRead_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<std::optional<HelpTopic>>("topic");
    const auto row = [](const char *name, const QString &link, const std::optional<HelpTopic> &topic) {
        QTest::newRow(name) << link << topic;
    };
    row("same page", u"#sheet"_s, HelpTopic{.page = HelpPage::Security, .anchor = u"sheet"_s});
    row("other page", u"guide.md"_s, HelpTopic{.page = HelpPage::Guide, .anchor = {}});
    row("other language", u"journal.zh-CN.md#chain"_s,
        HelpTopic{.page = HelpPage::Journal, .anchor = u"chain"_s});
    row("no page of the help", u"../README.md"_s, {});
    row("web", u"https://example.com/guide.md"_s, {});
}

void TestHelpPages::linksAreRead()
{
    QFETCH(const QString, link);
    QTEST(HelpTopics::fromLink(link, HelpPage::Security), "topic");
}

void TestHelpPages::nothingElseIsLoaded()
{
    const QTemporaryDir folder;
    QFile secret(folder.filePath(u"other.png"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    HelpBrowser browser;
    for (const QUrl &url : {QUrl::fromLocalFile(secret.fileName()), QUrl(u"https://example.com/a.png"_s),
                            QUrl(u"qrc:/signs/16.png"_s)})
        QVERIFY(!browser.loadResource(QTextDocument::ImageResource, url).isValid());
}

QTEST_MAIN(TestHelpPages)
#include "tst_helppages.moc"
