// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/envelope.h"
#include "sandbox/faults/words.h"
#include "sandbox/http/httpmessage.h"

#include <QJsonObject>
#include <QString>

#include <optional>

class QObject;

namespace Simulated {

class Faults;
class Pool;
class Authority;
class AuditLog;
class UserSearch;

/// A request as an endpoint sees it: read, authorised, in a language.
struct Call
{
    const HttpRequest *request = nullptr;
    /// Query parameters of a GET (strings; what is called `name[]` or comes more than once, an array),
    /// members of any other request's body.
    QJsonObject parameters;
    /// False when there is a body and it is not one JSON object.
    bool isReadable = true;
    Language language = Language::Chinese;
    QString requestId;

    /// Empty when there is no such parameter or it is not a string.
    QByteArray text(QLatin1StringView name) const;
    /// A number, or the text of one; nothing when absent or anything else.
    std::optional<qint64> number(QLatin1StringView name) const;
    bool flag(QLatin1StringView name) const;
    bool has(QLatin1StringView name) const { return parameters.contains(name); }
    /// The object in the parameter "options".
    QJsonObject options() const;

    Envelope done(const QJsonValue &data) const;
    Envelope fetched(const QJsonValue &data) const;
    Envelope refusal(int statusCode, int apiCode, Word word, const QString &argument = {}) const;
    Envelope malformed(const QString &parameter) const;
};

/// What the endpoints work on; none of it is owned here.
struct Backend
{
    Pool &pool;
    UserSearch &search;
    Faults &faults;
    Authority &authority;
    AuditLog &audit;
    /// Lives in the server's thread; timers of the endpoints belong to it.
    QObject *context;
};

/// One endpoint: a call in, the envelope out.
using Endpoint = Envelope (*)(Backend &, const Call &);

/// `page` and `limit` of a list.
struct Paging
{
    qint64 page = 1;
    qint64 limit = 10;
    /// The refusal when they are out of bounds.
    std::optional<Envelope> problem;
};

/// Reads and checks the paging members of @p parameters. Which of the service's two phrases a limit over 50
/// earns depends on the endpoint: @p limitPhrase.
Paging readPaging(const Call &call, const QJsonObject &parameters, const QString &limitPhrase);

namespace LimitPhrase {
QString lessThan();
QString notGreater();
} // namespace LimitPhrase

/// Decodes the query of a GET into parameters.
QJsonObject queryParameters(const QByteArray &target);

} // namespace Simulated
