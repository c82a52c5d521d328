// SPDX-License-Identifier: Apache-2.0
#include "models/auditmodel.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

/// The first user and the first application.
KickRequest target(const SandboxSession &pool)
{
    const auto users = answerOf<Result<Page<User>>>(
        [&pool](const auto &handler) { pool.client()->listUsers({}, pool.session.get(), handler); });
    const auto apps = answerOf<Result<Page<Application>>>([&pool](const auto &handler) {
        pool.client()->listApplicationSimpleInfo(1, 1, pool.session.get(), handler);
    });
    if (!users || !*users || !apps || !*apps)
        qFatal("The sandbox does not answer");
    return {.userId = users->value().list.first().userId,
            .appIds = {apps->value().list.first().appId},
            .nonce = {}};
}

/// The requestId of the answer.
QString kick(const SandboxSession &pool, const KickRequest &request)
{
    const auto reply = answerOf<Result<ServerReply>>(
        [&](const auto &handler) { pool.client()->kickUsers(request, pool.session.get(), handler); });
    return reply && *reply ? reply->value().requestId : QString();
}

QString text(const AuditModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class AuditModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheRowsOfThisTool();
    void isEmptyWithoutKicks();
    void pagesWhatIsLong();
    void keepsTheErrorAndTriesAgain();
};

void AuditModelTest::marksTheRowsOfThisTool()
{
    const SandboxSession pool;
    const QString other = kick(pool, target(pool));
    const QString own = kick(pool, target(pool));
    QVERIFY(!own.isEmpty() && own != other);
    AuditModel model(pool.client());
    const QAbstractItemModelTester tester(&model, fatal);
    model.addOwnRequest(own);
    model.load();
    QVERIFY(model.isLoading());
    QTRY_COMPARE(model.rowCount(), 2);
    int marked = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool isOwn = text(model, row, AuditModel::RequestColumn) == own;
        QCOMPARE(model.index(row, 0).data(AuditModel::IsOwnRole).toBool(), isOwn);
        QCOMPARE(text(model, row, AuditModel::AdminColumn).endsWith("(this tool)"_L1), isOwn);
        QCOMPARE(text(model, row, AuditModel::ResultColumn), u"✔ done"_s);
        QVERIFY(!text(model, row, AuditModel::TimeColumn).isEmpty());
        QVERIFY(!text(model, row, AuditModel::OperationColumn).isEmpty());
        QCOMPARE(text(model, row, AuditModel::AddressColumn), u"127.0.0.1"_s);
        marked += isOwn ? 1 : 0;
    }
    QCOMPARE(marked, 1);
    model.addOwnRequest(other);
    QVERIFY(model.index(0, 0).data(AuditModel::IsOwnRole).toBool());
    QVERIFY(model.index(1, 0).data(AuditModel::IsOwnRole).toBool());
}

void AuditModelTest::isEmptyWithoutKicks()
{
    const SandboxSession pool;
    AuditModel model(pool.client());
    model.load();
    QTRY_VERIFY(!model.isLoading());
    QVERIFY(!model.error());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.canFetchMore({}));
}

void AuditModelTest::pagesWhatIsLong()
{
    const SandboxSession pool;
    const KickRequest request = target(pool);
    for (int i = 0; i < Client::maximumLimit + 5; ++i)
        QVERIFY(!kick(pool, request).isEmpty());
    AuditModel model(pool.client());
    model.load();
    QTRY_COMPARE(model.rowCount(), Client::maximumLimit);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), Client::maximumLimit + 5);
    QVERIFY(!model.canFetchMore({}));
}

void AuditModelTest::keepsTheErrorAndTriesAgain()
{
    const SandboxSession pool({u"code-403@get-admin-audit-logs"_s});
    QVERIFY(!kick(pool, target(pool)).isEmpty());
    AuditModel model(pool.client());
    model.load();
    QTRY_VERIFY(model.error());
    QCOMPARE(model.error()->code, ErrorCode::Forbidden);
    pool.sandbox->setFaults({});
    model.retry();
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!model.error());
}

QTEST_GUILESS_MAIN(AuditModelTest)
#include "tst_auditmodel.moc"
