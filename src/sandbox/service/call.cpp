// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/call.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr qint64 maximumLimit = 50;

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 number = value.toInteger();
        return static_cast<double>(number) == value.toDouble() ? std::optional(number) : std::nullopt;
    }
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString decoded(QByteArrayView text)
{
    // Forms write a space as "+"; a plus sign itself comes as %2B.
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' ')));
}

bool isInBounds(const QJsonObject &parameters, QLatin1StringView name)
{
    const QJsonValue value = parameters.value(name);
    return value.isUndefined() || wholeNumber(value).value_or(0) >= 1;
}

} // namespace

QByteArray Call::text(QLatin1StringView name) const
{
    return parameters.value(name).toString().toUtf8();
}

std::optional<qint64> Call::number(QLatin1StringView name) const
{
    return wholeNumber(parameters.value(name));
}

bool Call::flag(QLatin1StringView name) const
{
    const QJsonValue value = parameters.value(name);
    return value.toBool() || value.toString() == "true"_L1;
}

QJsonObject Call::options() const
{
    return parameters.value("options"_L1).toObject();
}

Envelope Call::done(const QJsonValue &data) const
{
    return {.message = Words::text(Word::Done, language), .data = data};
}

Envelope Call::fetched(const QJsonValue &data) const
{
    return {.message = Words::text(Word::Fetched, language), .data = data};
}

Envelope Call::refusal(int statusCode, int apiCode, Word word, const QString &argument) const
{
    return {.statusCode = statusCode, .apiCode = apiCode, .message = Words::text(word, language, argument)};
}

Envelope Call::malformed(const QString &parameter) const
{
    return refusal(StatusCode::badArgument, ApiCode::none, Word::ParameterMalformed, parameter);
}

QString LimitPhrase::lessThan()
{
    return u"limit must less than 50"_s;
}

QString LimitPhrase::notGreater()
{
    return u"limit must not be greater than 50"_s;
}

Paging readPaging(const Call &call, const QJsonObject &parameters, const QString &limitPhrase)
{
    for (const QLatin1StringView name : {"page"_L1, "limit"_L1}) {
        if (!isInBounds(parameters, name))
            return {.problem = call.malformed(name)};
    }
    Paging paging;
    paging.page = wholeNumber(parameters.value("page"_L1)).value_or(paging.page);
    paging.limit = wholeNumber(parameters.value("limit"_L1)).value_or(paging.limit);
    // The service says this in English whatever the language.
    if (paging.limit > maximumLimit)
        paging.problem = Envelope{.statusCode = StatusCode::badArgument, .message = limitPhrase};
    return paging;
}

QJsonObject queryParameters(const QByteArray &target)
{
    QJsonObject result;
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return result;
    const QByteArrayList pairs = target.sliced(mark + 1).split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        QString name = decoded(equals < 0 ? pair : pair.first(equals));
        const QString value = equals < 0 ? QString() : decoded(QByteArrayView(pair).sliced(equals + 1));
        const bool isList = name.endsWith("[]"_L1);
        if (isList)
            name.chop(2);
        if (name.isEmpty())
            continue;
        const QJsonValue known = result.value(name);
        if (!isList && known.isUndefined()) {
            result.insert(name, value);
            continue;
        }
        QJsonArray list = known.isString() ? QJsonArray{known} : known.toArray();
        list.append(value);
        result.insert(name, list);
    }
    return result;
}

} // namespace Simulated
