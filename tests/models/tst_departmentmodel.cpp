// SPDX-License-Identifier: Apache-2.0
#include "models/user/departmentmodel.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList names(const DepartmentModel &model, const QModelIndex &parent = {})
{
    QStringList result;
    for (int row = 0; row < model.rowCount(parent); ++row)
        result << model.index(row, 0, parent).data().toString();
    return result;
}

} // namespace

/// Organizations and their departments.
class DepartmentModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unfolds();
    void searches();
    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
};

void DepartmentModelTest::unfolds()
{
    const SandboxSession on;
    DepartmentModel model(on.client());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.load();
    QVERIFY(model.isLoading());
    QTRY_COMPARE(names(model), QStringList{u"示例集团"_s});
    const QModelIndex root = model.index(0, 0);
    QVERIFY(model.hasChildren(root));
    model.fetchMore(root);
    // What is on its way is not asked for again.
    QVERIFY(!model.canFetchMore(root) && model.hasChildren(root));
    QTRY_COMPARE(names(model, root),
                 QStringList({u"研发部"_s, u"市场部"_s, u"人力资源部"_s, u"财务部"_s, u"Service Desk"_s}));
    const QModelIndex first = model.index(0, 0, root);
    QCOMPARE(first.parent(), root);
    QVERIFY(model.hasChildren(first) && !model.hasChildren(model.index(2, 0, root)));
    model.fetchMore(first);
    QTRY_COMPARE(names(model, first), QStringList({u"研发一组"_s, u"研发二组"_s}));
    QCOMPARE(model.index(0, 0, first).parent(), first);
    const auto department = model.department(model.index(1, 0, first));
    QCOMPARE(department->name.verbatim(), u"研发二组"_s);
    QCOMPARE(department->organizationCode, u"example-group"_s);
    QTRY_VERIFY(!model.error() && !model.isLoading());
    QVERIFY(on.sandbox->requestCount("list-children-departments") <= 3);
}

void DepartmentModelTest::searches()
{
    const SandboxSession on;
    DepartmentModel model(on.client());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.load();
    QTRY_VERIFY(model.isLoaded());
    model.search(u"研发"_s);
    QTRY_COMPARE(names(model), QStringList({u"研发部"_s, u"研发一组"_s, u"研发二组"_s}));
    QTRY_VERIFY(!model.isLoading());
    // What is found is unfolded like any other.
    model.fetchMore(model.index(0, 0));
    QTRY_COMPARE(names(model, model.index(0, 0)), QStringList({u"研发一组"_s, u"研发二组"_s}));
    model.search(u"desk"_s);
    // The search that is overtaken is given up.
    model.search(u"nothing like it"_s);
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(model.rowCount(), 0);
    model.search({});
    QCOMPARE(names(model), QStringList{u"示例集团"_s});
}

void DepartmentModelTest::tellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("organizations") << u"code-403@list-organizations"_s;
    QTest::newRow("departments") << u"code-403@list-children-departments"_s;
    QTest::newRow("search") << u"code-403@search-departments"_s;
}

void DepartmentModelTest::tellsWhatIsMissing()
{
    QFETCH(const QString, fault);
    const SandboxSession on({fault});
    DepartmentModel model(on.client());
    model.load();
    QTRY_VERIFY(!model.isLoading());
    if (model.isLoaded() && fault.endsWith("children-departments"_L1))
        model.fetchMore(model.index(0, 0));
    else if (model.isLoaded())
        model.search(u"x"_s);
    QTRY_VERIFY(!model.isLoading());
    QVERIFY(model.error());
    QCOMPARE(model.error()->code, ErrorCode::Forbidden);
    // The error does not outlive another try that goes well.
    on.sandbox->setFaults({});
    model.load();
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(!model.error());
}

QTEST_GUILESS_MAIN(DepartmentModelTest)
#include "tst_departmentmodel.moc"
