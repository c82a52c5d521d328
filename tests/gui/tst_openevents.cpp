// SPDX-License-Identifier: Apache-2.0
#include "gui/app/openevents.h"

#include <QApplication>
#include <QFileOpenEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class OpenEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesLinksAndFiles_data();
    void takesLinksAndFiles();
};

void OpenEventsTest::takesLinksAndFiles_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("item");
    QTest::newRow("link") << QUrl(u"kickdesk:zhangsan@corp.cn"_s) << u"kickdesk:zhangsan@corp.cn"_s;
    QTest::newRow("Chinese link") << QUrl(u"kickdesk:张三"_s) << u"kickdesk:%E5%BC%A0%E4%B8%89"_s;
    QTest::newRow("file") << QUrl::fromLocalFile(u"/tmp/连接.json"_s) << u"/tmp/连接.json"_s;
    QTest::newRow("foreign link") << QUrl(u"https://example.com/"_s) << QString();
    QTest::newRow("link without end") << QUrl(u"kickdesk:"_s + QString(5000, u'a')) << QString();
}

void OpenEventsTest::takesLinksAndFiles()
{
    QFETCH(const QUrl, url);
    QFETCH(const QString, item);
    const OpenEvents events;
    QSignalSpy received(&events, &OpenEvents::received);

    QFileOpenEvent event(url);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &event);

    QCOMPARE(received.count(), item.isEmpty() ? 0 : 1);
    if (!item.isEmpty())
        QCOMPARE(received.first().first().toString(), item);
}

QTEST_MAIN(OpenEventsTest)

#include "tst_openevents.moc"
