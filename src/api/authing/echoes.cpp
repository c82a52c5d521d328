// SPDX-License-Identifier: Apache-2.0
#include "api/authing/echoes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 8;
/// The secret of the key, the password of the proxy, and the tokens of some renewals.
constexpr qsizetype mostSecrets = 8;
/// By these a number is the same with and without its country code.
constexpr qsizetype comparedDigits = 9;
constexpr qsizetype longestRequestId = 128;

bool isPhone(const QString &text)
{
    static const QRegularExpression shape(u"\\A\\+?(?:[ ().-]*[0-9]){7,15}\\z"_s);
    return shape.match(text).hasMatch();
}

/// True for text in which a phone number stands by itself. A random ID has one by chance, so that the usual
/// forms of those pass.
bool holdsPhone(const QString &text)
{
    static const QRegularExpression randomId(
        u"\\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\z|\\A[0-9A-Fa-f]{32}\\z"_s);
    static const QRegularExpression number(
        u"(?<![0-9A-Za-z])[0-9]{10,13}(?![0-9A-Za-z])|(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])"_s);
    return isPhone(text) || (number.match(text).hasMatch() && !randomId.match(text).hasMatch());
}

QString digitsOf(const QString &text)
{
    QString result;
    std::ranges::copy_if(text, std::back_inserter(result),
                         [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
    return result;
}

/// Each run of digits that is as long as what is compared, and what separates the groups of a number does not
/// end a run.
QList<quint64> comparedNumbers(const QString &text)
{
    static const QRegularExpression runs(u"[0-9](?:[ ().-]*[0-9])*"_s);
    QList<quint64> result;
    for (auto each = runs.globalMatch(text); each.hasNext();) {
        const QString digits = digitsOf(each.next().captured());
        for (qsizetype at = 0; at + comparedDigits <= digits.size(); ++at)
            result.append(digits.mid(at, comparedDigits).toULongLong());
    }
    return result;
}

} // namespace

void Echoes::addSecret(const Secret &secret)
{
    const auto isKnown = [&secret](const Secret &known) { return known.reveal() == secret.reveal(); };
    if (secret.reveal().size() < shortestSecret || std::ranges::any_of(m_secrets, isKnown))
        return;
    // Those of the key and of the proxy come first, the oldest token behind them.
    if (m_secrets.size() == mostSecrets)
        m_secrets.remove(2);
    m_secrets.append(secret);
}

void Echoes::addIdentifier(const QString &identifier)
{
    const QString digits = digitsOf(identifier);
    if (isPhone(identifier) && digits.size() >= comparedDigits)
        m_phones.insert(digits.last(comparedDigits).toULongLong());
}

Result<Envelope> Echoes::removedFrom(const Result<Envelope> &result, const QByteArray &body) const
{
    Result<Envelope> cleaned = removedFromReply(result);
    if (cleaned && mayBeIn(body) && isIn(cleaned->data)) {
        Envelope envelope = *cleaned;
        envelope.data = without(envelope.data);
        return envelope;
    }
    return cleaned;
}

Result<Envelope> Echoes::removedFromReply(const Result<Envelope> &result) const
{
    if (result) {
        Envelope envelope = *result;
        envelope.reply = without(envelope.reply);
        return envelope;
    }
    Error error = result.error();
    error.reply = without(error.reply);
    // The host that a redirect names, for one.
    error.detail = ServerText(without(error.detail.verbatim()));
    return error;
}

bool Echoes::mayBeIn(const QByteArray &body) const
{
    // JSON can write any letter as an escape.
    return body.contains('\\') || std::ranges::any_of(m_secrets, [&body](const Secret &secret) {
               return body.contains(secret.reveal());
           });
}

bool Echoes::isIn(const QString &text) const
{
    return std::ranges::any_of(m_secrets, [&text](const Secret &secret) {
        return text.contains(QString::fromUtf8(secret.reveal()), Qt::CaseInsensitive);
    });
}

bool Echoes::isIn(const QJsonValue &value) const
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [this](const QJsonValue &each) { return isIn(each); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(),
                           [this](const QJsonValue &each) { return isIn(each); });
    }
    return value.isString() && isIn(value.toString());
}

QString Echoes::without(QString text) const
{
    for (const Secret &secret : m_secrets)
        text.replace(QString::fromUtf8(secret.reveal()), u"[…]"_s, Qt::CaseInsensitive);
    return text;
}

QJsonValue Echoes::without(const QJsonValue &value) const
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at)
            array.replace(at, without(array.at(at)));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        const QStringList names = object.keys();
        for (const QString &name : names)
            object.insert(name, without(object.value(name)));
        return object;
    }
    return value.isString() ? QJsonValue(without(value.toString())) : value;
}

ServerReply Echoes::without(ServerReply reply) const
{
    if (isIn(reply.message.verbatim()))
        reply.message = ServerText(without(reply.message.verbatim()));
    reply.requestId = isRequestId(reply.requestId) ? reply.requestId.left(longestRequestId) : QString();
    return reply;
}

bool Echoes::isRequestId(const QString &text) const
{
    if (text.contains(u'@') || holdsPhone(text) || isIn(text))
        return false;
    const QList<quint64> numbers = comparedNumbers(text);
    return std::ranges::none_of(numbers, [this](quint64 number) { return m_phones.contains(number); });
}
