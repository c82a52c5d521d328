// SPDX-License-Identifier: Apache-2.0
#include "core/program/memorypools.h"

#include <QByteArray>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

/// Many threads, few pools of memory.
class TestMemoryPools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsShareThem();
    void whatIsFreeGoesBack();
};

namespace {

constexpr int threads = 12;

/// What the C library tells of its pools, as XML.
QByteArray pools()
{
    char *text = nullptr;
    std::size_t size = 0;
    std::FILE *stream = open_memstream(&text, &size);
    malloc_info(0, stream);
    std::fclose(stream);
    QByteArray told(text, static_cast<qsizetype>(size));
    std::free(text);
    return told;
}

qsizetype poolCount()
{
    return pools().count("<heap nr=");
}

/// Bytes that the system has given to all pools together, without blocks of their own.
qint64 systemBytes()
{
    const QByteArray told = pools();
    const QByteArray name = "<system type=\"current\" size=\"";
    const qsizetype at = told.lastIndexOf(name) + name.size();
    return told.sliced(at, told.indexOf('"', at) - at).toLongLong();
}

} // namespace

void TestMemoryPools::threadsShareThem()
{
    std::counting_semaphore<threads> ready(0);
    std::counting_semaphore<threads> end(0);
    std::vector<std::thread> running;
    running.reserve(threads);
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&ready, &end] {
            const auto memory = std::make_unique<std::vector<char>>(5000);
            ready.release();
            end.acquire();
        });
    }
    for (int i = 0; i < threads; ++i)
        ready.acquire();
    const qsizetype pools = poolCount();
    for (int i = 0; i < threads; ++i)
        end.release();
    for (std::thread &thread : running)
        thread.join();
    QVERIFY(pools >= 1);
    QVERIFY2(pools <= 2, qPrintable(QString::number(pools)));
}

void TestMemoryPools::whatIsFreeGoesBack()
{
    constexpr std::size_t large = 16 << 20;
    constexpr int pieces = 16 << 10;
    // A large block that is freed raises the bounds of the C library.
    std::make_unique<std::vector<char>>(large).reset();
    const qint64 before = systemBytes();
    qint64 used = 0;
    std::thread thread([&used] {
        std::vector<std::vector<char>> memory;
        memory.reserve(pieces);
        for (int piece = 0; piece < pieces; ++piece)
            memory.emplace_back(std::size_t{1000});
        used = systemBytes();
    });
    thread.join();
    QVERIFY(used - before > 15'000'000);
    QVERIFY2(systemBytes() - before < 4'000'000, qPrintable(QString::number(systemBytes() - before)));
}

int main(int argc, char *argv[])
{
    MemoryPools::share();
    QCoreApplication application(argc, argv);
    TestMemoryPools test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_memorypools.moc"
