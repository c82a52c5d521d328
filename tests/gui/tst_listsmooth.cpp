// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"
#include "gui/listrollup.h"
#include "support/measuredapplication.h"

#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

#ifdef KICKDESK_SANITIZED
constexpr int users = 1000;
#else
constexpr int users = 5000;
#endif

using TestApplication = MeasuredApplication<QApplication>;

} // namespace

/// A window that stays quick while a long list runs.
class ListSmoothTest : public QObject
{
    Q_OBJECT

public:
    explicit ListSmoothTest(TestApplication *application)
        : m_application(application)
    {
    }

private Q_SLOTS:
    void answersWhileAListRuns();

private:
    TestApplication *m_application;
};

void ListSmoothTest::answersWhileAListRuns()
{
    const SandboxOptions options{.users = users, .applications = 1};
    const SandboxSession pool({}, AuthScheme::Token, options);
    Profile profile = pool.profile();
    profile.bulkCap = users;
    const ListFixture f(Language::English, profile, pool.address.secret);
    QStringList ids;
    for (int place = 0; place < users; ++place)
        ids << Sandbox::userId(options, place);
    QVERIFY(f.resolve(ids.join(u'\n')));
    QVERIFY(f.plan());
    QVERIFY(f.run());
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listCanaryFrame"), 60000);
    f.click("listCanaryGoButton");
    m_application->forget();
    auto *table = f.find<QTableView>("listJobTable");
    QScrollBar *bar = table->verticalScrollBar();
    const auto isOver = [&] { return f.isShown("listNewButton"); };
    // Somebody scrolls and filters all the while.
    for (int look = 0; !isOver() && look < 2000; ++look) {
        bar->setValue((look * 37 % 100) * bar->maximum() / 100);
        if (look % 10 == 0)
            Q_EMIT f.find<ListRollUp>("listOutcomeRollUp")->chosen(look % 20 == 0 ? -2 : -1);
        (void)QTest::qWaitFor(isOver, 100);
    }
    QVERIFY(isOver());
    QVERIFY2(m_application->isQuick(), m_application->longest().constData());
    QCOMPARE(f.text("listRunRateLabel"), u"5,000 of 5,000"_s);
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    ListSmoothTest test(&application);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_listsmooth.moc"
