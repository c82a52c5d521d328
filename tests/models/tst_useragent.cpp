// SPDX-License-Identifier: Apache-2.0
#include "models/user/useragent.h"
#include "models/words/timetext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class UserAgentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesBrowserAndSystem_data();
    void namesBrowserAndSystem();
    void showsAnUnknownTextAsItIs();
    void makesHiddenCharactersVisible();
    void saysToday();
    void saysTheDateOfAnotherDay();
    void saysNothingForNoTime();
};

void UserAgentTest::namesBrowserAndSystem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("summary");
    QTest::newRow("chrome")
        << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
           "Chrome/126.0.0.0 Safari/537.36"_s
        << u"Chrome 126 · Windows"_s;
    QTest::newRow("edge")
        << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
           "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.1.2"_s
        << u"Edge 126 · Windows"_s;
    QTest::newRow("safari")
        << u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
           "Gecko) Version/17.5 Safari/605.1.15"_s
        << u"Safari 17 · macOS"_s;
    QTest::newRow("wechat") << u"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
                               "MicroMessenger/8.0.49 NetType/WIFI"_s
                            << u"WeChat 8 · iOS"_s;
    QTest::newRow("firefox") << u"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"_s
                             << u"Firefox 127 · Linux"_s;
    QTest::newRow("android before linux")
        << u"Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36"_s
        << u"Chrome 126 · Android"_s;
    QTest::newRow("system only") << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"_s << u"Windows"_s;
    QTest::newRow("no version") << u"Firefox/ beta"_s << u"Firefox"_s;
}

void UserAgentTest::namesBrowserAndSystem()
{
    QFETCH(QString, text);
    QTEST(UserAgents::summary(ServerText(text)), "summary");
}

void UserAgentTest::showsAnUnknownTextAsItIs()
{
    QCOMPARE(UserAgents::summary(ServerText(u"curl 8"_s)), u"curl 8"_s);
    QCOMPARE(UserAgents::summary(ServerText()), QString());
}

void UserAgentTest::makesHiddenCharactersVisible()
{
    QCOMPARE(UserAgents::summary(ServerText(u"a\u202Eb"_s)), u"a[U+202E]b"_s);
}

void UserAgentTest::saysToday()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QDateTime now(QDate(2026, 11, 23), QTime(18, 0));
    const QDateTime moment = QDateTime(QDate(2026, 11, 23), QTime(14, 20)).toUTC();
    QCOMPARE(timeText(moment, now), u"today 14:20"_s);
}

void UserAgentTest::saysTheDateOfAnotherDay()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QDateTime now(QDate(2026, 11, 24), QTime(0, 1));
    const QDateTime moment = QDateTime(QDate(2026, 11, 23), QTime(14, 20)).toUTC();
    QCOMPARE(timeText(moment, now), u"2026/11/23 14:20"_s);
}

void UserAgentTest::saysNothingForNoTime()
{
    QCOMPARE(timeText(QDateTime()), QString());
}

QTEST_GUILESS_MAIN(UserAgentTest)
#include "tst_useragent.moc"
