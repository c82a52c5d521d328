// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "core/list/listrefusal.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folder = QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/field/");

const QStringList mails{u"luotingting12@corp.example.com"_s, u"tianyan105@example.com"_s,
                        u"zhengjing35@corp.example.com"_s};
const QStringList moreMails{u"jianhua.peng151@corp.example.com"_s, u"min.yin81@example.net"_s,
                            u"jing.yu11@example.net"_s};
const QStringList phones{u"13623606799"_s, u"17785410198"_s, u"15809016996"_s};
const QStringList numbers{u"E100001"_s, u"E100094"_s, u"E100024"_s};
const QStringList userIds{u"684ee0a6ef30b01c2974aeeb"_s, u"684ee03f9bdb985b7f9ade49"_s,
                          u"684edf5f6915d2a4e1f52d9c"_s};

/// What a file comes to: who is looked up, each once, and why the other rows are not; or why it is no list.
struct Right
{
    QStringList users;
    QStringList reasons;
    qsizetype headings = 0;
    /// Another code than that of the problem.
    std::optional<ErrorCode> error;
    std::optional<ListProblem> problem;
};

struct Case
{
    QByteArray file;
    Right right;
    ListOptions options;
};

Right rightOf(const ListDraft &draft)
{
    Right result;
    if (draft.error) {
        result.problem = ListRefusals::problem(*draft.error);
        if (!result.problem)
            result.error = draft.error->code;
        return result;
    }
    for (const IdListRow &row : draft.list.rows) {
        if (row.fault && row.fault != IdFault::Blank)
            result.reasons << IdLists::reasonName(*row.fault);
        else if (!row.fault && !result.users.contains(row.value))
            result.users << row.value;
    }
    result.headings = draft.sum.headings;
    return result;
}

QList<Case> cases()
{
    QList<Case> result;
    const auto row = [&result](const QByteArray &file, const Right &right, const ListOptions &options = {}) {
        result.append({.file = file, .right = right, .options = options});
    };
    const ListOptions staff{.idType = IdType::ExternalId};
    const ListOptions address{.idType = IdType::Email};
    const ListOptions phone{.idType = IdType::Phone};
    using enum ListProblem;
    row("01-manager-mail-column-first/leavers.csv", {.users = mails, .headings = 1});
    row("02-ad-upn-before-mail/ad.csv", {.users = mails, .headings = 1});
    row("04-managerId-before-userId/export.csv", {.users = userIds, .headings = 1});
    row("05-sep-line/sep.csv", {.users = numbers, .headings = 2}, {.column = u"工号"_s});
    row("08-title-row-above-headings/title.csv",
        {.users = numbers, .reasons = {u"total-row"_s}, .headings = 3}, {.column = u"工号"_s});
    row("09-excel-text-formula/formula.csv", {.users = phones, .headings = 1}, phone);
    row("10-leading-apostrophe/apos.csv", {.users = phones, .headings = 1}, phone);
    row("11-float-phone/float.csv",
        {.reasons = {u"decimal-number"_s, u"decimal-number"_s, u"decimal-number"_s}, .headings = 1}, phone);
    row("11-float-phone/other-person.csv", {.reasons = {u"decimal-number"_s}, .headings = 1}, phone);
    row("11-float-phone/two-extensions.csv", {.reasons = {u"several-values"_s}, .headings = 1}, phone);
    row("12-thousands-separators/th-de.csv", {.users = phones, .headings = 1}, phone);
    row("12-thousands-separators/th.csv", {.users = phones, .headings = 1}, phone);
    row("13-uri-prefixes/smtp.csv", {.users = mails, .headings = 1});
    row("13-uri-prefixes/tel.txt", {.users = {u"+8613623606799"_s, phones.at(1), mails.at(2)}},
        {.isAnyType = true});
    row("13-uri-prefixes/trail.txt", {.users = mails});
    row("14-display-name-mail/outlook.txt", {.users = mails});
    row("15-full-width-mail/at.txt", {.users = {mails.at(0), mails.at(1), mails.at(2), moreMails.at(0)}});
    row("15-full-width-mail/phone.txt", {.users = phones.first(1)});
    row("16-one-line-lists/comma.txt", {.users = mails});
    row("16-one-line-lists/semicolon.txt", {.users = mails});
    row("16-one-line-lists/space.txt", {.users = mails});
    row("16-one-line-lists/zhcomma.txt", {.users = phones});
    row("19-domain-user/dom.csv",
        {.users = {u"CORP\\tingting.luo12"_s, u"tian_yan105@corp.local"_s, u"ZHENGJING35"_s}, .headings = 1},
        {.isAnyType = true});
    row("20-several-values-in-a-cell/multi-mail.csv",
        {.reasons = QStringList(4, u"several-values"_s), .headings = 1}, address);
    row("20-several-values-in-a-cell/multi.csv",
        {.reasons = QStringList(4, u"several-values"_s), .headings = 1}, phone);
    row("21-bom-in-the-middle/double.csv", {.users = numbers.first(2), .headings = 1}, {.column = u"工号"_s});
    row("21-bom-in-the-middle/joined-quoted.csv", {.users = mails.first(2), .headings = 2});
    row("21-bom-in-the-middle/joined.csv", {.users = numbers.first(2), .headings = 2}, {.column = u"工号"_s});
    row("21-bom-in-the-middle/zwsp-heading.csv", {.users = mails.first(1), .headings = 1},
        {.column = u"email"_s});
    for (const char *file : {"big5-names.txt", "big5.csv", "cp1252.csv", "sjis.csv"})
        row(QByteArray("22-big5-shiftjis-cp1252/") + file, {.problem = EncodingUnclear});
    for (const char *file : {"control.txt", "le.txt"})
        row(QByteArray("23-utf16-unmarked-with-yi/") + file, {.users = mails.first(2), .headings = 1});
    row("23-utf16-unmarked-with-yi/space.txt", {.users = mails.first(1), .headings = 1});
    row("24-other-text-formats/cards.vcf", {.problem = VCard});
    row("24-other-text-formats/export.xls", {.problem = WebPage});
    row("24-other-text-formats/list.rtf", {.problem = RichText});
    row("24-other-text-formats/people.ldif", {.problem = Ldif});
    row("24-other-text-formats/sheet2003.xml", {.problem = Xml});
    row("24-other-text-formats/users.json", {.problem = Json});
    for (const char *file : {"empid.csv", "plain.csv", "sam.csv", "star.csv", "userid.csv", "yuangong.csv"})
        row(QByteArray("26-headings-of-real-templates/") + file, {.users = numbers, .headings = 1}, staff);
    row("27-quotes-in-cells/inch.csv", {.users = mails, .headings = 1});
    row("27-quotes-in-cells/one.tsv", {.users = mails, .headings = 1});
    row("27-quotes-in-cells/outlook.txt", {.users = mails.first(2)});
    row("27-quotes-in-cells/single.csv", {.users = mails.first(2)});
    row("27-quotes-in-cells/swallow.csv", {.users = mails + moreMails.first(1), .headings = 1});
    row("28-empty-columns-and-rows-of-excel/wide.csv", {.users = mails, .headings = 1});
    row("29-comma-in-unquoted-name/de.csv", {.users = mails});
    row("32-own-export-read-again/list.csv",
        {.users = {u"tingting.luo12"_s, u"nobody.one"_s, u"+86 99999999999"_s, u"-dash.name"_s, u"=equal"_s},
         .headings = 1},
        {.isAnyType = true});
    row("32-own-export-read-again/rest.csv",
        {.users = {u"nobody.one"_s, u"+86 99999999999"_s, u"tingting.luo12"_s, u"-dash.name"_s, u"=equal"_s},
         .headings = 1},
        {.isAnyType = true});
    row("33-first-row-taken-for-a-heading/mail.txt", {.users = mails + moreMails});
    row("33-first-row-taken-for-a-heading/outlook.txt", {.users = mails + moreMails});
    row("33-first-row-taken-for-a-heading/phones.txt",
        {.users = QStringList{u"430495173"_s} + phones + QStringList{u"15856230592"_s}}, phone);
    row("47-server-quirks/mail.txt", {.users = mails.first(1)});
    row("47-server-quirks/phones.txt", {.users = {phones.at(0), u"17785410198"_s, u"430495173"_s}}, phone);
    row("62-two-files-at-once/a.txt",
        {.users = {u"LUOTINGTING12@CORP.EXAMPLE.COM"_s, u"Tianyan105@example.com"_s}});
    row("62-two-files-at-once/b.txt", {.users = moreMails.last(1)});
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// Files that helpdesks were given, with what is right for each of them. They are kept as they are, with
/// their encodings and line ends.
class TestFieldCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsReadRightly_data();
    void fileIsReadRightly();
    void everyFileHasARow();
};

void TestFieldCases::fileIsReadRightly_data()
{
    QTest::addColumn<Case>("given");
    for (const Case &given : cases())
        QTest::newRow(given.file.constData()) << given;
}

void TestFieldCases::fileIsReadRightly()
{
    QFETCH(const Case, given);
    const Right &right = given.right;
    const ListDraft draft = ListDrafts::ofFile(folder + QString::fromLatin1(given.file), given.options);
    const Right read = rightOf(draft);
    QCOMPARE(read.problem, right.problem);
    QCOMPARE(read.error, right.error);
    QCOMPARE(read.users, right.users);
    QCOMPARE(read.reasons, right.reasons);
    QCOMPARE(read.headings, right.headings);
    if (right.problem)
        return;
    const ListSum &sum = draft.sum;
    QCOMPARE(sum.lines, sum.users + sum.headings + sum.blank + sum.merged + sum.refused);
    QCOMPARE(sum.lines, draft.table.lineCount());
}

void TestFieldCases::everyFileHasARow()
{
    QStringList files;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files << QDir(folder).relativeFilePath(it.next());
    files.sort();
    QStringList rows;
    for (const Case &given : cases())
        rows << QString::fromLatin1(given.file);
    rows.sort();
    QCOMPARE(rows, files);
}

QTEST_GUILESS_MAIN(TestFieldCases)
#include "tst_fieldcases.moc"
