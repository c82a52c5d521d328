// SPDX-License-Identifier: Apache-2.0
#include "fuzz/narrowrule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The string that begins with the quotation mark at @p at, as JSON means it; @p at is then behind it.
QString readString(const QByteArray &json, qsizetype *at)
{
    const qsizetype start = *at;
    for (++*at; *at < json.size() && json.at(*at) != '"'; ++*at)
        *at += json.at(*at) == '\\' ? 1 : 0;
    ++*at;
    const QByteArray text = '[' + json.mid(start, *at - start) + ']';
    return QJsonDocument::fromJson(text).array().first().toString();
}

struct Level
{
    QSet<QString> names;
    QString lastName;
};

/// Whether the valid @p json, or its member `data`, has a name twice.
bool hasNameTwice(const QByteArray &json)
{
    QList<Level> open;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json.at(at);
        if (c == '{' || c == '[')
            open.append(Level());
        else if (c == '}' || c == ']')
            open.removeLast();
        if (c != '"') {
            ++at;
            continue;
        }
        const QString text = readString(json, &at);
        while (at < json.size() && QByteArrayView(" \t\r\n").contains(json.at(at)))
            ++at;
        if (at >= json.size() || json.at(at) != ':')
            continue;
        const bool counts = open.size() == 1 || (open.size() == 2 && open.first().lastName == "data"_L1);
        if (counts && open.last().names.contains(text))
            return true;
        open.last().names.insert(text);
        open.last().lastName = text;
    }
    return false;
}

bool isWellFormedUtf8(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

} // namespace

bool NarrowRule::holds(const HttpAnswer &answer)
{
    if (answer.fault != TransportFault::None || answer.status < 200 || answer.status > 299 ||
        !isWellFormedUtf8(answer.body))
        return false;
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject() || hasNameTwice(answer.body))
        return false;
    const QJsonValue statusCode = document.object().value("statusCode"_L1);
    const QJsonValue data = document.object().value("data"_L1);
    const QJsonValue success = data.toObject().value("success"_L1);
    return statusCode.isDouble() && statusCode.toDouble() == 200.0 && data.isObject() && success.isBool() &&
           success.toBool();
}
