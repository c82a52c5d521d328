// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/idcleaning.h"
#include "core/list/listguess.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString phone = u"13623606799"_s;
const QString address = u"luotingting12@corp.example.com"_s;

} // namespace

/// Texts as people paste them, and the identifier that they mean.
class TestIdCleaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phoneIsUnderstood_data();
    void phoneIsUnderstood();
    void addressIsUnderstood_data();
    void addressIsUnderstood();
    void wordIsUnderstood_data();
    void wordIsUnderstood();
    void otherValueIsRefused_data();
    void otherValueIsRefused();
    void searchKeepsTheCharactersOfNames_data();
    void searchKeepsTheCharactersOfNames();
    void foreignNumberKeepsItsCountry_data();
    void foreignNumberKeepsItsCountry();
    void nameThatDiffersByAMarkIsRefused();
    void letterLikeAsciiIsNotTakenForIt_data();
    void letterLikeAsciiIsNotTakenForIt();
    void opaqueIdStays_data();
    void opaqueIdStays();
    void secretLosesOnlyWhatIsAroundIt_data();
    void secretLosesOnlyWhatIsAroundIt();
    void headingIsFoundBehindMarks();
};

void TestIdCleaning::phoneIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    const QList<std::pair<const char *, QString>> rows{
        {"formula of a spreadsheet", u"=\"13623606799\""_s},
        {"apostrophe of a spreadsheet", u"'13623606799"_s},
        {"thousands separators", u"13,623,606,799"_s},
        {"German thousands separators", u"13.623.606.799"_s},
        {"French thousands separators", u"13\u202F623\u202F606\u202F799"_s},
        {"tel:", u"tel:+8613623606799"_s},
        {"tel: with dashes", u"TEL:+86-136-2360-6799"_s},
        {"full width", u"１３６２３６０６７９９"_s},
        {"non-breaking hyphen", u"136\u20112360\u20116799"_s},
        {"hyphen", u"136\u20102360\u20106799"_s},
        {"en dash", u"136\u20132360\u20136799"_s},
        {"em dash", u"136\u20142360\u20146799"_s},
        {"minus", u"136\u22122360\u22126799"_s},
        {"non-breaking space", u"136\u00A02360\u00A06799"_s},
        {"narrow non-breaking space", u"136\u202F2360\u202F6799"_s},
        {"thin space", u"136\u20092360\u20096799"_s},
        {"figure space", u"136\u20072360\u20076799"_s},
        {"middle dot", u"136\u00B72360\u00B76799"_s},
        {"long vowel mark", u"136\u30FC2360\u30FC6799"_s},
        {"soft hyphen", u"136\u00AD2360\u00AD6799"_s},
        {"variation selector", u"136\uFE0D2360\uFE0D6799"_s},
        {"86 without plus", u"86-13623606799"_s},
        {"86 in front", u"8613623606799"_s},
        {"86 in brackets", u"(86) 136 2360 6799"_s},
        {"+86 and spaces", u"+86 136 2360 6799"_s},
        {"0086", u"0086 136 2360 6799"_s},
        {"direction marks", u"\u202A13623606799\u202C"_s},
        {"override of a phone's contact", u"\u202D+86 136 2360 6799\u202C"_s},
        {"isolates", u"\u2068136 2360 6799\u2069"_s},
        {"zero width spaces", u"\u200B136\u200B23606799\u200B"_s},
        {"line end of a cell", u"13623606799\r\n"_s},
        {"byte order mark", u"\uFEFF13623606799"_s},
        {"name and number", u"罗婷婷 <13623606799>"_s},
        {"Arabic digits", u"١٣٦٢٣٦٠٦٧٩٩"_s},
        {"quoted apostrophe", u"\"'13623606799\""_s},
        {"Chinese full stop behind it", u"13623606799。"_s},
        {"tag characters", u"13623606799"_s + QString::fromUcs4(U"\U000E0041\U000E007F", 2)},
        {"hangul filler", u"\u316413623606799\u3164"_s},
        {"typographic quotation marks", u"“136-2360-6799”"_s},
        {"trailing semicolon", u"136 2360 6799;"_s},
    };
    for (const auto &[name, text] : rows)
        QTest::newRow(name) << text;
}

void TestIdCleaning::phoneIsUnderstood()
{
    QFETCH(const QString, text);
    const IdCheck check = IdTypes::check(IdType::Phone, text);
    QVERIFY2(!check.fault, check.fault ? qPrintable(IdTypes::faultText(*check.fault)) : "");
    QCOMPARE(check.value, phone);
    QCOMPARE(check.countryCode, QString());
    // Before its type is chosen the same text looks like a phone.
    QCOMPARE(IdTypes::suggested(text).value(0), IdType::Phone);
    QCOMPARE(IdTypes::check(IdType::Phone, IdTypes::check(text).value).value, phone);
}

void TestIdCleaning::addressIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    const QList<std::pair<const char *, QString>> rows{
        {"smtp:", u"smtp:luotingting12@corp.example.com"_s},
        {"SMTP:", u"SMTP:luotingting12@corp.example.com"_s},
        {"mailto:", u"mailto:luotingting12@corp.example.com"_s},
        {"mailto: with a subject", u"mailto:luotingting12@corp.example.com?subject=x"_s},
        {"brackets", u"<luotingting12@corp.example.com>"_s},
        {"semicolon", u"luotingting12@corp.example.com;"_s},
        {"comma", u"luotingting12@corp.example.com,"_s},
        {"full stop", u"luotingting12@corp.example.com."_s},
        {"name and address", u"罗婷婷 <luotingting12@corp.example.com>"_s},
        {"quoted name and address", u"\"Luo, Tingting\" <luotingting12@corp.example.com>;"_s},
        {"full-width at sign", u"luotingting12＠corp.example.com"_s},
        {"full-width full stop", u"luotingting12@corp．example．com"_s},
        {"Chinese full stop", u"luotingting12@corp.example。com"_s},
        {"half-width full stop", u"luotingting12@corp.example｡com"_s},
        {"all in full width", u"ｌｕｏｔｉｎｇｔｉｎｇ１２＠ｃｏｒｐ．ｅｘａｍｐｌｅ．ｃｏｍ"_s},
        {"name and full width", u"罗婷婷 <luotingting12＠corp.example.com>"_s},
        {"zero width space of a line break", u"luotingting12@\u200Bcorp.example.com"_s},
        {"byte order mark inside", u"luotingting12\uFEFF@corp.example.com"_s},
        {"formula", u"=\"luotingting12@corp.example.com\""_s},
    };
    for (const auto &[name, text] : rows)
        QTest::newRow(name) << text;
}

void TestIdCleaning::addressIsUnderstood()
{
    QFETCH(const QString, text);
    QCOMPARE(IdTypes::check(IdType::Email, text).value, address);
    QCOMPARE(IdTypes::check(text).value, address);
    QCOMPARE(IdTypes::suggested(text).value(0), IdType::Email);
}

void TestIdCleaning::wordIsUnderstood_data()
{
    QTest::addColumn<IdType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("formula") << IdType::ExternalId << u"=\"E100001\""_s << u"E100001"_s;
    QTest::newRow("apostrophe") << IdType::ExternalId << u"'E100001"_s << u"E100001"_s;
    QTest::newRow("byte order mark") << IdType::ExternalId << u"\uFEFFE100001"_s << u"E100001"_s;
    QTest::newRow("full width") << IdType::Username << u"ｚｈｅｎｇｊｉｎｇ３５"_s << u"zhengjing35"_s;
    QTest::newRow("case stays") << IdType::Username << u"ZHENGJING35"_s << u"ZHENGJING35"_s;
    QTest::newRow("domain stays") << IdType::Username << u"CORP\\tingting.luo12"_s
                                  << u"CORP\\tingting.luo12"_s;
    QTest::newRow("dash of a word processor") << IdType::Username << u"jean\u2011luc"_s << u"jean-luc"_s;
    QTest::newRow("user ID in full width")
        << IdType::UserId << u"６319a1504f3c0f214dd5b7aa"_s << u"6319a1504f3c0f214dd5b7aa"_s;
    QTest::newRow("several leading zeros") << IdType::ExternalId << u" 00010010 "_s << u"00010010"_s;
    QTest::newRow("distinguished name") << IdType::ExternalId << u"CN=Luo,OU=IT"_s << u"CN=Luo,OU=IT"_s;
}

void TestIdCleaning::wordIsUnderstood()
{
    QFETCH(const IdType, type);
    QFETCH(const QString, text);
    const IdCheck check = IdTypes::check(type, text);
    QVERIFY(!check.fault);
    QTEST(check.value, "value");
}

void TestIdCleaning::otherValueIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<IdFault>("fault");
    QTest::newRow("float") << u"13623606799.0"_s << IdFault::DecimalNumber;
    QTest::newRow("float of somebody else's number") << u"209787138.0"_s << IdFault::DecimalNumber;
    QTest::newRow("float with a comma") << u"13623606799,00"_s << IdFault::DecimalNumber;
    QTest::newRow("float in full width") << u"13623606799．０"_s << IdFault::DecimalNumber;
    QTest::newRow("amount") << u"13,623,606,799.00"_s << IdFault::DecimalNumber;
    QTest::newRow("float behind +86") << u"+86 13623606799.0"_s << IdFault::DecimalNumber;
    QTest::newRow("two extensions") << u"20978/71380"_s << IdFault::SeveralValues;
    QTest::newRow("slash") << u"13623606799/17785410198"_s << IdFault::SeveralValues;
    QTest::newRow("semicolon") << u"13623606799;17785410198"_s << IdFault::SeveralValues;
    QTest::newRow("space") << u"13623606799 17785410198"_s << IdFault::SeveralValues;
    QTest::newRow("line end") << u"13623606799\n17785410198"_s << IdFault::SeveralValues;
    QTest::newRow("line end between extensions") << u"20978\r\n71380"_s << IdFault::SeveralValues;
    QTest::newRow("tab") << u"13623606799\t罗婷婷"_s << IdFault::SeveralValues;
    QTest::newRow("Chinese comma") << u"13623606799，17785410198，15809016996"_s << IdFault::SeveralValues;
    QTest::newRow("enumeration comma") << u"13623606799、17785410198"_s << IdFault::SeveralValues;
    QTest::newRow("extensions with commas") << u"101,102,103,104"_s << IdFault::SeveralValues;
    QTest::newRow("shortened") << u"1.38E+10"_s << IdFault::SpreadsheetNumber;
    QTest::newRow("shortened with a comma") << u"1,36E+10"_s << IdFault::SpreadsheetNumber;
    QTest::newRow("shortened behind an apostrophe") << u"'1.36236E+10"_s << IdFault::SpreadsheetNumber;
    QTest::newRow("reversed") << u"136\u202E23606799"_s << IdFault::ControlCharacter;
}

void TestIdCleaning::otherValueIsRefused()
{
    QFETCH(const QString, text);
    const IdCheck check = IdTypes::check(IdType::Phone, text);
    QVERIFY(check.fault);
    QTEST(*check.fault, "fault");
    QVERIFY(check.value.isEmpty());
    // No other door opens it as a phone either.
    QVERIFY(!IdTypes::suggested(text).contains(IdType::Phone));
}

void TestIdCleaning::searchKeepsTheCharactersOfNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("name") << u" 罗婷婷 "_s << u"罗婷婷"_s;
    QTest::newRow("full-width brackets") << u"罗婷婷（外包）"_s << u"罗婷婷（外包）"_s;
    QTest::newRow("marks") << u"\u2068罗婷婷\u2069"_s << u"罗婷婷"_s;
    QTest::newRow("line end of a cell") << u"罗婷婷\r\n"_s << u"罗婷婷"_s;
    QTest::newRow("accents in two characters") << u"Jose\u0301"_s << u"Jos\u00E9"_s;
    QTest::newRow("begun user ID") << u"684e09"_s << u"684e09"_s;
    QTest::newRow("part of a number") << u"1.5"_s << u"1.5"_s;
}

void TestIdCleaning::searchKeepsTheCharactersOfNames()
{
    QFETCH(const QString, text);
    const IdCheck check = IdTypes::check(text);
    QVERIFY(!check.fault);
    QTEST(check.value, "value");
}

void TestIdCleaning::foreignNumberKeepsItsCountry_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("countryCode");
    QTest::addColumn<QString>("value");
    QTest::newRow("Australia") << u"+61 430495173"_s << u"+61"_s << u"430495173"_s;
    QTest::newRow("zero in brackets") << u"+44 (0)20 7946 0958"_s << u"+44"_s << u"2079460958"_s;
    QTest::newRow("points") << u"+49.30.1234567"_s << u"+49"_s << u"301234567"_s;
    QTest::newRow("marks") << u"\u202D+1 (202) 555\u20110100\u202C"_s << u"+1"_s << u"2025550100"_s;
}

void TestIdCleaning::foreignNumberKeepsItsCountry()
{
    QFETCH(const QString, text);
    const IdCheck check = IdTypes::check(IdType::Phone, text);
    QVERIFY(!check.fault);
    QTEST(check.countryCode, "countryCode");
    QTEST(check.value, "value");
}

/// "li" and "si" with a mark between may be the name of another user than "lisi".
void TestIdCleaning::nameThatDiffersByAMarkIsRefused()
{
    const QString text = u"li\u200Bsi"_s;
    QCOMPARE(IdTypes::check(text).fault, IdFault::ControlCharacter);
    for (const IdType type : {IdType::Username, IdType::ExternalId, IdType::Identity})
        QCOMPARE(IdTypes::check(type, text).fault, IdFault::ControlCharacter);
}

void TestIdCleaning::letterLikeAsciiIsNotTakenForIt_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("ascii");
    QTest::newRow("Kelvin sign") << u"\u212A"_s << u"K"_s;
    QTest::newRow("long s") << u"\u017F"_s << u"s"_s;
    QTest::newRow("dotless i") << u"\u0131"_s << u"i"_s;
    QTest::newRow("dotted I") << u"\u0130"_s << u"I"_s;
    QTest::newRow("sharp s") << u"\u1E9E"_s << u"SS"_s;
    QTest::newRow("ligature") << u"\uFB01"_s << u"fi"_s;
    QTest::newRow("ligature of the long s") << u"\uFB05"_s << u"st"_s;
    QTest::newRow("ordinal") << u"\u00BA"_s << u"o"_s;
    QTest::newRow("letter of mathematics") << u"\U0001D424"_s << u"k"_s;
    QTest::newRow("letter in a circle") << u"\u24DA"_s << u"k"_s;
    QTest::newRow("Roman number") << u"\u2163"_s << u"IV"_s;
}

/// A server may have a user for either text.
void TestIdCleaning::letterLikeAsciiIsNotTakenForIt()
{
    QFETCH(const QString, letter);
    QFETCH(const QString, ascii);
    const QString pattern = u"%1im@example.com"_s;
    QCOMPARE(IdTypes::check(IdType::Email, pattern.arg(letter)).value, pattern.arg(letter));
    QCOMPARE(IdTypes::check(pattern.arg(letter)).value, pattern.arg(letter));
    for (const IdType type : {IdType::Username, IdType::ExternalId})
        QCOMPARE(IdTypes::check(type, u"x%1"_s.arg(letter)).value, u"x%1"_s.arg(letter));
    QVERIFY(IdCleaning::withoutCase(letter) != IdCleaning::withoutCase(ascii));
    // Nor does it make a prefix of what begins an address.
    const QString behind = u"%1ip:kim@example.com"_s.arg(letter);
    QVERIFY(IdTypes::check(IdType::Email, behind).value != u"kim@example.com"_s);
}

void TestIdCleaning::opaqueIdStays_data()
{
    QTest::addColumn<IdType>("type");
    QTest::addColumn<QString>("text");
    QTest::newRow("prefix is the provider") << IdType::SyncRelation << u"smtp:a@b.example.com"_s;
    QTest::newRow("full stop is part of it") << IdType::Identity << u"62f2:ou_8bae."_s;
}

void TestIdCleaning::opaqueIdStays()
{
    QFETCH(const IdType, type);
    QFETCH(const QString, text);
    QCOMPARE(IdTypes::check(type, text).value, text);
}

void TestIdCleaning::secretLosesOnlyWhatIsAroundIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    QTest::newRow("marks and spaces") << u"\uFEFF\u200B 0123abcd\u202C\u00A0\r\n"_s << u"0123abcd"_s;
    QTest::newRow("inside") << u"'ab c.＠;"_s << u"'ab c.＠;"_s;
    QTest::newRow("nothing left") << u" \u200B"_s << QString();
}

void TestIdCleaning::secretLosesOnlyWhatIsAroundIt()
{
    QFETCH(const QString, text);
    QTEST(IdCleaning::trimmed(text), "secret");
    QCOMPARE(IdCleaning::trimmed(text.toUtf8()), IdCleaning::trimmed(text).toUtf8());
    QCOMPARE(IdCleaning::trimmed("\xFF ab \n"_ba), "\xFF ab"_ba);
}

void TestIdCleaning::headingIsFoundBehindMarks()
{
    const Result<ListTable> table =
        ListTables::read({.utf8 = "\uFEFF工号,email\u200B\n100001,a@example.com\n"_ba}, ',');
    QVERIFY(table.hasValue());
    const ListGuess guess = ListGuesses::guess(*table, {.idType = IdType::ExternalId});
    QCOMPARE(ListGuesses::columnsNamed(*table, guess, u"工号"_s).constFirst().column, 0);
    QCOMPARE(ListGuesses::columnsNamed(*table, guess, u"Email"_s).constFirst().column, 1);
    QCOMPARE(guess.column, 0);
}

QTEST_APPLESS_MAIN(TestIdCleaning)
#include "tst_idcleaning.moc"
