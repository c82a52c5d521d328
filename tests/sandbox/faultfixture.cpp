// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faultfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

void FaultFixture::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(SandboxOptions{.users = 1000});
    const auto address = m_sandbox->start();
    QVERIFY(address);
    m_address = *address;
}

void FaultFixture::init()
{
    m_sandbox->setFaults({});
    m_client = std::make_unique<SandboxClient>(m_address);
    m_appId = m_client->appId(0);
    // Everybody who is online in the first application, one after the other: each test kicks somebody new.
    const QJsonObject paging{{u"page"_s, 1}, {u"limit"_s, 50}};
    const SandboxReply active =
        m_client->post(u"list-application-active-users"_s,
                       {{u"appId"_s, m_appId}, {u"options"_s, QJsonObject{{u"pagination"_s, paging}}}});
    m_userId = active.list().at(m_nextUser++ % 40).toObject().value("userId"_L1).toString();
    QVERIFY(isActive());
}

QByteArray FaultFixture::kickRequest()
{
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"userId"_s, m_userId}, {u"appIds"_s, QJsonArray{m_appId}}})
            .toJson(QJsonDocument::Compact);
    return "POST /api/v3/kick-users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_client->token() +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
