// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"
#include "support/badconnection.h"
#include "support/measuredapplication.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

using TestApplication = MeasuredApplication<QApplication>;

constexpr int longestWaitMs = 20'000;

TestApplication *application()
{
    return static_cast<TestApplication *>(QCoreApplication::instance());
}

} // namespace

/// A pool that cannot be reached or trusted, as the agent meets it: in the window.
class WindowConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { application()->forget(); }
    void cleanup() { QVERIFY2(application()->isQuick(), application()->longest().constData()); }
    void saysWhyAndLives_data();
    void saysWhyAndLives();
};

void WindowConnectTest::saysWhyAndLives_data()
{
    QTest::addColumn<QString>("fault");
    const QStringList names = BadConnection::names();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

/// Searches, reads the answer in both languages, and looks whether the window still takes what is typed.
void WindowConnectTest::saysWhyAndLives()
{
    QFETCH(QString, fault);
    const BadConnection bad(fault);
    WindowFixture f(Language::Chinese, bad.profile(), Secret("canary-secret-0123456789"));
    f.session()->client()->setDeadline(std::chrono::seconds(2));
    f.type(u"zhang"_s);
    const auto *state = f.find<QWidget>("searchState");
    const auto *label = state->findChild<QLabel *>(u"stateLabel"_s);
    const auto *button = state->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), longestWaitMs);
    QCOMPARE(label->text(), bad.chinese());
    f.translation()->setLanguage(Language::English);
    QTRY_COMPARE(label->text(), bad.english());
    f.type(u"wang"_s);
    QCOMPARE(f.find<QLineEdit>("searchEdit")->text(), u"wang"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), longestWaitMs);
    QVERIFY(!bad.received().contains("list-users"));
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    WindowConnectTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowconnect.moc"
