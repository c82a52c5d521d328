// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/oneshotbody.h"
#include "api/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

/// One request of QnamTransport under way: bounds its time and its size and says what became of it.
class QnamCall : public PendingAnswer<HttpAnswer>
{
    Q_OBJECT

public:
    QnamCall(QNetworkAccessManager *manager, const QNetworkRequest &networkRequest,
             const HttpRequest &request, QObject *context, Handler handler);
    ~QnamCall() override;

Q_SIGNALS:
    void deadlinePassed();

private:
    void onReadyRead();
    /// False when more has come than may.
    [[nodiscard]] bool readSome();
    void onFinished();
    void giveUp(TransportFault fault);
    bool mayHaveBeenSent() const;
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
    QString m_faultDetail;
    bool m_hasConnected = false;
};
