// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"
#include "store/files/storenotice.h"
#include "support/journalsample.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Somebody does it to the files of the journal; @p older is the journal as it was one kick earlier.
using Change = std::function<bool(const QString &journal, const QByteArray &older)>;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// What the window says of the data folder.
class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatADamagedHistoryWasPutAside();
    void showsEveryFinding();
    void tellsEachFinding_data();
    void tellsEachFinding();
    void emptyHistoryNamesItsPast();
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

/// A finding that was there before hides none that came later: the worst is first, and all are there.
void NoticesTest::showsEveryFinding()
{
    const WindowFixture f(Language::English);
    const StoreNotice aside{.kind = StoreNotice::Kind::JournalQuarantined, .path = u"/data/<b>"_s};
    f.window()->showNotice({.kind = StoreNotice::Kind::NewVersion, .path = u"99.1.0"_s});
    f.window()->showNotice(aside);
    f.window()->showNotice(aside);
    f.window()->showNotice({.kind = StoreNotice::Kind::FolderRepaired, .path = u"/repaired"_s});
    f.window()->showNotice({.kind = StoreNotice::Kind::JournalForeign, .path = u"/foreign"_s});
    const StoreNotice newest{.kind = StoreNotice::Kind::JournalChanged, .path = u"/changed"_s};
    f.window()->showNotice(newest);
    const QStringList lines = f.text("storeNoticeLabel").split(u'\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines.first(), storeNoticeText(newest));
    QVERIFY(lines.at(1).contains("/foreign"_L1));
    QCOMPARE(lines.at(2),
             u"The history was damaged. It has been put aside as /data/<b>, and a new one begun."_s);
    QVERIFY(lines.at(3).contains("/repaired"_L1) && lines.at(4).contains("99.1.0"_L1));
    QVERIFY(f.isShown("storeNoticeLabel"));
    f.find<QPushButton>("storeNoticeCloseButton")->click();
    QVERIFY(!f.isShown("noticeBar"));
    f.window()->showNotice(aside);
    QCOMPARE(f.text("storeNoticeLabel"), lines.at(2));
}

void NoticesTest::tellsEachFinding_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(words);
    };
    constexpr const char *missing = "was replaced, removed, cut, or restored from an older copy";
    row("moved away", missing, [](const QString &journal, const QByteArray &) {
        return QFile::rename(journal, journal + u".away"_s);
    });
    row("emptied", missing,
        [](const QString &journal, const QByteArray &) { return overwrite(journal, {}); });
    row("restored from an older copy", missing, [](const QString &journal, const QByteArray &older) {
        return JournalSamples::execute(journal, u"PRAGMA wal_checkpoint(TRUNCATE)"_s) &&
               overwrite(journal, older);
    });
    row("another journal", missing, [](const QString &journal, const QByteArray &) {
        {
            Journal other(journal + u".other"_s);
            JournalSamples::write(&other);
        }
        return QFile::remove(journal) && QFile::rename(journal + u".other"_s, journal);
    });
    row("trigger", "changed the tables or triggers", [](const QString &journal, const QByteArray &) {
        // A new window opens the journal and looks.
        return JournalSamples::execute(journal, u"CREATE VIEW more AS SELECT * FROM items"_s);
    });
    row("log deleted", "deleted or replaced files that belong to the history",
        [](const QString &journal, const QByteArray &) { return QFile::remove(journal + u"-wal"_s); });
}

/// Where the window is asked to send, and where it shows the history.
void NoticesTest::tellsEachFinding()
{
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    const SandboxSession pool;
    const QString path = pool.folder.filePath(u"kicks.db"_s);
    {
        Journal earlier(path);
        QVERIFY(JournalSamples::write(&earlier) > 0);
    }
    const QByteArray older = contentOf(path);
    Journal journal(path);
    QVERIFY(JournalSamples::write(&journal) > 0);
    Session session(pool.profile(), pool.address.secret, &journal);
    const WindowFixture f(Language::English, &session);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(change(path, older));
    const bool isHarmless = words.startsWith("deleted"_L1);
    QVERIFY(f.send());
    QCOMPARE(pool.sandbox->requestCount("kick-users"), isHarmless ? 1 : 0);
    QTRY_VERIFY(f.isShown("noticeBar"));
    QVERIFY2(f.text("storeNoticeLabel").contains(words), qPrintable(f.text("storeNoticeLabel")));
    f.find<QPushButton>("storeNoticeCloseButton")->click();
    QVERIFY(!f.isShown("noticeBar"));
    if (isHarmless)
        return;
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(f.isShown("noticeBar"));
    QVERIFY2(f.text("storeNoticeLabel").contains(words), qPrintable(f.text("storeNoticeLabel")));
}

/// An empty history whose past lies in another file is no history without sign-outs.
void NoticesTest::emptyHistoryNamesItsPast()
{
    const WindowFixture f(Language::English);
    f.press(Qt::Key_2, Qt::ControlModifier);
    const auto stateText = [&f] {
        return f.find<QWidget>("historyState")->findChild<QLabel *>(u"stateLabel"_s)->text();
    };
    QTRY_VERIFY(stateText().startsWith("No sign-outs yet."_L1));
    const QString aside = f.session()->journal()->file() + u".damaged-20261130-101112131"_s;
    QFile file(aside);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    f.press(Qt::Key_F5);
    QTRY_VERIFY2(stateText().startsWith("No sign-outs since the earlier history was damaged"_L1),
                 qPrintable(stateText()));
    const auto *detail = f.find<QWidget>("historyState")->findChild<QLabel *>(u"stateDetailLabel"_s);
    QCOMPARE(detail->text(), aside);
    f.find<QLineEdit>("historyTextEdit")->setText(u"nobody"_s);
    QTRY_VERIFY(stateText().startsWith("Nothing in this history matches. An earlier one"_L1));
    QCOMPARE(detail->text(), aside);
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
