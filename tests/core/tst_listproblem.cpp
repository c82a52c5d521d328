// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "core/list/listrefusal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Files that are no list, whatever their names say.
class TestListProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsRefusedByName_data();
    void fileIsRefusedByName();
};

void TestListProblem::fileIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ListProblem>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, ListProblem problem) {
        QTest::newRow(name) << bytes << problem;
    };
    using enum ListProblem;
    row("web page as .xls", "<html xmlns:x=\"urn:x\"><body><table><tr><td>a@x.example</td></tr></table>",
        WebPage);
    row("document type", "<!DOCTYPE html>\n<p>a@x.example</p>", WebPage);
    row("table alone", "\n<table border=1><tr><td>a@x.example", WebPage);
    row("web archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n\na@x.example\n", WebPage);
    row("rich text", "{\\rtf1\\ansi a@x.example\\par}", RichText);
    row("XML Spreadsheet 2003",
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>", Xml);
    row("JSON object", "{\n  \"data\": {\"list\": [{\"email\": \"a@x.example\"}]}\n}\n", Json);
    row("JSON array", "[\"a@x.example\", \"b@x.example\"]", Json);
    row("JSON lines", "{\"email\":\"a@x.example\"}\n{\"email\":\"b@x.example\"}\n", Json);
    row("truncated JSON", "[{\"email\":\"a@x.example\"},{\"em", Json);
    row("LDIF", "dn: CN=A,DC=corp\nmail: a@x.example\n\ndn: CN=B,DC=corp\nmail: b@x.example\n", Ldif);
    row("LDIF with a version", "version: 1\n\ndn:: Q049\nobjectClass: user\nmail: a@x.example\n", Ldif);
    row("contacts", "BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@x.example\r\nEND:VCARD\r\n", VCard);
    row("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", Pdf);
    row("Excel 97", QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0'), OldWorkbook);
    row("password",
        QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(100, '\0') +
            QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
        PasswordProtected);
    row("gzip", QByteArray::fromHex("1f8b0800000000000003"), OtherArchive);
    row("truncated workbook", "PK\x03\x04rest", Damaged);
    row("Big5",
        QByteArray::fromHex("a96da6572cb162b8b92cb971a46cb66ca5f30d0ab3afa46aa4e52cb3afa46aa4e52c") +
            "luo@x.example\r\n",
        EncodingUnclear);
    row("names in Big5", QByteArray::fromHex("b3afa46aa4e50d0ab35ca55cbb5c0d0a"), EncodingUnclear);
    row("Shift-JIS",
        QByteArray::fromHex("8e8196bc2c838681") + "[" + QByteArray::fromHex("8355815b96bc0d0a") + "x,y\r\n",
        EncodingUnclear);
    row("Windows-1252", "Name;E-Mail\r\nM\xFCller;a@x.example\r\nJ\xFCrgen;b@x.example\r\n", EncodingUnclear);
    row("EUC-KR", QByteArray::fromHex("b1e8c3b6bcf60ab9dabfb5c8f10a"), EncodingUnclear);
    row("Windows-1251", QByteArray::fromHex("c8e2e0edeee20acff0e8e2e5f220"), EncodingUnclear);
    row("bytes",
        QByteArray("\x7F"
                   "ELF\0\1\2\3\0\0",
                   10),
        NotText);
}

void TestListProblem::fileIsRefusedByName()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ListProblem, problem);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const ListDraft draft = ListDrafts::ofFile(file.fileName());
    QVERIFY(draft.error);
    QCOMPARE(ListRefusals::problem(*draft.error), std::optional(problem));
    QVERIFY(errorText(*draft.error).size() > 20);
    QCOMPARE(ListProblems::fromName(ListProblems::name(problem)), std::optional(problem));
}

QTEST_GUILESS_MAIN(TestListProblem)
#include "tst_listproblem.moc"
