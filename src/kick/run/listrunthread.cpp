// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunthread.h"

#include <QMetaObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

/// Lives in the host's thread, and so does everything that it makes.
class JobHost::Worker : public QObject
{
public:
    Worker(Parts parts, std::shared_ptr<JobBoard> board, JobHost *host)
        : m_parts(std::move(parts))
        , m_board(std::move(board))
        , m_host(host)
    {
    }

    Runner *runner()
    {
        if (!m_runner)
            open();
        return m_runner.get();
    }

private:
    void open()
    {
        m_journal = std::make_unique<Journal>(m_parts.journalFile);
        m_session = std::make_unique<Session>(m_parts.profile, m_parts.credentials, m_journal.get(),
                                              std::exchange(m_parts.log, {}), Session::Traffic::Many);
        m_session->setLanguage(m_parts.language);
        connect(m_session->client(), &Client::answered, this, &Worker::note);
        m_runner = std::make_unique<Runner>(m_session.get(), m_board);
        // The host has not gone before its thread has ended.
        connect(m_journal.get(), &Journal::noticed, m_host, &JobHost::journalNoticed);
        connect(m_runner.get(), &Runner::canaryEnded, m_host, &JobHost::canaryEnded);
        connect(m_runner.get(), &Runner::finished, m_host,
                [host = m_host](const JobEnd &end) { Q_EMIT host->finished(end); });
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
    std::shared_ptr<JobBoard> m_board;
    JobHost *m_host;
    bool m_isNoted = false;
    std::optional<ErrorCode> m_lastCode;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Runner> m_runner;
};

JobHost::JobHost(const Parts &parts, QObject *parent)
    : QObject(parent)
{
    auto board = std::make_shared<JobBoard>();
    m_board = board;
    m_worker = new Worker(parts, std::move(board), this);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"list"_s);
    m_thread.start();
}

JobHost::~JobHost()
{
    m_thread.quit();
    m_thread.wait();
}

void JobHost::post(const std::function<void(Runner *)> &work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work] { work(worker->runner()); }, Qt::QueuedConnection);
}

void JobHost::start(JobWish wish)
{
    // No other holds it when the runner takes it.
    post([shared = std::make_shared<JobWish>(std::move(wish))](Runner *runner) {
        runner->start(std::exchange(*shared, {}));
    });
}

void JobHost::resume(qint64 jobId)
{
    post([jobId](Runner *runner) { runner->resume(jobId); });
}

void JobHost::retry(qint64 jobId)
{
    post([jobId](Runner *runner) { runner->retry(jobId); });
}

void JobHost::pause()
{
    post([](Runner *runner) { runner->pause(); });
}

void JobHost::goOn()
{
    post([](Runner *runner) { runner->goOn(); });
}

void JobHost::stop()
{
    post([](Runner *runner) { runner->stop(); });
}

void JobHost::abandon()
{
    post([](Runner *runner) { runner->abandon(); });
}
