// SPDX-License-Identifier: Apache-2.0
#include "kick/doctor/doctor.h"
#include "kick/doctor/doctorwords.h"
#include "support/sandboxsession.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestExaminationMs = 20'000;

const DoctorRow &rowOf(const Doctor &doctor, DoctorCheck check)
{
    return *std::ranges::find(doctor.rows(), check, &DoctorRow::check);
}

QString stateOf(const Doctor &doctor, DoctorCheck check)
{
    return DoctorChecks::name(rowOf(doctor, check).state);
}

/// The names of the checks in @p state.
QStringList in(const Doctor &doctor, DoctorState state)
{
    QStringList names;
    for (const DoctorRow &row : doctor.rows()) {
        if (row.state == state)
            names << DoctorChecks::name(row.check);
    }
    return names;
}

void examine(Doctor *doctor)
{
    QSignalSpy finished(doctor, &Doctor::finished);
    doctor->start();
    QVERIFY(!finished.isEmpty() || finished.wait(longestExaminationMs));
    QCOMPARE(finished.size(), 1);
    QVERIFY(!doctor->isRunning());
    QVERIFY(in(*doctor, DoctorState::Waiting).isEmpty());
    QVERIFY(in(*doctor, DoctorState::Running).isEmpty());
}

} // namespace

Q_DECLARE_METATYPE(AuthScheme)

/// The examination of a connection, over real sockets.
class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyConnectionPasses_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::newRow("token") << AuthScheme::Token;
        QTest::newRow("signature") << AuthScheme::Signature;
    }

    void healthyConnectionPasses()
    {
        QFETCH(AuthScheme, auth);
        SandboxSession on({}, auth, {.users = 50, .tls = true});
        Profile profile = on.profile(auth);
        profile.poolId = on.address.poolId;
        on.open(profile, on.address.secret);
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList());
        QCOMPARE(in(doctor, DoctorState::Warning), QStringList());
        QCOMPARE(in(doctor, DoctorState::Skipped), QStringList{u"kick-users"_s});
        QCOMPARE(rowOf(doctor, DoctorCheck::KickUsers).reason, DoctorReason::WouldKick);
        QCOMPARE(rowOf(doctor, DoctorCheck::HostName).addresses, QStringList{u"127.0.0.1"_s});
        QVERIFY(rowOf(doctor, DoctorCheck::Connect).took.has_value());
        const DoctorRow tls = rowOf(doctor, DoctorCheck::Tls);
        QCOMPARE(tls.protocol, u"TLSv1.3"_s);
        QCOMPARE(tls.certificate.subject.plain(), u"Kickdesk sandbox"_s);
        QCOMPARE(tls.certificate.issuer.plain(), u"Kickdesk sandbox root"_s);
        QCOMPARE(tls.certificate.sha256.size(), 95);
        QCOMPARE(rowOf(doctor, DoctorCheck::Pool).poolId, on.address.poolId);
    }

    void nothingIsKicked()
    {
        const SandboxSession on;
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
        QVERIFY(on.sandbox->requestCount("check-session-status") > 0);
        QCOMPARE(rowOf(doctor, DoctorCheck::Tls).reason, DoctorReason::NoEncryption);
    }

    void missingPermissionIsFound_data()
    {
        QTest::addColumn<DoctorCheck>("check");
        for (const DoctorCheck check : DoctorChecks::all()) {
            if (DoctorChecks::isPermission(check) && check != DoctorCheck::KickUsers &&
                check != DoctorCheck::ListApplications)
                QTest::newRow(qPrintable(DoctorChecks::name(check))) << check;
        }
    }

    void missingPermissionIsFound()
    {
        QFETCH(DoctorCheck, check);
        const QString endpoint = DoctorChecks::name(check);
        const SandboxSession on({u"code-403@"_s + endpoint});
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{endpoint});
        const DoctorRow row = rowOf(doctor, check);
        QCOMPARE(row.error->code, ErrorCode::Forbidden);
        QVERIFY(DoctorWords::result(row).contains(u"not allowed"_s));
    }

    void missingApplicationListHasASubstitute_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"code-402", "code-403"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void missingApplicationListHasASubstitute()
    {
        QFETCH(QString, fault);
        const SandboxSession on({fault + u"@list-application-simple-info"_s});
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(stateOf(doctor, DoctorCheck::ListApplications), u"warning"_s);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList());
        on.sandbox->setFaults({fault + u"@list-application-simple-info"_s, fault + u"@list-applications"_s});
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"list-application-simple-info"_s});
    }

    void restrictedKeyIsStillExamined()
    {
        // Without a look-up there is no user to try the rest with; "not found" is an answer, too.
        const SandboxSession on({u"search-forbidden"_s, u"check-unavailable"_s});
        Doctor doctor(on.session.get());
        examine(&doctor);
        QVERIFY(in(doctor, DoctorState::Failed).contains(u"list-users"_s));
        QVERIFY(in(doctor, DoctorState::Failed).contains(u"check-session-status"_s));
        QCOMPARE(stateOf(doctor, DoctorCheck::LoginHistory), u"passed"_s);
        QCOMPARE(stateOf(doctor, DoctorCheck::SecuritySettings), u"passed"_s);
    }

    void wrongClockIsAWarning_data() { healthyConnectionPasses_data(); }

    void wrongClockIsAWarning()
    {
        QFETCH(AuthScheme, auth);
        const SandboxSession on({u"clock-skew"_s}, auth);
        Doctor doctor(on.session.get());
        examine(&doctor);
        const DoctorRow clock = rowOf(doctor, DoctorCheck::Clock);
        QCOMPARE(DoctorChecks::name(clock.state), u"warning"_s);
        QCOMPARE(clock.reason, DoctorReason::ClockOff);
        QVERIFY(std::chrono::abs(*clock.clockOffset) >= 5min);
        QVERIFY(DoctorWords::result(clock).contains(
            QString::number(std::chrono::abs(*clock.clockOffset).count())));
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList());
    }

    void wrongKeyEndsTheExamination_data() { healthyConnectionPasses_data(); }

    void wrongKeyEndsTheExamination()
    {
        QFETCH(AuthScheme, auth);
        SandboxSession on;
        on.open(on.profile(auth), Secret("not the secret"));
        Doctor doctor(on.session.get());
        QList<int> ended;
        connect(&doctor, &Doctor::checkChanged, this, [&doctor, &ended](int index) {
            const DoctorState state = doctor.rows().at(index).state;
            if (state != DoctorState::Waiting && state != DoctorState::Running)
                ended.append(index);
        });
        examine(&doctor);
        QCOMPARE(ended.size(), doctor.rows().size());
        QVERIFY2(std::ranges::is_sorted(ended), "what follows is told before its cause");
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"key"_s});
        QCOMPARE(rowOf(doctor, DoctorCheck::Key).error->kind, ErrorKind::Halted);
        QCOMPARE(rowOf(doctor, DoctorCheck::ListUsers).reason, DoctorReason::AfterFailure);
        QVERIFY(!doctor.report().contains(u"not the secret"_s));
    }

    void anotherPoolIsFound()
    {
        SandboxSession on;
        Profile profile = on.profile();
        profile.poolId = u"000000000000000000000000"_s;
        on.open(profile, on.address.secret);
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"pool"_s});
        QCOMPARE(rowOf(doctor, DoctorCheck::Pool).error->code, ErrorCode::PoolMismatch);
    }

    void deadPortIsFound()
    {
        SandboxSession on;
        on.sandbox.reset();
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Passed), QStringList{u"host-name"_s});
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"connect"_s});
        QCOMPARE(rowOf(doctor, DoctorCheck::Connect).error->code, ErrorCode::ConnectionRefused);
    }

    void unknownHostIsFound()
    {
        SandboxSession on;
        Profile profile = on.profile();
        profile.host = QUrl(u"https://kickdesk.invalid"_s);
        on.open(profile, on.address.secret);
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"host-name"_s});
        QCOMPARE(rowOf(doctor, DoctorCheck::HostName).error->code, ErrorCode::HostNotFound);
        QVERIFY(doctor.report().contains(u"kickdesk.invalid"_s));
    }

    void wrongCertificateIsShown()
    {
        const SandboxSession on({u"tls-expired"_s});
        Doctor doctor(on.session.get());
        examine(&doctor);
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList{u"tls"_s});
        const DoctorRow tls = rowOf(doctor, DoctorCheck::Tls);
        QCOMPARE(tls.certificate.problems, QList{TlsProblem::Expired});
        QVERIFY(tls.certificate.notAfter < QDateTime::currentDateTimeUtc());
        QVERIFY(doctor.report().contains(tls.certificate.sha256));
        QCOMPARE(on.sandbox->requests().size(), 0);
    }

    void pauseThatTheServerWantsIsTold()
    {
        const SandboxSession on({u"429-retry-seconds@get-user"_s});
        Doctor doctor(on.session.get());
        examine(&doctor);
        const DoctorRow row = rowOf(doctor, DoctorCheck::GetUser);
        QCOMPARE(DoctorChecks::name(row.state), u"warning"_s);
        QVERIFY(row.error->retryAfter.has_value());
        QVERIFY(DoctorWords::result(row).contains(QString::number(row.error->retryAfter->count())));
        QCOMPARE(in(doctor, DoctorState::Failed), QStringList());
    }

    void examinationCanBeStopped()
    {
        const SandboxSession on({u"never@list-users"_s});
        Doctor doctor(on.session.get());
        QSignalSpy finished(&doctor, &Doctor::finished);
        doctor.start();
        QTRY_COMPARE(stateOf(doctor, DoctorCheck::ListUsers), u"running"_s);
        doctor.abort();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(stateOf(doctor, DoctorCheck::Key), u"passed"_s);
        QCOMPARE(rowOf(doctor, DoctorCheck::ListUsers).reason, DoctorReason::Stopped);
        QCOMPARE(rowOf(doctor, DoctorCheck::SecuritySettings).reason, DoctorReason::Stopped);
        doctor.abort();
        QCOMPARE(finished.size(), 1);
    }

    void reportHasEveryCheckAndNoSecret()
    {
        const SandboxSession on;
        Doctor doctor(on.session.get());
        examine(&doctor);
        const QString report = doctor.report();
        for (const DoctorRow &row : doctor.rows()) {
            QVERIFY2(!DoctorWords::result(row).isEmpty(), qPrintable(DoctorChecks::name(row.check)));
            QVERIFY(report.contains(DoctorWords::label(row.check)));
            QVERIFY(report.contains(DoctorWords::result(row)));
        }
        QVERIFY(!report.contains(QString::fromLatin1(on.address.secret.reveal())));
    }
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
