// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/service/sandbox.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QString>

#include <utility>

/// An answer of the sandbox, taken apart.
struct SandboxReply
{
    int httpStatus = 0;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QJsonObject envelope;

    int statusCode() const;
    int apiCode() const;
    QString message() const;
    QJsonObject data() const;
    QJsonArray list() const;
    QByteArray header(const QByteArray &name) const;
};

/// Calls the endpoints of a sandbox over real HTTP, with a token of its own.
class SandboxClient
{
public:
    using Parameters = QList<std::pair<QString, QString>>;

    explicit SandboxClient(const SandboxAddress &address);

    void setLanguage(const QByteArray &language) { m_language = language; }
    void setCaFile(const QString &caFile);

    SandboxReply post(const QString &endpoint, const QJsonObject &body = {});
    SandboxReply get(const QString &endpoint, const Parameters &parameters = {});

    /// A user of the first page of list-users.
    QJsonObject user(int index);
    /// An ID of the first page of applications.
    QString appId(int index);
    bool isActive(const QString &userId, const QString &appId);
    SandboxReply kick(const QString &userId, const QStringList &appIds, const QString &userIdType = {});

    QByteArray token();
    void forgetToken() { m_token.clear(); }
    QNetworkReply::NetworkError lastError() const { return m_lastError; }

private:
    SandboxReply send(const QByteArray &method, const QUrl &url, const QByteArray &body, bool withToken);

    SandboxAddress m_address;
    QNetworkAccessManager m_manager;
    QSslConfiguration m_tls;
    QByteArray m_language = "zh-CN";
    QByteArray m_token;
    QNetworkReply::NetworkError m_lastError = QNetworkReply::NoError;
};
