// SPDX-License-Identifier: Apache-2.0
#include "core/listguess.h"

#include "core/idcleaning.h"
#include "core/phonenumber.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows that a guess looks at.
constexpr qsizetype sampleRows = 200;

struct Pattern
{
    IdType idType;
    QRegularExpression expression;
};

Pattern pattern(IdType idType, QStringView text)
{
    return {.idType = idType,
            .expression = QRegularExpression(text.toString(), QRegularExpression::CaseInsensitiveOption)};
}

/// What a heading of such a column is, without case, spaces, "_" and "-". In the order in which columns are
/// preferred: the surest identifier first.
const QList<Pattern> &headings()
{
    static const QList<Pattern> patterns{
        pattern(IdType::UserId, u"^(authing)?(userid|uid|用户id|用户编号|用户标识)$"),
        pattern(IdType::Identity, u"^(identity|identities|身份|身份源id)$"),
        pattern(IdType::SyncRelation, u"^(syncrelation|同步关系)$"),
        pattern(IdType::Email, u"^((work|user)?e?mail(address)?|(电子|工作|企业|公司)?(邮箱|邮件)(地址)?)$"),
        pattern(IdType::Phone, u"^((mobile|cell)?(phone|tel|telephone)(number|no)?|mobile(number)?|"
                               "(联系|移动)?(手机|电话)(号|号码)?)$"),
        pattern(IdType::ExternalId, u"^(externalid|originalid|employee(id|no|number)|staff(id|no)|"
                                    "(原系统|外部)id|(员)?工(编)?号|员工编号)$"),
        pattern(IdType::Username, u"^(user(name)?|login(name)?|account(name)?|"
                                  "用户名|登录名|(登录)?(账号|帐号|账户))$"),
    };
    return patterns;
}

/// What a value is that can hardly be anything else.
const QList<Pattern> &forms()
{
    static const QList<Pattern> patterns{
        pattern(IdType::UserId, u"^[0-9a-f]{24}$"),
        pattern(IdType::Identity, u"^[0-9a-f]{24}:.+$"),
        pattern(IdType::Email, u"^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$"),
        // A mobile number of mainland China, any number with a country code, and what a spreadsheet makes of
        // them.
        pattern(IdType::Phone, u"^((\\+|00)[0-9]{8,17}|(86)?1[3-9][0-9]{9}|1\\.[3-9][0-9]*e\\+?1[0-2])$"),
        pattern(IdType::SyncRelation,
                u"^(lark|feishu|dingtalk|wechatwork|wework|ad|ldap|scim)[a-z0-9_-]*:.+$"),
    };
    return patterns;
}

QString compact(const QString &text)
{
    static const QRegularExpression separators(u"[\\s_\\-()（）./]"_s);
    return text.normalized(QString::NormalizationForm_KC).remove(separators);
}

/// The text of a cell as it is compared: cleaned, or as it stands where it is refused.
QString cleaned(const ServerText &text)
{
    const IdCheck check = IdTypes::check(text.verbatim());
    return check.fault ? IdCleaning::trimmed(text.verbatim()) : check.value;
}

std::optional<IdType> typeOfHeading(const QString &text)
{
    const QString name = compact(text);
    for (const Pattern &heading : headings()) {
        if (heading.expression.match(name).hasMatch())
            return heading.idType;
    }
    return {};
}

/// The texts of one column, blank ones left out; row 0 apart.
struct Column
{
    QString first;
    QStringList others;
};

Column columnOf(const ListTable &table, qsizetype column)
{
    Column result{.first = cleaned(table.cell(0, column))};
    const qsizetype end = std::min(table.rowCount(), sampleRows);
    for (qsizetype row = 1; row < end; ++row) {
        const QString text = cleaned(table.cell(row, column));
        if (!text.isEmpty())
            result.others.append(text);
    }
    return result;
}

bool hasForm(IdType type, const QString &text)
{
    const auto form = std::ranges::find(forms(), type, &Pattern::idType);
    if (form == forms().end())
        return false;
    const bool isPhone = type == IdType::Phone;
    return form->expression.match(isPhone ? PhoneNumbers::compact(text) : text).hasMatch();
}

/// The type whose form most of @p texts have, or nothing.
std::optional<IdType> typeOfForm(const QStringList &texts)
{
    for (const Pattern &form : forms()) {
        const auto fitting =
            std::ranges::count_if(texts, [&form](const QString &text) { return hasForm(form.idType, text); });
        if (fitting > 0 && fitting * 5 >= texts.size() * 4)
            return form.idType;
    }
    return {};
}

bool areNumbers(const QStringList &texts)
{
    static const QRegularExpression number(u"^[A-Za-z]{0,3}[0-9]+$"_s);
    return std::ranges::all_of(texts, [](const QString &text) { return number.match(text).hasMatch(); });
}

/// What is known about one column.
struct Reading
{
    std::optional<IdType> byHeading;
    std::optional<IdType> byForm;
    bool hasHeader = false;
    bool isNumeric = false;
    bool isEmpty = false;

    IdType idType() const
    {
        if (byForm)
            return *byForm;
        return byHeading.value_or(isNumeric ? IdType::ExternalId : IdType::Username);
    }
};

Reading readingOf(const ListTable &table, qsizetype column)
{
    const Column texts = columnOf(table, column);
    Reading reading{.byHeading = typeOfHeading(texts.first)};
    const QStringList all = texts.others.isEmpty() && !reading.byHeading && !texts.first.isEmpty()
                                ? QStringList(texts.first)
                                : texts.others;
    reading.byForm = typeOfForm(all);
    reading.isNumeric = areNumbers(all);
    reading.isEmpty = all.isEmpty();
    const bool isUnlikeOthers = reading.byForm && !texts.first.isEmpty() &&
                                !hasForm(*reading.byForm, texts.first) &&
                                !IdTypes::check(IdType::Username, texts.first).fault.has_value();
    reading.hasHeader = reading.byHeading.has_value() || isUnlikeOthers;
    return reading;
}

/// How sure it is that the identifiers are there; the greatest wins, the leftmost among equals.
int rank(const Reading &reading, std::optional<IdType> wanted)
{
    if (reading.isEmpty)
        return -1;
    const auto known = static_cast<int>(headings().size());
    const auto preference = [](IdType type) {
        return static_cast<int>(headings().end() - std::ranges::find(headings(), type, &Pattern::idType));
    };
    if (wanted)
        return (reading.byForm == wanted ? 2 : 0) + (reading.byHeading == wanted ? 1 : 0);
    if (reading.byForm)
        return known + preference(*reading.byForm);
    return reading.byHeading ? preference(*reading.byHeading) : 0;
}

} // namespace

ListGuess ListGuesses::guess(const ListTable &table, std::optional<IdType> idType,
                             std::optional<qsizetype> column)
{
    ListGuess guess;
    int best = -2;
    IdType bestType = IdType::Username;
    for (qsizetype at = 0; at < table.columnCount(); ++at) {
        const Reading reading = readingOf(table, at);
        // Headings stand in one row, whichever column tells.
        guess.hasHeader = guess.hasHeader || reading.hasHeader;
        const int found = column ? int(*column == at) : rank(reading, idType);
        if (found > best) {
            best = found;
            guess.column = at;
            bestType = reading.idType();
        }
    }
    guess.idType = idType.value_or(bestType);
    return guess;
}

std::optional<qsizetype> ListGuesses::columnNamed(const ListTable &table, const QString &name)
{
    const QString wanted = cleaned(ServerText(name));
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        if (cleaned(table.cell(0, column)).compare(wanted, Qt::CaseInsensitive) == 0)
            return column;
    }
    bool isNumber = false;
    const qsizetype number = name.toLongLong(&isNumber);
    return isNumber && number >= 1 && number <= table.columnCount() ? std::optional(number - 1)
                                                                    : std::nullopt;
}
