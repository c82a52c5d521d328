// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kicksheet.h"
#include "gui/kick/resultpanel.h"
#include "gui/search/userdelegate.h"
#include "gui/user/signinpanel.h"
#include "gui/user/usercard.h"
#include "gui/widgets/applicationpanel.h"
#include "gui/windowfixture.h"
#include "models/user/usersearchmodel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListView>
#include <QPixmap>

#include <algorithm>
#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

#ifdef NDEBUG
constexpr std::chrono::nanoseconds longestPaint = 50ms;
#else
// Without optimisation, and under sanitizers, the same work takes many times longer.
constexpr auto longestPaint = 1000ms;
#endif
constexpr int paints = 5;
constexpr int rowCount = 50;

/// Answers every request with the same sign-ins: no server of ours has such names.
class SignInTransport : public Transport
{
public:
    explicit SignInTransport(const QString &text)
    {
        const QJsonObject record{{u"appId"_s, u"app"_s},
                                 {u"appName"_s, text},
                                 {u"clientIp"_s, text},
                                 {u"userAgent"_s, text},
                                 {u"time"_s, u"2026-11-23T21:00:00.000Z"_s}};
        QJsonArray list;
        for (int row = 0; row < rowCount; ++row)
            list.append(record);
        const QJsonObject data{{u"totalCount"_s, rowCount}, {u"list"_s, list}};
        m_body = QJsonDocument(QJsonObject{{u"statusCode"_s, 200}, {u"data"_s, data}}).toJson();
    }

    PendingCall *send(const HttpRequest &, QObject *context, Handler handler) override
    {
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        call->finishLater({.status = 200, .headers = {}, .body = m_body});
        return call;
    }

private:
    QByteArray m_body;
};

User named(const QString &name)
{
    User user;
    user.userId = u"6319a1504f3c0f214dd5b7aa"_s;
    user.name = ServerText(name);
    user.nickname = ServerText(name);
    user.username = ServerText(name);
    user.email = ServerText(name + u"@corp.cn"_s);
    user.phone = ServerText(name);
    user.externalId = ServerText(name);
    user.lastIp = ServerText(name);
    user.device = ServerText(name);
    return user;
}

QList<Application> applicationsNamed(const QString &name)
{
    QList<Application> result;
    for (int row = 0; row < rowCount; ++row)
        result.append({.appId = u"app%1"_s.arg(row),
                       .appIdentifier = ServerText(name),
                       .appName = ServerText(name),
                       .userPoolId = {}});
    return result;
}

KickPlan planFor(const QString &name)
{
    const User user = named(name);
    KickPlan plan = KickPlans::of(user);
    QList<PlannedApplication> planned;
    for (const Application &application : applicationsNamed(name))
        planned.append({.appId = application.appId, .appName = application.appName});
    KickPlans::setApplications(&plan, planned);
    plan.pool = u"62eaa95f0000000000000000"_s;
    return plan;
}

KickResult refusalWith(const QString &text)
{
    KickResult result;
    result.outcome = KickOutcome::Rejected;
    result.reply.statusCode = 403;
    result.reply.message = ServerText(text);
    result.reply.requestId = text;
    result.error = Error{.kind = ErrorKind::Rejected,
                         .code = ErrorCode::TlsFailed,
                         .reply = result.reply,
                         .detail = ServerText(text)};
    result.relogin = LoginRecord{.appId = text,
                                 .appName = ServerText(text),
                                 .clientIp = ServerText(text),
                                 .userAgent = ServerText(text)};
    return result;
}

/// Processor time of the fastest of several paints: the machine has other things to do, which say nothing
/// about ours. The layout is made before.
std::chrono::nanoseconds fastestPaint(QWidget *widget)
{
    QPixmap pixmap(widget->size());
    std::chrono::nanoseconds fastest = std::chrono::hours(1);
    for (int i = 0; i < paints; ++i) {
        const std::clock_t start = std::clock();
        widget->render(&pixmap);
        const std::chrono::nanoseconds took =
            (std::clock() - start) * std::chrono::nanoseconds(1s) / CLOCKS_PER_SEC;
        fastest = std::min(fastest, took);
    }
    return fastest;
}

/// What the rows of @p model show and tell, in all columns.
QStringList texts(const QAbstractItemModel *model)
{
    QStringList result;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                result << model->index(row, column).data(role).toString();
        }
    }
    return result;
}

bool isOneHarmlessLine(const QString &text)
{
    return !ServerText(text).hasHiddenCharacters() && !text.contains(u'\n');
}

} // namespace

/// Names that someone chose to do harm: each widget that shows them stays plain and is painted at once.
class HostilePaintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void userCardIsPaintedAtOnce_data() { addNames(); }
    void userCardIsPaintedAtOnce();
    void sheetIsPaintedAtOnce_data() { addNames(); }
    void sheetIsPaintedAtOnce();
    void resultIsPaintedAtOnce_data() { addNames(); }
    void resultIsPaintedAtOnce();
    void applicationsArePaintedAtOnce_data() { addNames(); }
    void applicationsArePaintedAtOnce();
    void signInsArePaintedAtOnce_data() { addNames(); }
    void signInsArePaintedAtOnce();
    void searchListIsPaintedAtOnce_data() { addNames(); }
    void searchListIsPaintedAtOnce();

private:
    static void addNames();
    static void paint(QWidget *widget);

    Translation m_translation;
    std::unique_ptr<SandboxSession> m_pool;
};

void HostilePaintTest::initTestCase()
{
    m_translation.setLanguage(Language::English);
    m_pool = std::make_unique<SandboxSession>();
}

void HostilePaintTest::addNames()
{
    QTest::addColumn<QString>("name");
    constexpr int many = 10'000;
    QTest::newRow("markup") << u"<img src=\"file:///etc/passwd\"><b>bold</b><script>x</script>"_s;
    QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(2000);
    QTest::newRow("place markers") << u"%1 %2 %3 %n %L1 %%1"_s;
    QTest::newRow("right to left") << u"zhang\u202Egnahz\u2066\u2067\u200F\u061Csan"_s;
    QTest::newRow("many direction marks") << u"\u202E\u202D"_s.repeated(many / 2);
    QTest::newRow("long Chinese") << QString(u'张').repeated(many);
    QTest::newRow("long Arabic") << QString(u'\u0645').repeated(many);
    QTest::newRow("one long word") << QString(u'W').repeated(many);
    QTest::newRow("combining marks") << u"a"_s + QString(QChar(0x0301)).repeated(many);
    QTest::newRow("family of signs") << u"\U0001F468\u200D\U0001F469\u200D"_s.repeated(many / 6);
    QTest::newRow("lines") << u"one\ntwo\rthree\tfour\u2028five\u2029"_s.repeated(1000);
    QTest::newRow("halves of characters") << QString(QChar(0xD83D)).repeated(many);
}

void HostilePaintTest::paint(QWidget *widget)
{
    widget->resize(960, 600);
    widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(widget));
    const auto took = fastestPaint(widget);
    QVERIFY2(took < longestPaint, qPrintable(QString::number(took / 1us) + u" us"_s));
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        QVERIFY2(!ServerText(label->text()).hasHiddenCharacters(), qPrintable(label->objectName()));
        QVERIFY2(!label->toolTip().contains(u'<'), qPrintable(label->toolTip()));
    }
}

void HostilePaintTest::userCardIsPaintedAtOnce()
{
    QFETCH(QString, name);
    UserCard card;
    card.setUser(named(name), Protection::Protected);
    paint(&card);
    QCOMPARE(card.findChild<QLabel *>(u"nameLabel"_s)->text(), ServerText(name).plain());
    QCOMPARE(card.findChild<QLabel *>(u"hiddenLabel"_s)->isVisible(), ServerText(name).hasHiddenCharacters());
}

void HostilePaintTest::sheetIsPaintedAtOnce()
{
    QFETCH(QString, name);
    KickSheet sheet;
    sheet.start(m_pool->session.get());
    sheet.open(planFor(name));
    paint(&sheet);
    QVERIFY(sheet.findChild<QLabel *>(u"sheetTitle"_s)->text().endsWith(ServerText(name).plain()));
}

void HostilePaintTest::resultIsPaintedAtOnce()
{
    QFETCH(QString, name);
    ResultPanel panel;
    panel.showSending(planFor(name), QDateTime::currentDateTimeUtc());
    panel.showResult(refusalWith(name));
    paint(&panel);
    QVERIFY(panel.findChild<QLabel *>(u"serverMessageLabel"_s)->text().contains(ServerText(name).plain()));
}

void HostilePaintTest::applicationsArePaintedAtOnce()
{
    QFETCH(QString, name);
    ApplicationModel model;
    ApplicationPanel panel;
    panel.setModel(&model);
    model.load(applicationsNamed(name), {});
    paint(&panel);
    const QStringList shown = texts(&model);
    QVERIFY(shown.contains(ServerText(name).plain()));
    QVERIFY(std::ranges::all_of(shown, isOneHarmlessLine));
}

void HostilePaintTest::signInsArePaintedAtOnce()
{
    QFETCH(QString, name);
    SignInTransport transport(name);
    Authenticator authenticator({.host = QUrl(u"https://example.com"_s), .auth = AuthScheme::Signature},
                                Secret("s"), &transport);
    Client client(QUrl(u"https://example.com"_s), &transport, &authenticator);
    LoginHistoryModel model(&client);
    SignInPanel panel;
    panel.setModel(&model);
    model.load(u"6319a1504f3c0f214dd5b7aa"_s);
    QTRY_COMPARE(model.rowCount(), rowCount);
    paint(&panel);
    const QStringList shown = texts(&model);
    QVERIFY(shown.contains(ServerText(name).plain()));
    QVERIFY(std::ranges::all_of(shown, isOneHarmlessLine));
}

void HostilePaintTest::searchListIsPaintedAtOnce()
{
    QFETCH(QString, name);
    UserSearchModel model(m_pool->client());
    QListView list;
    list.setModel(&model);
    list.setItemDelegate(new UserDelegate(&list));
    model.setUsers(QList<User>(rowCount, named(name)));
    paint(&list);
    const QStringList shown = texts(&model);
    QVERIFY(shown.contains(ServerText(name).plain()));
    QVERIFY(std::ranges::all_of(shown, isOneHarmlessLine));
}

QTEST_MAIN(HostilePaintTest)
#include "tst_hostilepaint.moc"
