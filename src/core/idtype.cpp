// SPDX-License-Identifier: Apache-2.0
#include "core/idtype.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct IdTypeInfo
{
    IdType type;
    QLatin1StringView wireName;
    const char *label;
    QLatin1StringView example;
    /// What a cleaned value must look like.
    const char *shape;
};

constexpr std::array idTypeTable{
    IdTypeInfo{IdType::UserId, "user_id"_L1, QT_TRANSLATE_NOOP("IdTypes", "User ID"),
               "6319a1504f3c0f214dd5b7aa"_L1, "^[A-Za-z0-9_-]{1,64}$"},
    IdTypeInfo{IdType::ExternalId, "external_id"_L1, QT_TRANSLATE_NOOP("IdTypes", "External ID"), "10010"_L1,
               "^.+$"},
    IdTypeInfo{IdType::Phone, "phone"_L1, QT_TRANSLATE_NOOP("IdTypes", "Phone"), "13800138000"_L1,
               "^(?!00)[0-9]{5,15}$"},
    IdTypeInfo{IdType::Email, "email"_L1, QT_TRANSLATE_NOOP("IdTypes", "E-mail"), "zhangsan@example.com"_L1,
               "^[^\\s@]+@[^\\s@]+$"},
    IdTypeInfo{IdType::Username, "username"_L1, QT_TRANSLATE_NOOP("IdTypes", "Username"), "zhangsan"_L1,
               "^.+$"},
    IdTypeInfo{IdType::Identity, "identity"_L1, QT_TRANSLATE_NOOP("IdTypes", "Identity"),
               "62f20932716fbcc10d966ee5:ou_8bae746e"_L1, "^[^:\\s]+:.+$"},
    IdTypeInfo{IdType::SyncRelation, "sync_relation"_L1, QT_TRANSLATE_NOOP("IdTypes", "Sync relation"),
               "lark:ou_8bae746e"_L1, "^[A-Za-z0-9_-]+:.+$"},
};

const IdTypeInfo &info(IdType type)
{
    return *std::ranges::find(idTypeTable, type, &IdTypeInfo::type);
}

/// Compiled once: a key press checks its text against every type, more than once.
bool hasShape(IdType type, const QString &text)
{
    static const auto shapes = [] {
        std::array<QRegularExpression, idTypeTable.size()> result;
        std::ranges::transform(idTypeTable, result.begin(), [](const IdTypeInfo &row) {
            return QRegularExpression(QLatin1StringView(row.shape));
        });
        return result;
    }();
    return shapes.at(static_cast<size_t>(&info(type) - idTypeTable.data())).match(text).hasMatch();
}

bool isInvisible(QChar character)
{
    const QChar::Category category = character.category();
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

/// Chat programs and spreadsheets add direction marks and zero-width spaces around what is copied from them.
QString trimmedOfInvisible(const QString &text)
{
    const auto isKept = [](QChar character) { return !character.isSpace() && !isInvisible(character); };
    const auto first = std::ranges::find_if(text, isKept);
    const auto last = std::find_if(text.rbegin(), text.rend(), isKept).base();
    return first < last ? QString(first, last - first) : QString();
}

/// Length of the country code at the start of @p digits. ITU-T E.164 codes are prefix-free: one digit for
/// zones 1 and 7, two for the listed ones, three for every other.
qsizetype countryCodeLength(QStringView digits)
{
    static constexpr std::array twoDigits{
        "20"_L1, "27"_L1, "30"_L1, "31"_L1, "32"_L1, "33"_L1, "34"_L1, "36"_L1, "39"_L1, "40"_L1, "41"_L1,
        "43"_L1, "44"_L1, "45"_L1, "46"_L1, "47"_L1, "48"_L1, "49"_L1, "51"_L1, "52"_L1, "53"_L1, "54"_L1,
        "55"_L1, "56"_L1, "57"_L1, "58"_L1, "60"_L1, "61"_L1, "62"_L1, "63"_L1, "64"_L1, "65"_L1, "66"_L1,
        "81"_L1, "82"_L1, "84"_L1, "86"_L1, "90"_L1, "91"_L1, "92"_L1, "93"_L1, "94"_L1, "95"_L1, "98"_L1};
    if (digits.startsWith(u'1') || digits.startsWith(u'7'))
        return 1;
    const auto startsDigits = [digits](QLatin1StringView code) { return digits.startsWith(code); };
    return std::ranges::any_of(twoDigits, startsDigits) ? 2 : 3;
}

/// Digits of every script as ASCII, separators dropped, "＋" as "+".
QString compactPhone(const QString &text)
{
    static const QString separators = u" -()./\u00A0\u3000－（）．"_s;
    QString result;
    for (const QChar character : text) {
        if (character.isDigit())
            result += QString::number(character.digitValue());
        else if (character == u'＋')
            result += u'+';
        else if (!separators.contains(character))
            result += character;
    }
    return result;
}

bool isObjectId(const QString &text)
{
    static const QRegularExpression objectId(u"^[0-9a-fA-F]{24}$"_s);
    return objectId.match(text).hasMatch();
}

IdCheck cleanPhone(const QString &text)
{
    QString compact = compactPhone(text);
    if (compact.startsWith("00"_L1))
        compact.replace(0, 2, u'+');
    if (!compact.startsWith(u'+'))
        return {.value = compact};
    const QString digits = compact.mid(1);
    const qsizetype length = qMin(countryCodeLength(digits), digits.size());
    const QString code = u'+' + digits.left(length);
    return {.value = digits.mid(length), .countryCode = code == "+86"_L1 ? QString() : code};
}

} // namespace

const QList<IdType> &IdTypes::all()
{
    static const QList<IdType> types = [] {
        QList<IdType> list;
        for (const IdTypeInfo &row : idTypeTable)
            list.append(row.type);
        return list;
    }();
    return types;
}

QString IdTypes::wireName(IdType type)
{
    return info(type).wireName;
}

std::optional<IdType> IdTypes::fromWireName(QStringView name)
{
    const auto row =
        std::ranges::find_if(idTypeTable, [name](const IdTypeInfo &i) { return i.wireName == name; });
    return row == idTypeTable.end() ? std::nullopt : std::optional(row->type);
}

QString IdTypes::label(IdType type)
{
    return QCoreApplication::translate("IdTypes", info(type).label);
}

QString IdTypes::example(IdType type)
{
    return info(type).example;
}

std::optional<IdFault> IdTypes::checkText(const QString &text)
{
    const QString trimmed = trimmedOfInvisible(text);
    if (trimmed.isEmpty())
        return IdFault::Blank;
    if (trimmed.size() > maximumLength)
        return IdFault::TooLong;
    if (std::ranges::any_of(trimmed, isInvisible))
        return IdFault::ControlCharacter;
    if (trimmed.contains(u'*') || trimmed.contains(u'%') || trimmed.contains(u'＊') ||
        trimmed.contains(u'％'))
        return IdFault::Wildcard;
    return {};
}

IdCheck IdTypes::check(IdType type, const QString &text)
{
    if (const auto fault = checkText(text))
        return {.fault = fault};
    IdCheck result{.value = trimmedOfInvisible(text)};
    static const QRegularExpression spreadsheetNumber(u"^[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+$"_s);
    // An ID of 24 hexadecimal digits may happen to have one letter, an e.
    if (!isObjectId(result.value) && spreadsheetNumber.match(result.value).hasMatch())
        return {.fault = IdFault::SpreadsheetNumber};
    if (type == IdType::Phone)
        result = cleanPhone(result.value);
    if (!hasShape(type, result.value))
        return {.fault = IdFault::WrongShape};
    return result;
}

QList<IdType> IdTypes::suggested(const QString &text)
{
    const QString trimmed = trimmedOfInvisible(text);
    QList<IdType> types;
    static const QRegularExpression sourceAndId(u"^[0-9a-fA-F]{24}:.+$"_s);
    if (isObjectId(trimmed))
        types << IdType::UserId;
    if (!check(IdType::Email, trimmed).fault)
        types << IdType::Email;
    if (!check(IdType::Phone, trimmed).fault)
        types << IdType::Phone;
    const IdType pair = sourceAndId.match(trimmed).hasMatch() ? IdType::Identity : IdType::SyncRelation;
    if (!check(pair, trimmed).fault)
        types << pair;
    for (const IdType type : {IdType::Username, IdType::ExternalId}) {
        if (!check(type, trimmed).fault)
            types << type;
    }
    return types;
}

QString IdTypes::faultText(IdFault fault)
{
    switch (fault) {
    case IdFault::Blank:
        return QCoreApplication::translate("IdTypes",
                                           "Nothing was typed. Type or paste what identifies the user.");
    case IdFault::Wildcard:
        return QCoreApplication::translate(
            "IdTypes", "\"*\" and \"%\" do not stand for other characters here. Type the text itself.");
    case IdFault::TooLong:
        return QCoreApplication::translate("IdTypes",
                                           "This is too long to identify a user. Paste one identifier only.");
    case IdFault::ControlCharacter:
        return QCoreApplication::translate(
            "IdTypes", "The text contains an invisible character. Type it again instead of pasting it.");
    case IdFault::SpreadsheetNumber:
        return QCoreApplication::translate(
            "IdTypes", "A spreadsheet has shortened this number, so its last digits are lost. "
                       "Format the column as text and copy it again.");
    case IdFault::ForeignCountryCode:
        return QCoreApplication::translate("IdTypes",
                                           "The user found has another country code than the one typed.");
    case IdFault::WrongShape:
        return QCoreApplication::translate("IdTypes",
                                           "The text does not have the form of the chosen ID type.");
    }
    return {};
}
