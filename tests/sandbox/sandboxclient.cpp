// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxclient.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QSslCertificate>

#include <memory>

using namespace Qt::Literals::StringLiterals;

int SandboxReply::statusCode() const
{
    return envelope.value("statusCode"_L1).toInt();
}

int SandboxReply::apiCode() const
{
    return envelope.value("apiCode"_L1).toInt();
}

QString SandboxReply::message() const
{
    return envelope.value("message"_L1).toString();
}

QJsonObject SandboxReply::data() const
{
    return envelope.value("data"_L1).toObject();
}

QJsonArray SandboxReply::list() const
{
    return data().value("list"_L1).toArray();
}

QByteArray SandboxReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

SandboxClient::SandboxClient(const SandboxAddress &address)
    : m_address(address)
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    if (!address.caFile.isEmpty())
        setCaFile(address.caFile);
}

void SandboxClient::setCaFile(const QString &caFile)
{
    m_tls.setCaCertificates(QSslCertificate::fromPath(caFile));
}

SandboxReply SandboxClient::post(const QString &endpoint, const QJsonObject &body)
{
    QUrl url = m_address.host;
    url.setPath(u"/api/v3/"_s + endpoint);
    return send("POST", url, QJsonDocument(body).toJson(QJsonDocument::Compact),
                endpoint != "get-management-token"_L1);
}

SandboxReply SandboxClient::get(const QString &endpoint, const Parameters &parameters)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters)
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    const QUrl url = QUrl::fromEncoded(m_address.host.toEncoded() + "/api/v3/" + endpoint.toLatin1() +
                                       (pairs.isEmpty() ? QByteArray() : '?' + pairs.join('&')));
    return send("GET", url, {}, true);
}

SandboxReply SandboxClient::send(const QByteArray &method, const QUrl &url, const QByteArray &body,
                                 bool withToken)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("x-authing-lang", m_language);
    if (withToken)
        request.setRawHeader("authorization", "Bearer " + token());
    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(20'000);
    m_lastError = reply->error();
    SandboxReply result{.httpStatus = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                        .body = reply->readAll()};
    result.envelope = QJsonDocument::fromJson(result.body).object();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        result.headers.emplaceBack(name, value);
    return result;
}

QByteArray SandboxClient::token()
{
    if (m_token.isEmpty()) {
        const SandboxReply reply =
            post(u"get-management-token"_s,
                 {{u"accessKeyId"_s, m_address.keyId},
                  {u"accessKeySecret"_s, QString::fromLatin1(m_address.secret.reveal())}});
        m_token = reply.data().value("access_token"_L1).toString().toLatin1();
    }
    return m_token;
}

QJsonObject SandboxClient::user(int index)
{
    return post(u"list-users"_s,
                {{u"options"_s, QJsonObject{{u"pagination"_s, QJsonObject{{u"limit"_s, 50}}}}}})
        .list()
        .at(index)
        .toObject();
}

QString SandboxClient::appId(int index)
{
    return get(u"list-application-simple-info"_s, {{u"limit"_s, u"50"_s}})
        .list()
        .at(index)
        .toObject()
        .value("appId"_L1)
        .toString();
}

bool SandboxClient::isActive(const QString &userId, const QString &appId)
{
    return post(u"check-session-status"_s, {{u"userId"_s, userId}, {u"appId"_s, appId}})
        .data()
        .value("active"_L1)
        .toBool();
}

SandboxReply SandboxClient::kick(const QString &userId, const QStringList &appIds, const QString &userIdType)
{
    QJsonObject body{{u"userId"_s, userId}, {u"appIds"_s, QJsonArray::fromStringList(appIds)}};
    if (!userIdType.isEmpty())
        body.insert("options"_L1, QJsonObject{{u"userIdType"_s, userIdType}});
    return post(u"kick-users"_s, body);
}
