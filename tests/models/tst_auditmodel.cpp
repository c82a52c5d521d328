// SPDX-License-Identifier: Apache-2.0
#include "models/history/auditmodel.h"
#include "store/history/historyreader.h"
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
    return {.identifier = users->value().list.first().userId,
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
    HistoryReader journal(pool.journal.file());
    const QString other = kick(pool, target(pool));
    const KickRequest request = target(pool);
    const KickPlan own{.target = {.identifier = request.identifier, .appIds = request.appIds},
                       .proofLimit = {}};
    const auto kicked = answerOf<KickResult>(
        [&](const auto &handler) { pool.session->kicker()->start(own, pool.session.get(), {}, handler); });
    QVERIFY(kicked && !kicked->reply.requestId.isEmpty() && kicked->reply.requestId != other);
    AuditModel model(pool.client(), &journal);
    const QAbstractItemModelTester tester(&model, fatal);
    model.load();
    QVERIFY(model.isLoading());
    const auto marked = [&model] {
        QStringList requestIds;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(AuditModel::IsOwnRole).toBool())
                requestIds << text(model, row, AuditModel::RequestColumn);
        }
        return requestIds;
    };
    QTRY_COMPARE(marked(), QStringList{kicked->reply.requestId});
    QCOMPARE(model.rowCount(), 2);
    for (int row = 0; row < model.rowCount(); ++row) {
        const bool isOwn = model.index(row, 0).data(AuditModel::IsOwnRole).toBool();
        QCOMPARE(text(model, row, AuditModel::AdminColumn).endsWith("(this tool)"_L1), isOwn);
        QCOMPARE(text(model, row, AuditModel::ResultColumn), u"✔ done"_s);
        QVERIFY(!text(model, row, AuditModel::TimeColumn).isEmpty());
        QVERIFY(!text(model, row, AuditModel::OperationColumn).isEmpty());
        QCOMPARE(text(model, row, AuditModel::AddressColumn), u"127.0.0.1"_s);
    }
}

void AuditModelTest::isEmptyWithoutKicks()
{
    const SandboxSession pool;
    HistoryReader journal(pool.journal.file());
    AuditModel model(pool.client(), &journal);
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
    HistoryReader journal(pool.journal.file());
    AuditModel model(pool.client(), &journal);
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
    HistoryReader journal(pool.journal.file());
    AuditModel model(pool.client(), &journal);
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
