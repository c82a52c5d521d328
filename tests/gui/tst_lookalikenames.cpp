// SPDX-License-Identifier: Apache-2.0
#include "gui/list/userchooserdialog.h"
#include "gui/windowfixture.h"
#include "models/user/usersearchmodel.h"

#include <QLineEdit>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The line of mark below @p bar; empty while it is hidden.
QString sentence(const WindowFixture &f, const char *bar)
{
    const auto *widget = f.find<QWidget>(bar);
    const auto *label = widget->findChild<QLabel *>(u"nameMarkLabel"_s);
    return widget->isVisible() ? label->text() : QString();
}

ListUser listUser(const QString &userId, const QString &name)
{
    ListUser user;
    user.userId = userId;
    user.name = ServerText(name);
    user.status = UserStatus::Activated;
    return user;
}

} // namespace

/// Names that are or look the same carry a mark wherever a user is told from another by the name.
class LookalikeNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksThemFromTheSearchToTheSheet_data();
    void marksThemFromTheSearchToTheSheet();
    void marksAWordOfTwoAlphabetsByItself();
    void marksThemWhereTheRowOfAListIsDecided();
    void paintsTheMark();
};

void LookalikeNamesTest::marksThemFromTheSearchToTheSheet_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("start");
    QTest::newRow("same") << u"same-name"_s << u"张伟"_s << u"same name"_s
                          << u"Another user found has the same name."_s;
    QTest::newRow("alike") << u"confusable-name"_s << u"lice Chen"_s << u"look-alike name"_s
                           << u"Another user found has a name that looks the same."_s;
}

void LookalikeNamesTest::marksThemFromTheSearchToTheSheet()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, text);
    QFETCH(const QString, label);
    QFETCH(const QString, start);
    const WindowFixture f(Language::English, {fault});
    f.find<QLineEdit>("searchEdit")->setFocus();
    f.find<QLineEdit>("searchEdit")->setText(text);
    QTRY_VERIFY(f.rows("resultList") >= 3);
    auto *list = f.find<QAbstractItemView>("resultList");
    const QModelIndex row = list->model()->index(0, 0);
    QVERIFY2(row.data(Qt::AccessibleTextRole).toString().contains(u", "_s + label + u", "_s),
             qPrintable(row.data(Qt::AccessibleTextRole).toString()));
    list->setFocus();
    list->setCurrentIndex(row);
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.window()->findChild<QWidget *>(u"cardNameMark"_s) != nullptr);
    QTRY_VERIFY2(sentence(f, "cardNameMark").startsWith(start), qPrintable(sentence(f, "cardNameMark")));
    const QString onCard = sentence(f, "cardNameMark");
    QTRY_VERIFY(f.find<QAction>("everywhereAction")->isEnabled());
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(sentence(f, "sheetNameMark"), onCard);
    QVERIFY(!f.text("sheetUserIdLabel").isEmpty() && !f.text("sheetContactLabel").isEmpty());
    f.press(Qt::Key_Escape);
}

void LookalikeNamesTest::marksAWordOfTwoAlphabetsByItself()
{
    const WindowFixture f(Language::English, {u"confusable-name"_s});
    f.find<QLineEdit>("searchEdit")->setFocus();
    f.find<QLineEdit>("searchEdit")->setText(u"lice Chen"_s);
    QTRY_VERIFY(f.rows("resultList") >= 3);
    auto *list = f.find<QAbstractItemView>("resultList");
    auto *model = static_cast<UserSearchModel *>(list->model());
    int row = 0;
    while (!Users::displayName(model->user(row)).plain().startsWith(QChar(0x0410)))
        ++row;
    const User user = model->user(row);
    model->setUsers({user});
    list->setFocus();
    list->setCurrentIndex(model->index(0));
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.window()->findChild<QWidget *>(u"cardNameMark"_s) != nullptr);
    QTRY_VERIFY2(sentence(f, "cardNameMark").startsWith("This name mixes"_L1),
                 qPrintable(sentence(f, "cardNameMark")));
}

void LookalikeNamesTest::marksThemWhereTheRowOfAListIsDecided()
{
    ListRow row;
    row.number = 1;
    row.bucket = ListBucket::Several;
    row.matches = {listUser(u"1"_s, u"Alice Chen"_s), listUser(u"2"_s, u"\u0391lice Chen"_s),
                   listUser(u"3"_s, u"Li Na"_s)};
    const UserChooserDialog chooser(row);
    const QAbstractItemModel *model = chooser.findChild<QTableView *>(u"listChooserTable"_s)->model();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(model->index(i, 0).data().toString().endsWith(u" · look-alike name"_s));
        QVERIFY(!model->index(i, 0).data(Qt::DecorationRole).isNull());
    }
    QCOMPARE(model->index(2, 0).data().toString(), u"Li Na"_s);
    QVERIFY(model->index(2, 0).data(Qt::DecorationRole).isNull());
}

void LookalikeNamesTest::paintsTheMark()
{
    const WindowFixture f(Language::English, {u"same-name"_s});
    f.find<QLineEdit>("searchEdit")->setFocus();
    f.find<QLineEdit>("searchEdit")->setText(u"张伟"_s);
    QTRY_VERIFY(f.rows("resultList") >= 3);
    auto *list = f.find<QAbstractItemView>("resultList");
    auto *model = static_cast<UserSearchModel *>(list->model());
    QTRY_VERIFY(!list->visualRect(model->index(0, 0)).isEmpty());
    const QRect place = list->visualRect(model->index(0, 0));
    const QImage marked = list->viewport()->grab(place).toImage();
    // Alone in the list, the same user has no mark.
    const User alone = model->user(0);
    model->setUsers({alone});
    QTRY_COMPARE(model->rowCount(), 1);
    QVERIFY(list->viewport()->grab(place).toImage() != marked);
}

QTEST_MAIN(LookalikeNamesTest)
#include "tst_lookalikenames.moc"
