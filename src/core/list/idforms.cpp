// SPDX-License-Identifier: Apache-2.0
#include "core/list/idforms.h"

#include "core/identifiers/idcleaning.h"
#include "core/identifiers/idtype.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// No form is shorter: most cells of a table are left with that.
constexpr qsizetype shortest = 5;

/// Every form has an "@", a colon or many digits; names are left with that.
bool canHaveForm(const QString &text)
{
    constexpr qsizetype objectIdLength = 24;
    if (text.size() >= objectIdLength)
        return true;
    qsizetype digits = 0;
    for (const QChar character : text) {
        digits += character.isDigit() ? 1 : 0;
        if (digits >= shortest || character == u':' || character == u'@' || character == u'\uFF20' ||
            character == u'\uFE6B')
            return true;
    }
    return false;
}

bool matches(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

/// "1.38E+10" and "13800138000.0".
bool isSpoiltPhone(const QString &text)
{
    static const QRegularExpression spoilt(u"^(1[.,]?[3-9][0-9]*e\\+?1[0-2]|(86)?1[3-9][0-9]{9}[.,]0+)$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return matches(spoilt, text);
}

bool isPhone(const QString &text)
{
    static const QRegularExpression mobile(u"^1[3-9][0-9]{9}$"_s);
    static const QRegularExpression international(u"^[\\s(<'\"]*(tel:)?(\\+|\uFF0B|00)"_s);
    const IdCheck phone = IdTypes::check(IdType::Phone, text);
    if (phone.fault)
        return false;
    constexpr qsizetype shortestPhone = 7;
    return matches(mobile, phone.value) ||
           (matches(international, text) && phone.value.size() >= shortestPhone);
}

std::optional<IdType> typeOfValue(const QString &value, const QString &text)
{
    static const QRegularExpression objectId(u"^[0-9a-fA-F]{24}$"_s);
    static const QRegularExpression identity(u"^[0-9a-fA-F]{24}:.+$"_s);
    static const QRegularExpression email(u"^[^\\s@<>;,|]+@[^\\s@<>;,|]+\\.[^\\s@<>;,|]+$"_s);
    static const QRegularExpression relation(
        u"^(lark|feishu|dingtalk|wechatwork|wework|ad|ldap|scim)[a-z0-9_-]*:.+$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (matches(objectId, value))
        return IdType::UserId;
    if (matches(identity, value))
        return IdType::Identity;
    if (matches(email, value))
        return IdType::Email;
    if (isPhone(text))
        return IdType::Phone;
    return matches(relation, value) ? std::optional(IdType::SyncRelation) : std::nullopt;
}

std::optional<IdType> typeOfFirst(const QString &text)
{
    static const QRegularExpression separators(u"[\\s;,/|；，、]+"_s);
    const QStringList values = text.split(separators, Qt::SkipEmptyParts);
    return values.isEmpty() ? std::nullopt : IdForms::usableTypeOf(values.constFirst());
}

} // namespace

std::optional<IdType> IdForms::usableTypeOf(const QString &text)
{
    if (text.size() < shortest || !canHaveForm(text))
        return {};
    const IdCheck check = IdTypes::check(text);
    return check.fault ? std::nullopt : typeOfValue(check.value, text);
}

std::optional<IdType> IdForms::typeOf(const QString &text)
{
    if (!text.isEmpty() && isSpoiltPhone(IdCleaning::trimmed(text)))
        return IdType::Phone;
    if (text.size() >= shortest && canHaveForm(text) && IdTypes::check(text).fault == IdFault::SeveralValues)
        return typeOfFirst(text);
    return usableTypeOf(text);
}
