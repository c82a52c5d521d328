// SPDX-License-Identifier: Apache-2.0
#include "house/includegraph.h"
#include "house/rules.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Reads the source tree and holds it to the rules of the house. Each rule is also shown a file that breaks
/// it and one that only looks like it, so that a rule which sees nothing is noticed.
class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treeKeeps_data();
    void treeKeeps();
    void breachIsSeen_data();
    void breachIsSeen();
    void everyRuleIsShownABreach();
    void lookalikeIsLeftAlone_data();
    void lookalikeIsLeftAlone();
    void noCircleOfIncludes();
    void circleOfIncludesIsSeen();
    void valueIsDeclaredOnce_data();
    void valueIsDeclaredOnce();

private:
    struct Sample
    {
        const char *rule;
        const char *path;
        QString text;
    };

    static QList<Sample> breaches();
    static QList<Sample> lookalikes();
    static void addRows(const QList<Sample> &samples);
};

QList<TestHouse::Sample> TestHouse::breaches()
{
    const char *const arrows = "includes follow the arrows";
    const char *const walls = "rooms keep to themselves";
    const char *const actions = "actions by their hash";
    return {
        {arrows, "src/core/a.cpp", u"#include \"api/authing/client.h\"\n"_s},
        {arrows, "src/api/a.cpp", u"#include \"store/journal/journal.h\"\n"_s},
        {arrows, "src/api/a.h", u"#include \"kick/single/kicker.h\"\n"_s},
        {arrows, "src/store/a.cpp", u"#  include \"api/authing/client.h\"\n"_s},
        {arrows, "src/kick/a.cpp", u"#include \"models/list/listrunmodel.h\"\n"_s},
        {arrows, "src/models/a.cpp", u"#include \"gui/window/mainwindow.h\"\n"_s},
        {arrows, "src/sandbox/a.cpp", u"#include \"api/authing/wire.h\"\n"_s},
        {arrows, "src/sandbox/a.cpp", u"#include \"kick/single/kicker.h\"\n"_s},
        {arrows, "src/cli/a.cpp", u"#include \"models/list/listrunmodel.h\"\n"_s},
        {arrows, "src/gui/a.cpp", u"#include \"cli/io/output.h\"\n"_s},
        {arrows, "src/core/a.cpp", u"#include \"error.h\"\n"_s},
        {arrows, "src/attic/a.cpp", u"int a;\n"_s},
        {walls, "src/gui/kick/a.cpp", u"#include \"gui/list/listpage.h\"\n"_s},
        {walls, "src/gui/list/a.cpp", u"#include \"gui/history/historypage.h\"\n"_s},
        {walls, "src/gui/history/a.cpp", u"#include \"gui/kick/kickpage.h\"\n"_s},
        {walls, "src/gui/connections/a.cpp", u"#include \"gui/window/mainwindow.h\"\n"_s},
        {walls, "src/gui/help/a.cpp", u"#include \"gui/connections/connectiondialog.h\"\n"_s},
        {walls, "src/gui/tour/a.cpp", u"#include \"gui/list/listpage.h\"\n"_s},
        {walls, "src/gui/widgets/a.cpp", u"#include \"gui/kick/kickpage.h\"\n"_s},
        {walls, "src/gui/style/a.cpp", u"#include \"gui/widgets/elidedlabel.h\"\n"_s},
        {walls, "src/gui/search/a.cpp", u"#include \"gui/kick/kickpage.h\"\n"_s},
        {walls, "src/gui/user/a.cpp", u"#include \"gui/search/searchpanel.h\"\n"_s},
        {walls, "src/gui/window/a.cpp", u"#include \"gui/app/startup.h\"\n"_s},
        {walls, "src/kick/single/a.cpp", u"#include \"kick/session.h\"\n"_s},
        {walls, "src/kick/single/a.cpp", u"#include \"kick/run/listrunner.h\"\n"_s},
        {walls, "src/kick/plan/a.cpp", u"#include \"kick/single/kicker.h\"\n"_s},
        {walls, "src/kick/run/a.cpp", u"#include \"kick/plan/listplanner.h\"\n"_s},
        {walls, "src/kick/pool/a.cpp", u"#include \"kick/single/kicker.h\"\n"_s},
        {walls, "src/kick/pace/a.cpp", u"#include \"kick/pool/resolver.h\"\n"_s},
        {walls, "src/api/net/a.cpp", u"#include \"api/authing/client.h\"\n"_s},
        {walls, "src/api/sign/a.cpp", u"#include \"api/net/transport.h\"\n"_s},
        {walls, "src/store/journal/a.cpp", u"#include \"store/history/historyreader.h\"\n"_s},
        {walls, "src/store/connections/a.cpp", u"#include \"store/journal/journal.h\"\n"_s},
        {walls, "src/store/sql/a.cpp", u"#include \"store/journal/database.h\"\n"_s},
        {walls, "src/models/table/a.cpp", u"#include \"store/files/settings.h\"\n"_s},
        {walls, "src/core/values/a.cpp", u"#include \"core/list/listtext.h\"\n"_s},
        {walls, "src/core/identifiers/a.cpp", u"#include \"core/plan/listplan.h\"\n"_s},
        {"licence in the first line", "src/core/a.cpp", u"#include <QString>\n"_s},
        {"licence in the first line", "src/core/CMakeLists.txt",
         u"\n# SPDX-License-Identifier: Apache-2.0\n"_s},
        {"licence in the first line", "tests/core/tst_a.cpp", {}},
        {"no long file", "src/core/a.cpp", QString(401, u'\n')},
        {"no nested event loop", "src/kick/a.cpp", u"QEventLoop loop;\n"_s},
        {"no blocking wait", "src/api/a.cpp", u"reply->waitForReadyRead(100);\n"_s},
        {"no blocking wait", "src/sandbox/a.cpp", u"QThread::msleep(5);\n"_s},
        {"no modal exec", "src/gui/a.cpp", u"if (dialog.exec() == QDialog::Accepted)\n"_s},
        {"no modal exec", "src/gui/a.cpp", u"QMessageBox::warning(this, {}, text);\n"_s},
        {"no modal exec", "src/gui/a.cpp", u"const auto f = QFileDialog::getOpenFileName(this);\n"_s},
        {"no singleton", "src/store/a.cpp", u"Settings::instance()->save();\n"_s},
        {"no singleton", "src/store/a.h", u"static Settings &instance();\n"_s},
        {"no ignored TLS error", "src/api/a.cpp", u"reply->ignoreSslErrors();\n"_s},
        {"no chained arg", "src/gui/a.cpp", u"tr(\"%1 of %2\").arg(name(1, (2))).arg(b)\n"_s},
        {"no chained arg", "src/gui/a.cpp", u"tr(\"%1 of %2\").arg(a)\n    .arg(b)\n"_s},
        {"no informative text", "src/gui/a.cpp", u"box->setInformativeText(text);\n"_s},
        {"one maker of requests", "src/api/authing/client.cpp", u"QNetworkRequest request(url);\n"_s},
        {"one door to files", "src/kick/a.cpp", u"QSaveFile file(name);\n"_s},
        {"one door to files", "src/cli/a.cpp", u"QFile file(name);\n"_s},
        {"one door to files", "src/gui/a.cpp", u"file.setPermissions(QFile::ReadOwner);\n"_s},
        {"one maker of requests", "src/gui/a.cpp", u"manager->get(QNetworkRequest(url));\n"_s},
        {"one maker of requests", "src/kick/a.cpp", u"std::make_unique<QNetworkRequest>(url);\n"_s},
        {"no verbatim server text on screen", "src/gui/a.cpp", u"label->setText(user.name.verbatim());\n"_s},
        {"no verbatim server text on screen", "src/models/a.cpp", u"return user.name.verbatim();\n"_s},
        {"secrets are revealed in few places", "src/gui/a.cpp", u"edit->setText(secret.reveal());\n"_s},
        {"secrets are revealed in few places", "src/api/authing/client.cpp", u"secret.reveal()\n"_s},
        {"windows are let go, not deleted", "src/gui/a.cpp", u"delete m_dialog;\n"_s},
        {"windows are let go, not deleted", "src/gui/a.h", u"void end() { delete this; }\n"_s},
        {"nothing left undone", "src/core/a.cpp", u"// TODO later\n"_s},
        {"comments in plain English", "src/core/a.h", u"    /// Of the file.\n"_s},
        {"comments in plain English", "src/core/a.cpp", u"// Nobody waits for it.\n"_s},
        {"comments in plain English", "tests/core/tst_a.cpp", u"    // Whoever asks.\n"_s},
        {"no range over an enum", "src/core/a.cpp", u"return code <= ErrorCode::Deadline;\n"_s},
        {"no range over an enum", "src/kick/a.cpp", u"return check > DoctorCheck::Pool && isGood;\n"_s},
        {"no style sheet in a form", "ui/a.ui", u"<property name=\"styleSheet\">\n"_s},
        {actions, ".github/workflows/a.yml", u"      - uses: actions/cache@main\n"_s},
        {actions, ".github/workflows/a.yml", u"      - uses: actions/cache@v4.3.0\n"_s},
        {actions, ".github/workflows/a.yml", u"        uses:  actions/cache@0057852 # v4.3.0\n"_s},
        {actions, ".github/workflows/a.yml", u"- uses: a/b@0057852bfaa89a56745cba8c7296529d2fc39830\n"_s},
        {actions, ".github/workflows/a.yml", u"- uses: docker://alpine:3\n"_s},
    };
}

QList<TestHouse::Sample> TestHouse::lookalikes()
{
    const char *const arrows = "includes follow the arrows";
    return {
        {"rooms keep to themselves", "src/gui/tour/a.cpp", u"#include \"gui/kick/kickpage.h\"\n"_s},
        {"rooms keep to themselves", "src/kick/single/a.cpp", u"#include \"kick/pool/resolver.h\"\n"_s},
        {arrows, "src/main.cpp",
         u"#include \"gui/window/mainwindow.h\"\n#include \"sandbox/service/sandbox.h\"\n"_s},
        {arrows, "src/gui/a.cpp",
         u"#include \"ui_a.h\"\n#include \"sandbox/service/sandbox.h\"\n#include <QLabel>\n"_s},
        {arrows, "src/sandbox/a.cpp",
         u"#include \"api/sign/signer.h\"\n#include \"api/sign/canonicaljson.h\"\n"_s},
        {arrows, "src/core/a.cpp", u"// #include \"gui/window/mainwindow.h\"\n#include \"a.moc\"\n"_s},
        {"licence in the first line", "src/core/a.cpp",
         u"// SPDX-License-Identifier: Apache-2.0\nint a;\n"_s},
        {"licence in the first line", "src/a.cmake", u"# SPDX-License-Identifier: Apache-2.0\n"_s},
        {"no long file", "src/core/a.cpp", QString(400, u'\n')},
        {"no nested event loop", "src/kick/a.cpp", u"// without a QEventLoop\n"_s},
        {"no nested event loop", "src/kick/a.cpp", u"/* a\n QEventLoop */\n"_s},
        {"no modal exec", "src/main.cpp", u"return app.exec();\n"_s},
        {"no modal exec", "src/gui/a.cpp", u"dialog->open();\nbox.setIcon(QMessageBox::Warning);\n"_s},
        {"no singleton", "src/gui/a.cpp", u"QCoreApplication::instance()->quit();\n"_s},
        {"no chained arg", "src/gui/a.cpp", u"u\"%1 %2\"_s.arg(a(1), b.arg(2))\n"_s},
        {"one maker of requests", "src/api/net/qnamtransport.cpp", u"QNetworkRequest request(url);\n"_s},
        {"one door to files", "src/core/files/files.cpp", u"QSaveFile file(name);\n"_s},
        {"one door to files", "src/gui/a.cpp", u"QFile device(u\":/help/\"_s + file);\n"_s},
        {"one maker of requests", "src/api/a.h",
         u"class QNetworkRequest;\nvoid f(const QNetworkRequest &r);\n"_s},
        {"no verbatim server text on screen", "src/kick/a.cpp", u"user.phone.verbatim()\n"_s},
        {"secrets are revealed in few places", "src/api/sign/signer.cpp", u"secret.reveal()\n"_s},
        {"no range over an enum", "src/api/a.cpp", u"error >= QNetworkReply::UnknownServerError\n"_s},
        {"no range over an enum", "src/api/a.cpp", u"std::optional<Envelope::Text> text;\n"_s},
        {"windows are let go, not deleted", "src/gui/a.h", u"A(const A &) = delete;\n"_s},
        {"windows are let go, not deleted", "src/gui/a.cpp", u"dialog->deleteLater();\n"_s},
        {"no style sheet in a form", "ui/a.ui", u"<string>Style</string>\n"_s},
        {"actions by their hash", ".github/workflows/a.yml",
         u"- uses: a/b@0057852bfaa89a56745cba8c7296529d2fc39830 # v4.3.0\n  uses: ./.github/workflows/b.yml\n"_s},
    };
}

void TestHouse::addRows(const QList<Sample> &samples)
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    for (const Sample &sample : samples) {
        const QString rule = QString::fromLatin1(sample.rule);
        QTest::addRow("%s: %s", sample.rule, qPrintable(sample.text.left(40).simplified()))
            << rule << QString::fromLatin1(sample.path) << sample.text;
    }
}

void TestHouse::treeKeeps_data()
{
    QTest::addColumn<QString>("rule");
    const QStringList rules = Rules::names();
    for (const QString &rule : rules)
        QTest::addRow("%s", qPrintable(rule)) << rule;
}

void TestHouse::treeKeeps()
{
    QFETCH(const QString, rule);
    static const QList<SourceFile> files =
        SourceTree::files({u"src"_s, u"tests"_s, u"ui"_s, u".github"_s},
                          {u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.ui"_s, u"*.yml"_s});
    QVERIFY2(files.size() > 50, "the source tree was not found");
    QStringList found;
    for (const SourceFile &file : files)
        found += Rules::breaches(rule, file);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestHouse::breachIsSeen_data()
{
    addRows(breaches());
}

void TestHouse::breachIsSeen()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QCOMPARE(Rules::breaches(rule, {.path = path, .text = text}).size(), 1);
}

void TestHouse::everyRuleIsShownABreach()
{
    QStringList shown;
    const QList<Sample> samples = breaches();
    for (const Sample &sample : samples)
        shown.append(QString::fromLatin1(sample.rule));
    const QStringList rules = Rules::names();
    for (const QString &rule : rules)
        QVERIFY2(shown.contains(rule), qPrintable(rule));
}

void TestHouse::lookalikeIsLeftAlone_data()
{
    addRows(lookalikes());
}

void TestHouse::lookalikeIsLeftAlone()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QCOMPARE(Rules::breaches(rule, {.path = path, .text = text}), QStringList());
}

void TestHouse::noCircleOfIncludes()
{
    const QList<SourceFile> files = SourceTree::files({u"src"_s}, {u"*.cpp"_s, u"*.h"_s});
    QVERIFY2(files.size() > 50, "the source tree was not found");
    const QStringList circles = IncludeGraph::circles(files);
    QVERIFY2(circles.isEmpty(), qPrintable(circles.join(u'\n')));
}

void TestHouse::circleOfIncludesIsSeen()
{
    const SourceFile a{.path = u"src/kick/a.cpp"_s, .text = u"#include \"kick/b.h\"\n"_s};
    const SourceFile b{.path = u"src/kick/b.h"_s, .text = u"#pragma once\n  #  include \"kick/c.h\"\n"_s};
    const SourceFile own{.path = u"src/kick/c.cpp"_s, .text = u"#include \"kick/c.h\"\n"_s};
    const SourceFile back{.path = u"src/kick/c.h"_s, .text = u"#include \"kick/a.h\"\n"_s};
    QCOMPARE(IncludeGraph::circles({a, b, own}), QStringList());
    QCOMPARE(IncludeGraph::circles({a, b, own, back}),
             QStringList({u"kick/a -> kick/b -> kick/c -> kick/a"_s}));
}

void TestHouse::valueIsDeclaredOnce_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"KickPlan", "KickResult", "Target", "ListPlanSummary"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestHouse::valueIsDeclaredOnce()
{
    QFETCH(const QString, name);
    const QRegularExpression declaration(u"^(struct|class) %1\\s*(:[^;]*)?$"_s.arg(name),
                                         QRegularExpression::MultilineOption);
    QStringList found;
    const QList<SourceFile> files = SourceTree::files({u"src"_s, u"tests"_s}, {u"*.cpp"_s, u"*.h"_s});
    for (const SourceFile &file : files) {
        if (file.text.contains(declaration))
            found << file.path;
    }
    QVERIFY2(found.size() == 1, qPrintable(found.join(u' ')));
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
