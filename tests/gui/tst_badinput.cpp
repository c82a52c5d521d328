// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWithASentenceAndSendsNothing_data();
    void refusesWithASentenceAndSendsNothing();
};

void BadInputTest::refusesWithASentenceAndSendsNothing_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<IdFault>("fault");
    constexpr int any = -1;
    for (const Language language : {Language::Chinese, Language::English}) {
        const QByteArray name = Languages::wireName(language).toLatin1();
        const auto row = [&name](const char *what) -> QTestData & {
            return QTest::newRow((name + ' ' + what).constData());
        };
        row("blank") << language << any << QString() << IdFault::Blank;
        row("spaces") << language << any << u" \u3000"_s << IdFault::Blank;
        row("star") << language << any << u"*"_s << IdFault::Wildcard;
        row("percent") << language << any << u"zhang%"_s << IdFault::Wildcard;
        row("full-width percent") << language << any << u"％"_s << IdFault::Wildcard;
        row("too long") << language << any << QString(300, u'a') << IdFault::TooLong;
        row("control character") << language << any << u"a\u0007b"_s << IdFault::ControlCharacter;
        row("direction mark inside") << language << any << u"zhang\u202Esan"_s << IdFault::ControlCharacter;
        row("blank phone") << language << static_cast<int>(IdType::Phone) << QString() << IdFault::Blank;
        row("not a phone") << language << static_cast<int>(IdType::Phone) << u"zhangsan"_s
                           << IdFault::WrongShape;
        row("spreadsheet") << language << static_cast<int>(IdType::Phone) << u"1.38E+10"_s
                           << IdFault::SpreadsheetNumber;
        row("star as user ID") << language << static_cast<int>(IdType::UserId) << u"*"_s << IdFault::Wildcard;
    }
}

void BadInputTest::refusesWithASentenceAndSendsNothing()
{
    QFETCH(Language, language);
    QFETCH(int, type);
    QFETCH(QString, text);
    QFETCH(IdFault, fault);
    const WindowFixture f(language);
    // What the window asks for by itself at the start.
    QTRY_COMPARE(f.sandbox()->requestCount("list-application-simple-info"), 1);
    const qsizetype before = f.sandbox()->requests().size();

    auto *combo = f.find<QComboBox>("typeCombo");
    combo->setCurrentIndex(qMax(0, combo->findData(type)));
    f.find<QLineEdit>("searchEdit")->setText(text);
    f.find<QToolButton>("searchButton")->click();

    auto *state = f.find<QWidget>("searchState");
    QVERIFY(state->isVisible());
    QCOMPARE(state->findChild<QLabel *>(u"stateLabel"_s)->text(), IdTypes::faultText(fault));
    QVERIFY(state->findChild<QPushButton *>(u"stateButton"_s)->isVisible());
    // A good search afterwards is the next request, so nothing else can be under way.
    combo->setCurrentIndex(0);
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") > 0);
    QCOMPARE(f.sandbox()->requests().size(), before + 1);
}

QTEST_MAIN(BadInputTest)
#include "tst_badinput.moc"
