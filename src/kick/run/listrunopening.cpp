// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunopening.h"

#include "core/plan/listplancheck.h"
#include "kick/session.h"
#include "kick/single/admission.h"
#include "kick/single/kickjournal.h"
#include "store/journal/listsourcefile.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Users that are written down, or opened again, in one transaction.
constexpr int chunk = 500;

/// They stand by the time that the list is written down and its first users have been tried.
void prepareConnections(Session *session, const ListRecord &record)
{
    const int wished = record.options.maximumInFlight;
    session->prepare(wished > 0 ? std::min<qint64>(wished, record.total) : record.total);
}

class Writing : public PendingAnswer<Result<OpenedListRun>>
{
public:
    Writing(Session *session, ListRunWish wish, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_session(session)
        , m_wish(std::move(wish))
    {
        // The token tells which pool answers.
        session->authenticator()->prepare(this, [this](const std::optional<Error> &error) {
            if (error)
                finish(*error);
            else if (const auto problem = ListRunOpenings::problem(m_wish, m_session))
                finish(*problem);
            else
                begin();
        });
    }

private:
    void begin()
    {
        ListRecord &record = m_opened.record;
        record.job = KickJournal::job(m_session->profile(), m_session->authenticator()->poolId(),
                                      m_wish.ticket, m_wish.reason);
        record.options = m_wish.options;
        record.options.scope = m_wish.plan.scope;
        record.options.proof = ProofModes::decided(record.options.proof, questions());
        if (m_wish.plan.items.size() <= ListRunOpenings::longestWithoutCanary)
            record.options.canary = Canary::None;
        record.total = m_wish.plan.items.size();
        prepareConnections(m_session, record);
        m_session->journal()->beginList(
            record.job, record.options, record.total, this, [this](const Result<JournalReceipt> &written) {
                if (!written) {
                    finish(written.error());
                    return;
                }
                m_opened.record.jobId = written->key.jobId;
                const auto lock = ListLock::take(m_session->journal()->file(), written->key.jobId);
                if (!lock) {
                    finish(lock.error());
                    return;
                }
                m_opened.lock = *lock;
                writeMore();
            });
    }

    /// How many questions about one application of one user would prove everybody.
    qint64 questions() const
    {
        qint64 result = 0;
        for (const ListPlanItem &item : m_wish.plan.items)
            result += item.target.appIds.size();
        return result;
    }

    void writeMore()
    {
        const qsizetype end = std::min(m_written + chunk, m_wish.plan.items.size());
        if (m_written == end) {
            // Saved before the first request, so that it is there after a crash.
            if (m_wish.source)
                m_opened.isSourceLost = !ListSourceFiles::save(m_session->journal()->file(),
                                                               m_opened.record.jobId, m_wish.source());
            open();
            return;
        }
        QList<JournalItem> items;
        for (; m_written < end; ++m_written)
            items.append(item(m_written));
        m_session->journal()->addItems(m_opened.record.jobId, items, this,
                                       [this](const Result<JournalReceipt> &receipt) {
                                           if (receipt)
                                               writeMore();
                                           else
                                               finish(receipt.error());
                                       });
    }

    JournalItem item(qsizetype position) const
    {
        const ListPlanItem item = m_wish.plan.items.at(position);
        return {.target = item.target, .position = position, .sourceRow = item.row, .sourceFile = item.file};
    }

    void open()
    {
        const JournalJobChange change{.jobId = m_opened.record.jobId,
                                      .state = JobState::Open,
                                      .canary = m_opened.record.options.canary};
        m_session->journal()->recordJob(change, this, [this](const Result<JournalReceipt> &written) {
            m_opened.record.state = JobState::Open;
            finish(written ? Result<OpenedListRun>(m_opened) : written.error());
        });
    }

    Session *m_session;
    ListRunWish m_wish;
    qsizetype m_written = 0;
    OpenedListRun m_opened;
};

class Opening : public PendingAnswer<Result<OpenedListRun>>
{
public:
    Opening(Session *session, ListReader *reader, qint64 jobId, ListRunOpenings::Purpose purpose,
            QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_session(session)
        , m_reader(reader)
        , m_jobId(jobId)
        , m_purpose(purpose)
    {
        session->authenticator()->prepare(this, [this](const std::optional<Error> &error) {
            if (error)
                finish(*error);
            else
                read();
        });
    }

private:
    void read()
    {
        const auto take = [this](const Result<ListRecord> &record) {
            if (record)
                takeRecord(*record);
            else
                finish(record.error());
        };
        if (m_jobId == 0 && m_purpose == ListRunOpenings::Purpose::GoOn)
            m_reader->newestUnfinished(this, take);
        else
            m_reader->job(m_jobId, this, take);
    }

    void takeRecord(const ListRecord &record)
    {
        const bool isToGoOn = m_purpose == ListRunOpenings::Purpose::GoOn;
        if (record.jobId == 0 || record.state == JobState::Writing ||
            (isToGoOn && record.state == JobState::Finished)) {
            finish(Error{.code = ErrorCode::ListNotFound,
                         .detail = ServerText(m_jobId == 0 ? QString() : QString::number(m_jobId))});
            return;
        }
        if (const auto error = ListRunOpenings::problem(record.job, m_session)) {
            finish(*error);
            return;
        }
        const auto lock = ListLock::take(m_session->journal()->file(), record.jobId);
        if (!lock) {
            finish(lock.error());
            return;
        }
        m_opened.record = record;
        m_opened.lock = *lock;
        prepareConnections(m_session, record);
        m_session->journal()->recordLost(record.jobId, this, [this](const Result<JournalReceipt> &written) {
            if (!written)
                finish(written.error());
            else if (m_purpose == ListRunOpenings::Purpose::RetryFailed)
                reopenMore();
            else
                open();
        });
    }

    void reopenMore()
    {
        m_session->journal()->reopen(m_opened.record.jobId, chunk, this,
                                     [this](const Result<JournalReceipt> &written) {
                                         if (!written)
                                             finish(written.error());
                                         else if (written->count > 0)
                                             reopenMore();
                                         else
                                             open();
                                     });
    }

    void open()
    {
        ListRecord &record = m_opened.record;
        // Who goes on after the first users has seen their results.
        const bool isDecided = record.state == JobState::Halted && record.haltedBy == ErrorCode::CanaryFailed;
        if (isDecided || m_purpose == ListRunOpenings::Purpose::RetryFailed)
            record.options.canary = Canary::None;
        const JournalJobChange change{
            .jobId = record.jobId, .state = JobState::Open, .canary = record.options.canary};
        m_session->journal()->recordJob(change, this, [this](const Result<JournalReceipt> &written) {
            if (written)
                readRows();
            else
                finish(written.error());
        });
    }

    void readRows()
    {
        m_opened.record.state = JobState::Open;
        m_reader->rows(m_opened.record.jobId, this, [this](const Result<QList<ListRunRow>> &rows) {
            if (!rows) {
                finish(rows.error());
                return;
            }
            m_opened.rows = *rows;
            finish(m_opened);
        });
    }

    Session *m_session;
    ListReader *m_reader;
    qint64 m_jobId;
    ListRunOpenings::Purpose m_purpose;
    OpenedListRun m_opened;
};

} // namespace

std::optional<Error> ListRunOpenings::problem(const ListRunWish &wish, Session *session)
{
    const ListPlan &plan = wish.plan;
    if (auto error = Admission::overCap(plan.items.size(), wish.options.cap))
        return error;
    if (auto error = Admission::missing(session->profile(), wish.ticket, wish.reason))
        return error;
    return ListPlans::problem(plan, session->profile(), session->authenticator()->poolId(),
                              QDateTime::currentDateTimeUtc());
}

/// Two servers may have pools with one ID, as all sandboxes have. Where the pool is not proved on both sides,
/// the key stands for it.
std::optional<Error> ListRunOpenings::problem(const JournalJob &list, Session *session)
{
    const Profile &profile = session->profile();
    const QString poolId = session->authenticator()->poolId();
    const bool areProved = !list.poolId.isEmpty() && !poolId.isEmpty();
    const bool isOfThisPool = areProved ? list.poolId == poolId : list.keyId == profile.keyId;
    if (isOfThisPool && list.host == profile.host.toString())
        return {};
    QStringList place{list.profile, list.host, list.poolId.isEmpty() ? list.keyId : list.poolId};
    place.removeAll(QString());
    return Error{.kind = ErrorKind::Halted,
                 .code = ErrorCode::ListOfOtherPool,
                 .detail = ServerText(place.join(u", "_s))};
}

PendingCall *ListRunOpenings::write(Session *session, ListRunWish wish, QObject *context,
                                    ResultHandler<OpenedListRun> handler)
{
    return new Writing(session, std::move(wish), context, std::move(handler));
}

PendingCall *ListRunOpenings::open(Session *session, ListReader *reader, qint64 jobId, Purpose purpose,
                                   QObject *context, ResultHandler<OpenedListRun> handler)
{
    return new Opening(session, reader, jobId, purpose, context, std::move(handler));
}
