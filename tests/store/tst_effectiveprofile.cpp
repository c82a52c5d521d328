// SPDX-License-Identifier: Apache-2.0
#include "store/connections/effectiveprofile.h"
#include "store/files/settings.h"

#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

Profile sample()
{
    return {.id = u"1"_s,
            .name = u"helpdesk"_s,
            .host = QUrl(u"https://api.corp.example"_s),
            .keyId = u"key"_s,
            .poolId = u"pool"_s};
}

using Change = std::function<void(Profile *)>;

} // namespace

class EffectiveProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAddToTheConnection();
    void connectionGoesBeforeTheSettings();
    void anotherWayToThePoolNeedsAReconnect_data();
    void anotherWayToThePoolNeedsAReconnect();
};

void EffectiveProfileTest::settingsAddToTheConnection()
{
    const Settings settings{
        .operatorName = u"张三"_s, .isTicketRequired = true, .isReasonRequired = true, .bulkCap = 70};
    Profile expected = sample();
    expected.operatorName = u"张三"_s;
    expected.isTicketRequired = true;
    expected.isReasonRequired = true;
    expected.bulkCap = 70;
    QCOMPARE(EffectiveProfiles::of(sample(), settings), expected);
}

void EffectiveProfileTest::connectionGoesBeforeTheSettings()
{
    Profile saved = sample();
    saved.operatorName = u"李四"_s;
    saved.isTicketRequired = true;
    saved.isReasonRequired = true;
    saved.bulkCap = 20;
    QCOMPARE(EffectiveProfiles::of(saved, {.operatorName = u"张三"_s, .bulkCap = 70}), saved);
}

void EffectiveProfileTest::anotherWayToThePoolNeedsAReconnect_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isNeeded");
    const auto add = [](const char *name, const Change &change, bool isNeeded) {
        QTest::newRow(name) << change << isNeeded;
    };
    add(
        "nothing", [](Profile *) {}, false);
    add(
        "name", [](Profile *p) { p->name = u"other"_s; }, false);
    add(
        "environment", [](Profile *p) { p->environment = Environment::Test; }, false);
    add(
        "ticket", [](Profile *p) { p->isTicketRequired = true; }, false);
    add(
        "reason", [](Profile *p) { p->isReasonRequired = true; }, false);
    add(
        "own user", [](Profile *p) { p->ownUserId = u"u"_s; }, false);
    add(
        "protected", [](Profile *p) { p->protectedUsers = {{.userId = u"u"_s, .identifiers = {}}}; }, false);
    add(
        "operator", [](Profile *p) { p->operatorName = u"o"_s; }, false);
    add(
        "cap", [](Profile *p) { p->bulkCap = 3; }, false);
    add(
        "host", [](Profile *p) { p->host = QUrl(u"https://b.example"_s); }, true);
    add(
        "key", [](Profile *p) { p->keyId = u"other"_s; }, true);
    add(
        "authentication", [](Profile *p) { p->auth = AuthScheme::Signature; }, true);
    add(
        "names", [](Profile *p) { p->apiNames = ApiNames::GenAuth; }, true);
    add(
        "pool", [](Profile *p) { p->poolId = u"other"_s; }, true);
    add(
        "tenant header", [](Profile *p) { p->tenantHeader = "x-tenant"; }, true);
    add(
        "tenant", [](Profile *p) { p->tenant = "t"; }, true);
    add(
        "CA file", [](Profile *p) { p->caFile = u"/ca.pem"_s; }, true);
    add(
        "proxy", [](Profile *p) { p->proxy.mode = ProxyMode::System; }, true);
}

void EffectiveProfileTest::anotherWayToThePoolNeedsAReconnect()
{
    QFETCH(Change, change);
    QFETCH(bool, isNeeded);
    Profile now = sample();
    change(&now);
    QCOMPARE(EffectiveProfiles::needsReconnect(sample(), now), isNeeded);
    const Profile takenOver = EffectiveProfiles::takenOver(sample(), now);
    QVERIFY(!EffectiveProfiles::needsReconnect(sample(), takenOver));
    QCOMPARE(takenOver, isNeeded ? sample() : now);
}

QTEST_APPLESS_MAIN(EffectiveProfileTest)
#include "tst_effectiveprofile.moc"
