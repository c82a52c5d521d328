// SPDX-License-Identifier: Apache-2.0
#include "models/user/applicationmodel.h"
#include "models/user/openchecks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList ids(const QList<Application> &applications)
{
    QStringList result;
    for (const Application &application : applications)
        result << application.appId;
    return result;
}

/// Four applications, all being checked.
struct Fixture
{
    Fixture()
    {
        QList<Application> applications;
        for (const auto &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            applications << Application{
                .appId = id, .appIdentifier = {}, .appName = ServerText(id), .userPoolId = {}};
        model.load(applications, {});
        for (const auto &id : model.appIds())
            model.setChecking(id);
    }

    ApplicationModel model;
    OpenChecks checks{&model};
};

} // namespace

class OpenChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheAnswersSay();
    void leavesToTheAgentWhatTheAgentDecided();
    void asksNothingWhenAllIsKnown();
};

void OpenChecksTest::tellsWhatTheAnswersSay()
{
    Fixture f;
    f.model.setState(u"a"_s, SessionState::Online);
    f.checks.begin({u"a"_s});
    QCOMPARE(ids(f.checks.state().waiting), QStringList({u"b"_s, u"c"_s, u"d"_s}));
    QVERIFY(f.checks.state().found.isEmpty());
    QCOMPARE(f.checks.state().total, 4);
    f.model.setState(u"b"_s, SessionState::Offline);
    f.model.setState(u"c"_s, SessionState::Online);
    f.model.setError(u"d"_s, {.code = ErrorCode::Deadline});
    QVERIFY(f.checks.state().waiting.isEmpty());
    QCOMPARE(ids(f.checks.state().found), QStringList({u"c"_s, u"d"_s}));
    // The first was known before, and stays out of it.
    const QMap<QString, SessionState> states{{u"b"_s, SessionState::Offline}, {u"c"_s, SessionState::Online}};
    QCOMPARE(f.checks.state().states, states);
}

void OpenChecksTest::leavesToTheAgentWhatTheAgentDecided()
{
    Fixture f;
    f.model.setTicked({u"b"_s}, false);
    f.model.setTicked({u"c"_s}, true);
    f.checks.begin({u"c"_s});
    QCOMPARE(ids(f.checks.state().waiting), QStringList({u"a"_s, u"d"_s}));
    f.model.setState(u"b"_s, SessionState::Online);
    QVERIFY(f.checks.state().found.isEmpty());
}

void OpenChecksTest::asksNothingWhenAllIsKnown()
{
    Fixture f;
    for (const auto &id : f.model.appIds())
        f.model.setState(id, SessionState::Online);
    f.checks.begin({u"a"_s});
    QVERIFY(f.checks.state().waiting.isEmpty() && f.checks.state().found.isEmpty());
    // A check that begins later is none that the plan was made without.
    f.model.setChecking(u"b"_s);
    QVERIFY(f.checks.state().waiting.isEmpty());
}

QTEST_GUILESS_MAIN(OpenChecksTest)
#include "tst_openchecks.moc"
