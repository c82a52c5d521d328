// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/widgetchecks.h"
#include "gui/window/aboutdialog.h"
#include "gui/windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSslSocket>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T *find(const QWidget *window, const char *name)
{
    T *found = window->findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("There is no %s", name);
    return found;
}

} // namespace

class AboutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensFromTheHelpMenu();
    void namesEveryVersion();
    void warnsOfAQtWithAHole();
    void saysNothingOfAGoodQt();
    void listsEveryLicence();
    void fitsWithItsLongestWarning_data();
    void fitsWithItsLongestWarning();
};

void AboutTest::opensFromTheHelpMenu()
{
    const WindowFixture f(Language::English);
    f.find<QAction>("aboutAction")->trigger();
    QTRY_VERIFY(f.find<AboutDialog>("AboutDialog")->isVisible());
    QTest::keyClick(f.find<AboutDialog>("AboutDialog"), Qt::Key_Escape);
    QTRY_VERIFY(f.window()->findChild<AboutDialog *>() == nullptr);
}

void AboutTest::namesEveryVersion()
{
    AboutDialog dialog;
    const QString text = find<QPlainTextEdit>(&dialog, "versionsEdit")->toPlainText();
    for (const QString &version :
         {u"Kickdesk "_s + QStringLiteral(KICKDESK_VERSION), u"Qt "_s + QString::fromLatin1(qVersion()),
          QStringLiteral(QT_VERSION_STR), QSslSocket::sslLibraryVersionString()})
        QVERIFY2(text.contains(version), qPrintable(text));
    static const QRegularExpression numbers(uR"(^SQLite \d+\.\d+[\s\S]*^QtKeychain \d+\.\d+)"_s,
                                            QRegularExpression::MultilineOption);
    QVERIFY2(text.contains(numbers), qPrintable(text));
    find<QPushButton>(&dialog, "copyVersionsButton")->click();
    QCOMPARE(QApplication::clipboard()->text(), text);
}

void AboutTest::warnsOfAQtWithAHole()
{
    AboutDialog dialog;
    dialog.setQtVersion({6, 4, 2});
    const auto *label = find<QLabel>(&dialog, "holeLabel");
    QVERIFY(label->isVisibleTo(&dialog));
    QVERIFY2(label->text().contains("CVE-2023-34410 (TLS)"_L1), qPrintable(label->text()));
    // What the program does not use is no reason to worry, and is told all the same.
    QVERIFY(!label->text().contains("HTTP/2"_L1));
    QVERIFY(
        find<QPlainTextEdit>(&dialog, "versionsEdit")->toPlainText().contains("CVE-2023-51714 (HTTP/2)"_L1));
}

void AboutTest::saysNothingOfAGoodQt()
{
    AboutDialog dialog;
    dialog.setQtVersion({6, 12, 0});
    QVERIFY(!find<QLabel>(&dialog, "holeLabel")->isVisibleTo(&dialog));
    QVERIFY(!find<QPlainTextEdit>(&dialog, "versionsEdit")->toPlainText().contains("CVE"_L1));
}

void AboutTest::listsEveryLicence()
{
    AboutDialog dialog;
    const auto *tree = find<QTreeWidget>(&dialog, "licenceTree");
    QStringList components;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        components << tree->topLevelItem(row)->text(0);
        QVERIFY(!tree->topLevelItem(row)->text(1).isEmpty() && !tree->topLevelItem(row)->text(2).isEmpty());
    }
    QCOMPARE(components, QStringList({u"Kickdesk"_s, u"Qt 6"_s, u"OpenSSL 3"_s, u"SQLite"_s, u"QtKeychain"_s,
                                      u"Unicode data"_s, u"CLI11"_s}));
}

void AboutTest::fitsWithItsLongestWarning_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void AboutTest::fitsWithItsLongestWarning()
{
    QFETCH(Language, language);
    Translation translation;
    translation.setLanguage(language);
    AboutDialog dialog;
    dialog.setQtVersion({6, 9, 0});
    dialog.show();
    dialog.resize(dialog.minimumSize());
    auto *tabs = find<QTabWidget>(&dialog, "aboutTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTRY_COMPARE(WidgetChecks::cutWidgets(&dialog).join(u'\n'), QString());
    }
    QCOMPARE(WidgetChecks::unnamedControls(&dialog).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(&dialog).join(u'\n'), QString());
}

QTEST_MAIN(AboutTest)
#include "tst_about.moc"
