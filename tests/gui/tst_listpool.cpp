// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"
#include "gui/widgets/statepane.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longTime = 60'000;

/// The dialog in which users of the pool are chosen.
struct Chooser
{
    explicit Chooser(const ListFixture &f)
        : box(open(f))
    {
    }

    static QDialog *open(const ListFixture &f)
    {
        f.click("listPoolButton");
        return f.find<QDialog>("PoolDialog");
    }

    template <typename T>
    T *child(const char *name) const
    {
        return box->findChild<T *>(QString::fromLatin1(name));
    }

    QPushButton *gather() const
    {
        return child<QDialogButtonBox>("poolButtons")->button(QDialogButtonBox::Ok);
    }

    QDialog *box;
};

bool isGathered(const ListFixture &f)
{
    return QTest::qWaitFor([&f] { return f.find<QPushButton>("listPlanButton")->isEnabled(); }, longTime);
}

} // namespace

/// A list of users of the pool: those of a status, or those of a department.
class ListPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gathersThoseOfAStatus();
    void gathersThoseOfADepartment();
    void saysWhyThereAreNoDepartments();
    void saysThatThereIsNobody();
};

void ListPoolTest::gathersThoseOfAStatus()
{
    const ListFixture f(Language::English);
    const Chooser chooser(f);
    QCOMPARE(chooser.child<QComboBox>("poolStatusCombo")->currentText(), u"Suspended"_s);
    // The departments are nothing to wait for here.
    QCOMPARE(f.sandbox()->requestCount("list-organizations"), 0);
    chooser.gather()->click();
    QVERIFY(isGathered(f));
    const int rows = f.rows("listRowTable");
    QVERIFY(rows > 0 && rows < 100);
    QVERIFY2(f.text("listResolveTitle").startsWith("Suspended"_L1), qPrintable(f.text("listResolveTitle")));
    QVERIFY(f.plan());
}

void ListPoolTest::gathersThoseOfADepartment()
{
    const ListFixture f(Language::English);
    const Chooser chooser(f);
    chooser.child<QRadioButton>("poolDepartmentRadio")->click();
    QVERIFY(!chooser.gather()->isEnabled());
    auto *tree = chooser.child<QTreeView>("poolDepartmentTree");
    // The only organization unfolds by itself.
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 5);
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    auto *search = chooser.child<QLineEdit>("poolDepartmentEdit");
    QTest::keyClicks(search, u"Desk"_s);
    QTRY_COMPARE(tree->model()->index(0, 0).data().toString(), u"Service Desk"_s);
    QVERIFY(!chooser.gather()->isEnabled());
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QVERIFY(chooser.gather()->isEnabled());
    chooser.gather()->click();
    QVERIFY(isGathered(f));
    QVERIFY2(f.text("listResolveTitle").startsWith("Service Desk"_L1),
             qPrintable(f.text("listResolveTitle")));
    QVERIFY(f.rows("listRowTable") > 0 && f.rows("listRowTable") < 100);
}

void ListPoolTest::saysWhyThereAreNoDepartments()
{
    const ListFixture f(Language::English, {u"code-403@list-organizations"_s});
    const Chooser chooser(f);
    chooser.child<QRadioButton>("poolDepartmentRadio")->click();
    const auto *hint = chooser.child<QLabel>("poolHintLabel");
    QTRY_VERIFY2(hint->text().contains("list-organizations"_L1) || hint->text().contains("allow"_L1),
                 qPrintable(hint->text()));
    QVERIFY(!chooser.gather()->isEnabled());
    chooser.child<QRadioButton>("poolStatusRadio")->click();
    QVERIFY(hint->text().isEmpty() && chooser.gather()->isEnabled());
}

void ListPoolTest::saysThatThereIsNobody()
{
    const ListFixture f(Language::English, {}, {.users = 3});
    const Chooser chooser(f);
    auto *combo = chooser.child<QComboBox>("poolStatusCombo");
    combo->setCurrentIndex(combo->findText(u"Archived"_s));
    chooser.gather()->click();
    const auto *state = f.find<StatePane>("listRowState");
    QTRY_COMPARE_WITH_TIMEOUT(state->findChild<QLabel *>(u"stateLabel"_s)->text(),
                              u"There is no such user."_s, longTime);
}

QTEST_MAIN(ListPoolTest)
#include "tst_listpool.moc"
