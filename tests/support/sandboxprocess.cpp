// SPDX-License-Identifier: Apache-2.0
#include "support/sandboxprocess.h"

#include "kick/session.h"
#include "sandbox/service/sandbox.h"
#include "support/answerof.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A pool of 100,000 users takes its time.
constexpr int longestStartMs = 600'000;

} // namespace

SandboxProcess::SandboxProcess(const QStringList &arguments)
{
    m_process.start(QStringLiteral(KICKDESK_CLI), QStringList{u"--json"_s, u"sandbox"_s} + arguments);
    if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, longestStartMs))
        qFatal("The sandbox did not start");
    m_address = QJsonDocument::fromJson(m_process.readLine()).object();
}

SandboxProcess::~SandboxProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

Profile SandboxProcess::profile() const
{
    return {.name = u"sandbox"_s,
            .host = QUrl(m_address.value("host"_L1).toString()),
            .keyId = m_address.value("keyId"_L1).toString(),
            .environment = Environment::Sandbox,
            .caFile = m_address.value("caFile"_L1).toString()};
}

Secret SandboxProcess::secret() const
{
    return Secret(m_address.value("secret"_L1).toString().toUtf8());
}

ListPlan SandboxProcess::plan(Journal *journal, int users) const
{
    Session session(profile(), secret(), journal);
    QObject context;
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { session.applicationLister()->list(&context, handler); });
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = profile().host.toString(),
                  .keyId = profile().keyId,
                  .poolId = session.authenticator()->poolId()};
    for (int place = 0; place < users; ++place) {
        ListPlanItem item{.row = place + 1,
                          .target = {.identifier = Sandbox::userId({.users = users}, place)}};
        item.target.userId = item.target.identifier;
        item.target.appIds = {(*apps)->first().appId};
        item.target.before = {SessionState::Unknown};
        plan.items.append(item);
    }
    return plan;
}
