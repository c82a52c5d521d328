// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/oneshotbody.h"
#include "api/net/transport.h"
#include "core/values/tlsproblem.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <memory>

/// What was wrong with the certificates that were refused, by "host:port". The calls of a transport share it:
/// of several requests that wait for one handshake Qt tells only one the reason.
using CertificateRefusals = QHash<QString, QList<TlsProblem>>;

/// One request of QnamTransport under way: bounds its time and its size and says what became of it.
class QnamCall : public PendingAnswer<HttpAnswer>
{
    Q_OBJECT

public:
    /// @p proxy is what the manager goes through, so that it can be named.
    QnamCall(QNetworkAccessManager *manager, const QNetworkRequest &networkRequest,
             const HttpRequest &request, const QNetworkProxy &proxy,
             std::shared_ptr<CertificateRefusals> refused, QObject *context, Handler handler);
    ~QnamCall() override;

Q_SIGNALS:
    void deadlinePassed();

private:
    void onReadyRead();
    /// False when more has come than may.
    [[nodiscard]] bool readSome();
    /// From now on no more than some 64 KB wait to be read, unless that is so already.
    void boundBuffer();
    void onFinished();
    void giveUp(TransportFault fault);
    /// The fault of a connection that did not come about in time.
    TransportFault notConnected() const;
    bool mayHaveBeenSent() const;
    void noteHandshake(const QList<QSslError> &errors);
    /// Why the server was not trusted.
    TlsProblem tlsProblem() const;
    TransportFault faultOf(QNetworkReply::NetworkError error) const;
    HttpAnswer answer(TransportFault fault) const;

    qint64 m_maximumAnswerSize;
    /// Null for requests without a body.
    QPointer<OneShotBody> m_body;
    /// The transport may go first and take its replies with it.
    QPointer<QNetworkReply> m_reply;
    QTimer m_connectTimer;
    QTimer m_deadlineTimer;
    QByteArray m_received;
    /// "host:port"; empty without a proxy.
    QString m_proxyName;
    /// "host:port" of the server.
    QString m_serverName;
    std::shared_ptr<CertificateRefusals> m_refused;
    /// What was wrong with this call's own handshake.
    QList<TlsProblem> m_problems;
    bool m_hasConnected = false;
};
