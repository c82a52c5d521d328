// SPDX-License-Identifier: Apache-2.0
#include "models/history/loginhistorymodel.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QString text(const LoginHistoryModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

/// The first user of the sandbox that ever signed in.
QString knownUserId(const SandboxSession &pool)
{
    const auto page = answerOf<Result<Page<User>>>([&pool](const auto &handler) {
        pool.client()->listUsers({.keywords = {}, .filterField = {}, .filterValue = {}}, pool.session.get(),
                                 handler);
    });
    if (!page || !*page)
        return {};
    for (const User &user : page->value().list) {
        if (user.lastLogin.isValid())
            return user.userId;
    }
    return {};
}

} // namespace

class LoginHistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheSignIns();
    void keepsTheErrorAndTriesAgain();
    void forgetsTheUserBefore();
    void namesItsColumns();
};

void LoginHistoryModelTest::listsTheSignIns()
{
    const SandboxSession pool;
    const QString userId = knownUserId(pool);
    QVERIFY(!userId.isEmpty());
    LoginHistoryModel model(pool.client());
    const QAbstractItemModelTester tester(&model, fatal);
    const QSignalSpy added(&model, &LoginHistoryModel::recordsAdded);
    model.load(userId);
    QTRY_VERIFY(model.rowCount() > 0);
    QCOMPARE(added.count(), 1);
    for (int column = 0; column < LoginHistoryModel::ColumnCount; ++column)
        QVERIFY2(!text(model, 0, column).isEmpty(), qPrintable(QString::number(column)));
    const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    for (int column = 0; column < LoginHistoryModel::ColumnCount; ++column)
        QVERIFY(sentence.contains(text(model, 0, column)));
}

void LoginHistoryModelTest::keepsTheErrorAndTriesAgain()
{
    const SandboxSession pool({u"code-403@get-user-login-history"_s});
    LoginHistoryModel model(pool.client());
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(knownUserId(pool));
    QTRY_VERIFY(model.error());
    QCOMPARE(model.error()->code, ErrorCode::Forbidden);
    pool.sandbox->setFaults({});
    model.retry();
    QTRY_VERIFY(model.rowCount() > 0);
    QVERIFY(!model.error());
}

void LoginHistoryModelTest::forgetsTheUserBefore()
{
    const SandboxSession pool;
    LoginHistoryModel model(pool.client());
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(knownUserId(pool));
    QTRY_VERIFY(model.rowCount() > 0);
    model.load(u"000000000000000000000000"_s);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.isLoading());
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(model.rowCount(), 0);
}

void LoginHistoryModelTest::namesItsColumns()
{
    const SandboxSession pool;
    LoginHistoryModel model(pool.client());
    const QSignalSpy changed(&model, &LoginHistoryModel::headerDataChanged);
    QCOMPARE(model.headerData(LoginHistoryModel::AddressColumn, Qt::Horizontal).toString(), u"IP address"_s);
    model.retranslate();
    QCOMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(LoginHistoryModelTest)
#include "tst_loginhistorymodel.moc"
