// SPDX-License-Identifier: Apache-2.0
#include "sandbox/userfixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject page(int number, int limit)
{
    return {{u"options"_s,
             QJsonObject{{u"pagination"_s, QJsonObject{{u"page"_s, number}, {u"limit"_s, limit}}}}}};
}

} // namespace

void UserFixture::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(SandboxOptions{.users = 2000, .seed = 7});
    const auto address = m_sandbox->start();
    QVERIFY(address);
    m_address = *address;
    m_client = std::make_unique<SandboxClient>(m_address);
    QJsonObject body = page(1, 50);
    body["options"_L1] =
        QJsonObject{{u"pagination"_s, QJsonObject{{u"limit"_s, 50}}}, {u"withIdentities"_s, true}};
    m_first = list(body).list();
    QCOMPARE(m_first.size(), 50);
}

void UserFixture::init()
{
    m_client->setLanguage("zh-CN");
}
