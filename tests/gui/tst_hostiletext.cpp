// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kicksheet.h"
#include "gui/kick/resultpanel.h"
#include "gui/user/usercard.h"
#include "gui/widgets/applicationpanel.h"
#include "gui/windowfixture.h"
#include "models/user/usersearchmodel.h"
#include "support/threadclock.h"

#include <QListView>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace {

User named(const QString &name)
{
    User user;
    user.userId = u"6319a1504f3c0f214dd5b7aa"_s;
    user.name = ServerText(name);
    user.email = ServerText(name + u"@corp.cn"_s);
    user.phone = ServerText(u"13800138000"_s);
    user.status = UserStatus::Activated;
    return user;
}

KickPlan planFor(const QString &name)
{
    const User user = named(name);
    KickPlan plan = KickPlans::of(user);
    KickPlans::setApplications(&plan, {{.appId = u"app"_s, .appName = ServerText(name)}});
    plan.pool = u"pool"_s;
    return plan;
}

/// Labels below @p widget that would read their text as markup.
QStringList richLabels(const QWidget *widget)
{
    QStringList found;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText)
            found << label->objectName();
    }
    return found;
}

} // namespace

class HostileTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void staysPlainInEveryWidget_data();
    void staysPlainInEveryWidget();
    void showsMarkupNamesOfThePoolAsTheyAre();
    void showsDirectionMarksOfThePool();
    void hasNoLabelThatReadsMarkup();

private:
    Translation m_translation;
};

void HostileTextTest::initTestCase()
{
    m_translation.setLanguage(Language::English);
}

void HostileTextTest::staysPlainInEveryWidget_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("markup") << u"<img src=\"file:///etc/passwd\"><b>bold</b>"_s;
    QTest::newRow("place markers") << u"%1 %2 %n %Ln"_s;
    QTest::newRow("direction") << u"zhang\u202Egnahz\u200Bsan"_s;
    QTest::newRow("very long") << QString(10000, u'张');
    QTest::newRow("nested tables") << u"<table>"_s.repeated(2000);
    QTest::newRow("combining marks") << u"a"_s + QString(500, QChar(0x0301));
    QTest::newRow("lines") << u"one\ntwo\rthree\tfour"_s;
    QTest::newRow("mnemonic") << u"A&B"_s;
}

void HostileTextTest::staysPlainInEveryWidget()
{
    QFETCH(QString, name);
    const QString plain = ServerText(name).plain();
    const SandboxSession pool;
    ThreadTimer clock;
    clock.start();

    UserCard card;
    card.setUser(named(name));
    QCOMPARE(card.findChild<QLabel *>(u"nameLabel"_s)->text(), plain);
    QCOMPARE(card.findChild<QLabel *>(u"hiddenLabel"_s)->isVisibleTo(&card),
             ServerText(name).hasHiddenCharacters());

    KickSheet sheet;
    sheet.start(pool.session.get());
    sheet.open(planFor(name));
    QCOMPARE(sheet.findChild<QLabel *>(u"sheetTitle"_s)->text(), u"Force sign-out: "_s + plain);
    QCOMPARE(sheet.findChild<QPlainTextEdit *>(u"sheetAppsText"_s)->toPlainText(), plain);

    ResultPanel result;
    result.showSending(planFor(name), QDateTime::currentDateTimeUtc());
    KickResult answer;
    answer.outcome = KickOutcome::Rejected;
    answer.reply.message = ServerText(name);
    answer.error =
        Error{.kind = ErrorKind::Rejected, .code = ErrorCode::ConnectionLost, .detail = ServerText(name)};
    result.showResult(answer);
    QCOMPARE(result.findChild<QLabel *>(u"serverMessageLabel"_s)->text(), u"Authing: "_s + plain);
    QVERIFY(result.findChild<QLabel *>(u"resultErrorLabel"_s)->text().contains(plain));

    ApplicationModel applications;
    ApplicationPanel panel;
    panel.setModel(&applications);
    applications.load(
        {{.appId = u"app"_s, .appIdentifier = {}, .appName = ServerText(name), .userPoolId = {}}}, {});

    UserSearchModel users(pool.client());
    QListView list;
    list.setModel(&users);
    users.setUsers({named(name)});

    constexpr int widest = 960;
    for (QWidget *widget : std::initializer_list<QWidget *>{&card, &sheet, &result, &panel, &list}) {
        widget->resize(widest, 200);
        QVERIFY(!widget->grab().isNull());
        QVERIFY2(widget->minimumSizeHint().width() <= widest, widget->metaObject()->className());
        QCOMPARE(richLabels(widget), QStringList());
    }
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
}

void HostileTextTest::showsMarkupNamesOfThePoolAsTheyAre()
{
    const WindowFixture f(Language::English, {u"markup-name"_s});
    f.type(u"<"_s);
    QTRY_VERIFY(f.rows("resultList") > 0);
    auto *list = f.find<QAbstractItemView>("resultList");
    const QString name = list->model()->index(0, 0).data().toString();
    QVERIFY2(name.contains(u'<'), qPrintable(name));
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.text("nameLabel"), name);
    QTRY_COMPARE(f.rows("applicationTable"), 24);
    QVERIFY(f.openSheet());
    QVERIFY(f.text("sheetTitle").endsWith(name));
    QVERIFY(f.send());
    QCOMPARE(f.text("resultTargetLabel"), name);
}

void HostileTextTest::showsDirectionMarksOfThePool()
{
    const WindowFixture f(Language::English, {u"rtl-name"_s});
    f.type(u"a"_s);
    QTRY_VERIFY(f.rows("resultList") > 0);
    const auto *model = f.find<QAbstractItemView>("resultList")->model();
    int marked = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString name = model->index(row, 0).data().toString();
        QVERIFY(!name.contains(QChar(0x202E)));
        marked += name.contains("[U+202E]"_L1) ? 1 : 0;
    }
    QVERIFY(marked > 0);
}

void HostileTextTest::hasNoLabelThatReadsMarkup()
{
    const WindowFixture f(Language::English);
    QCOMPARE(richLabels(f.window()), QStringList());
}

QTEST_MAIN(HostileTextTest)
#include "tst_hostiletext.moc"
