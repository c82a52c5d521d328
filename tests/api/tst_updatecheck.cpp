// SPDX-License-Identifier: Apache-2.0
#include "api/net/qnamtransport.h"
#include "api/net/updatecheck.h"
#include "support/answerof.h"
#include "support/oneanswerserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<NewVersion> look(const QUrl &feed)
{
    QnamTransport transport;
    QObject context;
    const auto answer = answerOf<std::optional<NewVersion>>(
        [&](auto handler) { return UpdateCheck::look(&transport, feed, u"1.9.0"_s, &context, handler); });
    return answer.value_or(std::nullopt);
}

} // namespace

class UpdateCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesANewerVersion_data()
    {
        QTest::addColumn<QByteArray>("feed");
        QTest::addColumn<QString>("version");
        const auto row = [](const char *name, const QByteArray &feed, const QString &version = {}) {
            QTest::newRow(name) << feed << version;
        };
        const auto feed = [](const QString &version,
                             const QString &page = u"https://kickdesk.example/releases"_s) {
            return QJsonDocument({{u"version"_s, version}, {u"page"_s, page}}).toJson();
        };
        row("newer", feed(u"2.0.0"_s), u"2.0.0"_s);
        row("ten is more than nine", feed(u"1.10.0"_s), u"1.10.0"_s);
        row("more digits", feed(u"1.9.0.1"_s), u"1.9.0.1"_s);
        row("the same", feed(u"1.9.0"_s));
        row("the same, shorter", feed(u"1.9"_s));
        row("older", feed(u"1.8.9"_s));
        row("no number", feed(u"latest"_s));
        row("a number with more behind it", feed(u"2.0.0 <b>now</b>"_s));
        row("no page", feed(u"2.0.0"_s, {}));
        row("a page without encryption", feed(u"2.0.0"_s, u"http://kickdesk.example/"_s));
        row("a program for a page", feed(u"2.0.0"_s, u"file:///usr/bin/true"_s));
        row("no JSON", "<html>2.0.0</html>");
        row("nothing", "");
    }

    void namesANewerVersion()
    {
        QFETCH(QByteArray, feed);
        QFETCH(QString, version);
        const OneAnswerServer server(feed);
        const auto found = look(server.url(u"/feed.json"_s));
        QCOMPARE(server.requests(), 1);
        QCOMPARE(found.value_or(NewVersion()).version, version);
        QCOMPARE(found.has_value(), !version.isEmpty());
    }

    /// Not who asks, not for which pool, not with which key.
    void tellsNothing()
    {
        const OneAnswerServer server("{}");
        (void)look(server.url(u"/feed.json"_s));
        const QByteArray request = server.received().toLower();
        QVERIFY(request.startsWith("get /feed.json http/1.1"));
        for (const char *header : {"authorization", "x-authing", "cookie", "referer"})
            QVERIFY2(!request.contains(header), header);
    }

    void saysNothingWhereNobodyAnswers()
    {
        QUrl feed;
        {
            const OneAnswerServer gone("{}");
            feed = gone.url(u"/feed.json"_s);
        }
        QVERIFY(!look(feed));
    }
};

QTEST_GUILESS_MAIN(UpdateCheckTest)
#include "tst_updatecheck.moc"
