// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"
#include "store/storenotice.h"

#include <QDir>
#include <QFile>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

/// What the window says of the data folder.
class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatADamagedHistoryWasPutAside();
    void showsOneAfterTheOther();
};

void NoticesTest::saysThatADamagedHistoryWasPutAside()
{
    SandboxSession pool;
    const QString path = pool.folder.filePath(u"damaged.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    Journal journal(path);
    Session session(pool.profile(), pool.address.secret, &journal);
    WindowFixture f(Language::Chinese, &session);
    QVERIFY(!f.isShown("noticeBar"));
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QTRY_VERIFY(f.isShown("noticeBar"));
    const QStringList kept = QDir(pool.folder.path()).entryList({u"damaged.db.damaged-*"_s});
    QVERIFY(!kept.isEmpty());
    const QString chinese = f.text("storeNoticeLabel");
    QVERIFY2(chinese.startsWith(u"操作记录"_s) && chinese.contains(pool.folder.path()), qPrintable(chinese));
    f.translation()->setLanguage(Language::English);
    QTRY_VERIFY(f.text("storeNoticeLabel").startsWith("The history was damaged."_L1));
    f.find<QPushButton>("storeNoticeCloseButton")->click();
    QVERIFY(!f.isShown("noticeBar"));
}

void NoticesTest::showsOneAfterTheOther()
{
    const WindowFixture f(Language::English);
    const StoreNotice repaired{.kind = StoreNotice::Kind::FolderRepaired, .path = u"/data/<b>"_s};
    f.window()->showNotice(repaired);
    f.window()->showNotice(repaired);
    f.window()->showNotice({.kind = StoreNotice::Kind::FolderUnusable, .path = u"/other"_s});
    QCOMPARE(f.text("storeNoticeLabel"),
             u"Others could read the data folder. It has been closed to them: /data/<b>"_s);
    f.find<QPushButton>("storeNoticeCloseButton")->click();
    QVERIFY(f.isShown("noticeBar"));
    QVERIFY(f.text("storeNoticeLabel").contains("/other"_L1));
    f.find<QPushButton>("storeNoticeCloseButton")->click();
    QVERIFY(!f.isShown("noticeBar"));
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
