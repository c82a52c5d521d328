// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/idtype.h"

#include "core/identifiers/idcleaning.h"

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

bool isObjectId(const QString &text)
{
    static const QRegularExpression objectId(u"^[0-9a-fA-F]{24}$"_s);
    return objectId.match(text).hasMatch();
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

IdCheck IdTypes::check(const QString &text)
{
    return IdCleaning::clean(text, {});
}

IdCheck IdTypes::check(IdType type, const QString &text)
{
    IdCheck result = IdCleaning::clean(text, type);
    if (!result.fault && !hasShape(type, result.value))
        return {.fault = IdFault::WrongShape};
    return result;
}

QList<IdType> IdTypes::suggested(const QString &text)
{
    const IdCheck cleaned = check(text);
    if (cleaned.fault)
        return {};
    QList<IdType> types;
    static const QRegularExpression sourceAndId(u"^[0-9a-fA-F]{24}:.+$"_s);
    if (isObjectId(cleaned.value) && !check(IdType::UserId, text).fault)
        types << IdType::UserId;
    const IdType pair = sourceAndId.match(cleaned.value).hasMatch() ? IdType::Identity : IdType::SyncRelation;
    for (const IdType type : {IdType::Email, IdType::Phone, pair, IdType::Username, IdType::ExternalId}) {
        if (!check(type, text).fault)
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
    case IdFault::DecimalNumber:
        return QCoreApplication::translate(
            "IdTypes", "A program has turned this number into a decimal, such as 13800138000.0. "
                       "Format the column as text and copy it again.");
    case IdFault::SeveralValues:
        return QCoreApplication::translate(
            "IdTypes",
            "There are several values in this text. Enter one of them; in a list, give each its own row.");
    case IdFault::ForeignCountryCode:
        return QCoreApplication::translate("IdTypes",
                                           "The user found has another country code than the one typed.");
    case IdFault::WrongShape:
        return QCoreApplication::translate("IdTypes",
                                           "The text does not have the form of the chosen ID type.");
    case IdFault::MissingCell:
        return QCoreApplication::translate(
            "IdTypes", "The row has text, but nothing in the column with the identifiers.");
    case IdFault::TotalRow:
        return QCoreApplication::translate("IdTypes", "The row is a total of the table, not a user.");
    }
    return {};
}
