// SPDX-License-Identifier: Apache-2.0
#include "api/net/cafile.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(std::optional<CaFileProblem>)

/// Which PEM files give a root to trust.
class TestCaFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.issue(u"leaf"_s);
        m_certificates.issue(u"intermediate"_s, {.isAuthority = true});
        write(u"leaf and root"_s, {u"leaf.pem"_s, u"root.pem"_s});
        write(u"nothing"_s, {});
        write(u"root and much else"_s, {u"root.pem"_s}, QByteArray(1024 * 1024, '\n'));
    }

    void onlyARootIsTrusted_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<std::optional<CaFileProblem>>("problem");
        const auto row = [this](const char *name, const QString &file,
                                std::optional<CaFileProblem> problem = {}) {
            QTest::newRow(name) << m_certificates.file(file) << problem;
        };
        row("the root", u"root.pem"_s);
        row("a chain with its root", u"leaf and root"_s);
        row("a server's certificate", u"leaf.pem"_s, CaFileProblem::NoRoot);
        row("an intermediate", u"intermediate.pem"_s, CaFileProblem::NoRoot);
        row("a key", u"root.key"_s, CaFileProblem::NoCertificate);
        row("an empty file", u"nothing"_s, CaFileProblem::NoCertificate);
        row("a root in a file of a megabyte", u"root and much else"_s, CaFileProblem::Unreadable);
        row("no file", u"missing.pem"_s, CaFileProblem::Unreadable);
    }

    void onlyARootIsTrusted()
    {
        QFETCH(QString, file);
        QFETCH(std::optional<CaFileProblem>, problem);
        const CaFile read = CaFiles::read(file);
        QCOMPARE(read.problem, problem);
        QCOMPARE(read.roots.size(), problem ? 0 : 1);
    }

    void rootTellsItsFacts()
    {
        const CertificateFacts facts = CaFiles::read(m_certificates.rootFile()).facts;
        QCOMPARE(facts.subject.plain(), u"Test root, Kickdesk tests"_s);
        QCOMPARE(facts.issuer, facts.subject);
        QVERIFY(facts.notAfter > QDateTime::currentDateTimeUtc().addDays(29));
        static const QRegularExpression fingerprint(u"\\A([0-9A-F]{2}:){31}[0-9A-F]{2}\\z"_s);
        QVERIFY2(fingerprint.match(facts.sha256).hasMatch(), qPrintable(facts.sha256));
        const QString details = CertificateWords::details(facts);
        QVERIFY(details.contains(facts.sha256));
        QVERIFY(details.contains(u"Test root"_s));
    }

    void eachProblemHasItsOwnSentence()
    {
        QStringList sentences;
        for (const CaFileProblem problem : {CaFileProblem::Unreadable, CaFileProblem::NoCertificate,
                                            CaFileProblem::NoRoot, CaFileProblem::NotValidNow})
            sentences << CaFiles::problemText(problem);
        QCOMPARE(sentences.removeDuplicates(), 0);
        QVERIFY(!sentences.contains(QString()));
    }

private:
    void write(const QString &name, const QStringList &parts, const QByteArray &rest = {}) const
    {
        QFile whole(m_certificates.file(name));
        QVERIFY(whole.open(QIODevice::WriteOnly));
        for (const QString &part : parts) {
            QFile file(m_certificates.file(part));
            QVERIFY(file.open(QIODevice::ReadOnly));
            whole.write(file.readAll());
        }
        whole.write(rest);
    }

    TestCertificates m_certificates;
};

QTEST_GUILESS_MAIN(TestCaFile)
#include "tst_cafile.moc"
