// SPDX-License-Identifier: Apache-2.0
#include "core/memorypools.h"

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
};

namespace {

constexpr int threads = 12;

/// How many pools the C library tells of.
qsizetype poolCount()
{
    char *text = nullptr;
    std::size_t size = 0;
    std::FILE *stream = open_memstream(&text, &size);
    malloc_info(0, stream);
    std::fclose(stream);
    const QByteArray told(text, static_cast<qsizetype>(size));
    std::free(text);
    return told.count("<heap nr=");
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

int main(int argc, char *argv[])
{
    MemoryPools::share();
    QCoreApplication application(argc, argv);
    TestMemoryPools test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_memorypools.moc"
