// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "core/values/types.h"
#include "house/catalogue.h"
#include "house/sourcefile.h"
#include "house/sourcetexts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// The catalogues hold every text of the program, say the same as the source, and reach the screen.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catalogueIsGood_data();
    void catalogueIsGood();
    void chineseIsChinese();
    void faultIsSeen_data();
    void faultIsSeen();
    void catalogueIsCurrent_data();
    void catalogueIsCurrent();
    void newTextIsSeen();
    void textIsFound_data();
    void textIsFound();
    void everyTextIsInTheCatalogue_data();
    void everyTextIsInTheCatalogue();
    void textsAreInTheProgram();
    void fontHasEveryCharacter();

private:
    static SourceFile catalogue(const QString &language);
    static QList<Message> messages(const QString &language);
    static void addLanguages();
    static QByteArray updated(const QString &language, const QString &sources);
};

SourceFile TestTranslations::catalogue(const QString &language)
{
    return SourceTree::read(u"translations/kickdesk_%1.ts"_s.arg(language));
}

QList<Message> TestTranslations::messages(const QString &language)
{
    return Catalogue::read(catalogue(language).text.toUtf8());
}

void TestTranslations::addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TestTranslations::catalogueIsGood_data()
{
    addLanguages();
}

void TestTranslations::catalogueIsGood()
{
    QFETCH(const QString, language);
    const QList<Message> all = messages(language);
    QStringList found;
    for (const Message &message : all) {
        const QStringList faults = Catalogue::faults(message);
        for (const QString &fault : faults)
            found.append(message.context + u": "_s + message.source + u": "_s + fault);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestTranslations::chineseIsChinese()
{
    const QList<Message> all = messages(u"zh_CN"_s);
    QVERIFY2(all.size() > 50, "the catalogue was not read");
    QStringList found;
    for (const Message &message : all) {
        if (!Catalogue::chineseFaults(message).isEmpty())
            found.append(message.context + u": "_s + message.source);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestTranslations::faultIsSeen_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("faults");
    const auto row = [](const char *source, const char *translation) {
        return QByteArray("<TS><context><name>A</name><message><source>") + source +
               "</source><translation>" + translation + "</translation></message></context></TS>";
    };
    const auto plural = [](const char *source, const char *form) {
        return QByteArray("<TS><context><name>A</name><message numerus=\"yes\"><source>") + source +
               "</source><translation><numerusform>" + form +
               "</numerusform></translation></message></context></TS>";
    };
    QTest::newRow("good") << row("Sent to %1", "已发送至 %1") << 0;
    QTest::newRow("good plural") << plural("%n user(s)", "%n 个用户") << 0;
    QTest::newRow("good plural with separators") << plural("%Ln user(s)", "%Ln 个用户") << 0;
    QTest::newRow("good mnemonic") << row("&amp;Search", "搜索(&amp;S)") << 0;
    QTest::newRow("a name") << row("URL: %1", "URL: %1") << 0;
    QTest::newRow("unfinished")
        << row("Sent", "已发送").replace("<translation>", "<translation type=\"unfinished\">") << 1;
    QTest::newRow("lost placeholder") << row("%1 of %2", "共 %2") << 1;
    QTest::newRow("foreign placeholder") << row("Sent", "已发送 %1") << 1;
    QTest::newRow("empty") << row("Sent", "") << 2;
    QTest::newRow("still English") << row("Sent", "Sent") << 1;
    QTest::newRow("Chinese source") << row("已发送", "已发送") << 1;
    QTest::newRow("lost number") << plural("%n user(s)", "个用户") << 1;
    QTest::newRow("number without plural") << row("%n user(s)", "%n 个用户") << 1;
    QTest::newRow("lost mnemonic") << row("&amp;Search", "搜索") << 1;
}

void TestTranslations::faultIsSeen()
{
    QFETCH(const QByteArray, message);
    const QList<Message> read = Catalogue::read(message);
    QCOMPARE(read.size(), 1);
    const QStringList faults = Catalogue::faults(read.first()) + Catalogue::chineseFaults(read.first());
    QTEST(int(faults.size()), "faults");
}

/// The catalogue of @p language after lupdate has read the texts in @p sources.
QByteArray TestTranslations::updated(const QString &language, const QString &sources)
{
    const QTemporaryDir folder;
    for (const QString &name : {u"en"_s, u"zh_CN"_s}) {
        const QString path = QStringLiteral(KICKDESK_SOURCE_DIR "/translations/kickdesk_%1.ts").arg(name);
        QFile::copy(path, folder.filePath(u"kickdesk_%1.ts"_s.arg(name)));
    }
    const int exitCode =
        QProcess::execute(QStringLiteral(KICKDESK_CMAKE),
                          {u"-DDIRECTORY="_s + folder.path(), u"-DSOURCES="_s + sources, u"-P"_s,
                           QStringLiteral(KICKDESK_SOURCE_DIR "/translations/update.cmake")});
    QFile file(folder.filePath(u"kickdesk_%1.ts"_s.arg(language)));
    if (exitCode != 0 || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void TestTranslations::catalogueIsCurrent_data()
{
    addLanguages();
}

void TestTranslations::catalogueIsCurrent()
{
    QFETCH(const QString, language);
    const QByteArray current = updated(language, QStringLiteral(KICKDESK_SOURCE_DIR));
    QVERIFY(!current.isEmpty());
    QVERIFY2(current == catalogue(language).text.toUtf8(),
             "run scripts/translate and fill in what is unfinished");
}

void TestTranslations::newTextIsSeen()
{
    const QTemporaryDir tree;
    QVERIFY(QDir(tree.path()).mkpath(u"src"_s) && QDir(tree.path()).mkpath(u"ui"_s));
    QFile source(tree.filePath(u"src/a.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("QString a() { return QCoreApplication::translate(\"A\", \"Never seen before\"); }\n");
    source.close();
    const QList<Message> read = Catalogue::read(updated(u"zh_CN"_s, tree.path()));
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first().source, u"Never seen before"_s);
    QVERIFY(!read.first().isFinished);
}

void TestTranslations::textIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("texts");
    const auto code = [](const char *name, const QString &source, const QStringList &texts) {
        QTest::newRow(name) << u"src/a.cpp"_s << source << texts;
    };
    code("tr", u"label->setText(tr(\"One\"));"_s, {u":One"_s});
    code("tr of a class", u"return Words::tr(\"A \"\n    \"\\\"b\\\"\\n\");"_s, {u"Words:A \"b\"\n"_s});
    code("plural in a template", u"translate(\"W\", \"%Ln a(s)\", nullptr, static_cast<int>(a.size()))"_s,
         {u"W:%Ln a(s)"_s});
    code("marked in a call that is named tr", u"add(tr(QT_TRANSLATE_NOOP(\"W\", \"From:\")), a);"_s,
         {u"W:From:"_s});
    code("not a text", u"// tr(\"a\")\n/* tr(\"b\") */ f(\"tr(c)\", str(\"d\")); tr(name);"_s, {});
    QTest::newRow("form") << u"ui/a.ui"_s
                          << uR"(<ui><class>A</class><widget><property name="text"><string>One</string>)"
                             uR"(</property><string notr="true">no</string></widget></ui>)"_s
                          << QStringList{u"A:One"_s};
}

void TestTranslations::textIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, source);
    QStringList found;
    for (const SourceText &each : SourceTexts::in({.path = path, .text = source}))
        found.append(each.context + u':' + each.text);
    QTEST(found, "texts");
}

void TestTranslations::everyTextIsInTheCatalogue_data()
{
    addLanguages();
}

void TestTranslations::everyTextIsInTheCatalogue()
{
    QFETCH(const QString, language);
    QMultiHash<QString, QString> contexts;
    for (const Message &message : messages(language))
        contexts.insert(message.source, message.context);
    const QList<SourceFile> files = SourceTree::files({u"src"_s, u"ui"_s}, {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s});
    int count = 0;
    QStringList missing;
    for (const SourceFile &file : files) {
        const auto isContext = [&file](const QString &context) { return file.text.contains(context); };
        for (const SourceText &each : SourceTexts::in(file)) {
            // The English catalogue has the plural forms only.
            if (language == "en"_L1 && !each.isPlural)
                continue;
            ++count;
            const QStringList known = contexts.values(each.text);
            const bool isThere =
                each.context.isEmpty() ? std::ranges::any_of(known, isContext) : known.contains(each.context);
            if (!isThere)
                missing.append(file.path + u": "_s + each.text);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    QVERIFY2(count >= contexts.size(), "texts of the catalogue were not found in the source");
}

void TestTranslations::textsAreInTheProgram()
{
    Translation translation;
    const QString english = KickOutcomes::label(KickOutcome::Verified);
    QCOMPARE(english, u"Confirmed offline"_s);

    translation.setLanguage(Language::Chinese);
    QCOMPARE(KickOutcomes::label(KickOutcome::Verified), u"已确认离线"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);

    translation.setLanguage(Language::English);
    QCOMPARE(KickOutcomes::label(KickOutcome::Verified), english);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    QVERIFY(QFile::exists(u":/i18n/kickdesk_en.qm"_s));
}

void TestTranslations::fontHasEveryCharacter()
{
    const QStringList families = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    QVERIFY2(!families.isEmpty(), "no font for Simplified Chinese; Debian has it in fonts-noto-cjk");
    QString text;
    const QList<Message> all = messages(u"zh_CN"_s);
    for (const Message &message : all)
        text += message.translations.join(QString());
    const QList<uint> characters = text.toUcs4();
    // A family can carry the name of the script and still lack characters; one of them has to have them all.
    const auto hasAll = [&characters](const QString &family) {
        const QFontMetrics metrics{QFont(family)};
        return std::ranges::all_of(characters,
                                   [&metrics](uint c) { return c < U' ' || metrics.inFontUcs4(c); });
    };
    QVERIFY(std::ranges::any_of(families, hasAll));
    QVERIFY2(!QFontMetrics(QFont(families.first())).inFontUcs4(0x10FFFD), "the font claims every character");
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
