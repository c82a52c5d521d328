// SPDX-License-Identifier: Apache-2.0
#include "core/sha256.h"

#include <QCryptographicHash>
#include <QTest>

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheStandardSays_data();
    void isWhatTheStandardSays();
    void everyLengthIsAsQtHasIt();
};

void TestSha256::isWhatTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("digest");

    // The examples that NIST has published with FIPS 180-4.
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray("abc")
                               << QByteArray(
                                      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray(
                                       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void TestSha256::isWhatTheStandardSays()
{
    QFETCH(QByteArray, data);
    QFETCH(QByteArray, digest);
    QCOMPARE(Sha256::hex(data), digest);
}

void TestSha256::everyLengthIsAsQtHasIt()
{
    QByteArray data;
    for (int length = 0; length < 300; ++length) {
        QCOMPARE(Sha256::hex(data), QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
        data.append(static_cast<char>(length * 7));
    }
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
