// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunthread.h"

#include <QMetaObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

/// Lives in the host's thread, and so does everything that it makes.
class ListRunThread::Worker : public QObject
{
public:
    Worker(Parts parts, std::shared_ptr<ListRunBoard> board, ListRunThread *host)
        : m_parts(std::move(parts))
        , m_board(std::move(board))
        , m_host(host)
    {
    }

    ListRunner *runner()
    {
        if (!m_listRunner)
            open();
        return m_listRunner.get();
    }

private:
    void open()
    {
        m_journal = std::make_unique<Journal>(m_parts.journalFile);
        m_session = std::make_unique<Session>(m_parts.profile, m_parts.credentials, m_journal.get(),
                                              std::exchange(m_parts.log, {}), Session::Traffic::Many);
        m_session->setLanguage(m_parts.language);
        connect(m_session->client(), &Client::answered, this, &Worker::note);
        m_listRunner = std::make_unique<ListRunner>(m_session.get(), m_board);
        // The host has not gone before its thread has ended.
        connect(m_journal.get(), &Journal::noticed, m_host, &ListRunThread::journalNoticed);
        connect(m_listRunner.get(), &ListRunner::canaryEnded, m_host, &ListRunThread::canaryEnded);
        connect(m_listRunner.get(), &ListRunner::finished, m_host,
                [host = m_host](const ListRunEnd &end) { Q_EMIT host->finished(end); });
    }

    /// A list has hundreds of answers a second: only another kind of answer is news.
    void note(const std::optional<Error> &error)
    {
        const auto code = error ? std::optional(error->code) : std::nullopt;
        if (std::exchange(m_isNoted, true) && code == m_lastCode)
            return;
        m_lastCode = code;
        Q_EMIT m_host->answered(error);
    }

    Parts m_parts;
    std::shared_ptr<ListRunBoard> m_board;
    ListRunThread *m_host;
    bool m_isNoted = false;
    std::optional<ErrorCode> m_lastCode;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ListRunner> m_listRunner;
};

ListRunThread::ListRunThread(const Parts &parts, QObject *parent)
    : QObject(parent)
{
    auto board = std::make_shared<ListRunBoard>();
    m_board = board;
    m_worker = new Worker(parts, std::move(board), this);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"list"_s);
    m_thread.start();
}

ListRunThread::~ListRunThread()
{
    m_thread.quit();
    m_thread.wait();
}

void ListRunThread::post(const std::function<void(ListRunner *)> &work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work] { work(worker->runner()); }, Qt::QueuedConnection);
}

void ListRunThread::start(ListRunWish wish)
{
    // No other holds it when the runner takes it.
    post([shared = std::make_shared<ListRunWish>(std::move(wish))](ListRunner *runner) {
        runner->start(std::exchange(*shared, {}));
    });
}

void ListRunThread::resume(qint64 jobId)
{
    post([jobId](ListRunner *runner) { runner->resume(jobId); });
}

void ListRunThread::retry(qint64 jobId)
{
    post([jobId](ListRunner *runner) { runner->retry(jobId); });
}

void ListRunThread::pause()
{
    post([](ListRunner *runner) { runner->pause(); });
}

void ListRunThread::goOn()
{
    post([](ListRunner *runner) { runner->goOn(); });
}

void ListRunThread::stop()
{
    post([](ListRunner *runner) { runner->stop(); });
}

void ListRunThread::abandon()
{
    post([](ListRunner *runner) { runner->abandon(); });
}
