// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/pace/requestgate.h"
#include "kick/run/listrunboard.h"
#include "kick/run/listrunend.h"
#include "kick/run/listrunopening.h"
#include "kick/run/listverifier.h"
#include "kick/run/userreadahead.h"
#include "kick/session.h"
#include "kick/single/kickvalues.h"
#include "kick/single/retryrules.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class KickTask;

/// Runs one list: some users at a time, every request through one gate, every step in the journal before the
/// next. A user whose server was only slow is repeated, one whose result is unknown is checked first, and all
/// repeats together are a tenth of the list at most. A list that ends early can be resumed, by this or
/// another process.
class ListRunner : public QObject
{
    Q_OBJECT

public:
    /// Told about every user that is done; in the runner's thread.
    using ItemSink = std::function<void(const ListItem &, const KickResult &)>;

    /// @p session must outlive the runner, which can be used once.
    ListRunner(Session *session, std::shared_ptr<ListRunBoard> board, QObject *parent = nullptr);
    ~ListRunner() override;

    void setItemSink(ItemSink sink) { m_sink = std::move(sink); }

    /// Each ends with finished().
    void start(ListRunWish wish);
    /// @p jobId 0 stands for the newest list that has not come to its end.
    void resume(qint64 jobId);
    void retry(qint64 jobId);

    /// Nothing new is sent; what was sent is checked.
    void pause();
    /// Goes on after pause(), or after the first users.
    void goOn();
    /// Nothing new is sent; finished() follows when what is on the wire has been answered.
    void stop();
    /// Does not wait for that: what is on the wire is unknown.
    void abandon();

Q_SIGNALS:
    void finished(const ListRunEnd &end);
    /// The first users are done; goOn() or stop() is waited for.
    void canaryEnded();

private:
    struct Live
    {
        ListItem item;
        QPointer<KickTask> task;
        ListRunPhase phase = ListRunPhase::Queued;
    };

    void begin(const Result<OpenedListRun> &opened);
    void fill();
    bool mayStartMore() const;
    void startItem(const ListItem &item);
    void noteProgress(qint64 position, const KickProgress &progress);
    void endItem(qint64 position, const KickResult &result);
    void show(const ListItem &item, const KickResult &result);
    bool isCanaryOver() const;
    void endCanary();
    void leaveCanary();
    bool isCanaryGood() const;
    void halt(const Error &error);
    void stopRuns();
    void endIfDone();
    void conclude(const JournalJobChange &change);
    void end();
    void tick();
    bool takeRepeat();
    RetryRules rules();

    Session *m_session;
    std::shared_ptr<ListRunBoard> m_board;
    ItemSink m_sink;
    ListReader m_reader;
    std::unique_ptr<RequestGate> m_gate;
    std::unique_ptr<ListVerifier> m_verifier;
    QTimer m_tick;
    int m_ticks = 0;

    QPointer<PendingCall> m_opening;
    ListRecord m_record;
    std::shared_ptr<ListLock> m_lock;
    std::unique_ptr<UserReadAhead> m_window;
    QHash<qint64, Live> m_live;
    bool m_isPaused = false;
    bool m_isAsking = false;
    bool m_isStopping = false;
    bool m_isEnded = false;
    bool m_isProofForbidden = false;
    qint64 m_leftOpen = 0;
    qint64 m_repeats = 0;
    ListRunEnd m_end;
};
