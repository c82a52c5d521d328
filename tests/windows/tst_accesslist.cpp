// SPDX-License-Identifier: Apache-2.0
#include "core/files/accesslist.h"
#include "store/files/datafolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <qt_windows.h>

#include <aclapi.h>
#include <sddl.h>

using namespace Qt::Literals::StringLiterals;

/// The data folder belongs to its user, the system and the administrators alone, by its access list.
class TestAccessList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newFolderIsSilent();
    void whatOthersCanReadIsClosedOnce_data();
    void whatOthersCanReadIsClosedOnce();
    void whatIsMadeInAClosedFolderIsClosed();

private:
    /// Gives @p path the access list @p words, as Windows writes it.
    static bool setList(const QString &path, const wchar_t *words);

    std::unique_ptr<QTemporaryDir> m_parent;
    QString m_folder;
};

bool TestAccessList::setList(const QString &path, const wchar_t *words)
{
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    PACL list = nullptr;
    BOOL isPresent = FALSE;
    BOOL isDefault = FALSE;
    std::wstring name = QDir::toNativeSeparators(path).toStdWString();
    const bool isSet =
        ConvertStringSecurityDescriptorToSecurityDescriptorW(words, SDDL_REVISION_1, &descriptor, nullptr) &&
        GetSecurityDescriptorDacl(descriptor, &isPresent, &list, &isDefault) &&
        SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                              DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                              nullptr, list, nullptr) == ERROR_SUCCESS;
    LocalFree(descriptor);
    return isSet;
}

void TestAccessList::init()
{
    m_parent = std::make_unique<QTemporaryDir>();
    m_folder = m_parent->filePath(u"张三"_s);
    // qputenv() takes the code page of the process, which may have no Chinese.
    QCOMPARE(_wputenv_s(L"KICKDESK_DATA_DIR", m_folder.toStdWString().c_str()), 0);
}

void TestAccessList::newFolderIsSilent()
{
    for (int start = 0; start < 3; ++start) {
        QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
        QFile journal(DataFolder::journalFile());
        QVERIFY(journal.open(QIODevice::WriteOnly));
    }
}

void TestAccessList::whatOthersCanReadIsClosedOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u""_s;
    QTest::newRow("file") << u"journal.db"_s;
}

void TestAccessList::whatOthersCanReadIsClosedOnce()
{
    QFETCH(QString, name);
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    const QString path = name.isEmpty() ? m_folder : QDir(m_folder).filePath(name);
    if (!name.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(setList(path, L"D:P(A;OICI;FA;;;WD)"));
    QVERIFY(AccessList::isOpenToOthers(path));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Repaired);
    QVERIFY(!AccessList::isOpenToOthers(path));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    QFile written(QDir(m_folder).filePath(u"journal.db"_s));
    QVERIFY2(written.open(QIODevice::ReadWrite), "closed to its own user");
}

void TestAccessList::whatIsMadeInAClosedFolderIsClosed()
{
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(AccessList::closeToOthers(m_folder));
    QFile file(QDir(m_folder).filePath(u"kickdesk.log"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!AccessList::isOpenToOthers(file.fileName()));
}

QTEST_GUILESS_MAIN(TestAccessList)
#include "tst_accesslist.moc"
