// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/connectionprobe.h"
#include "kick/doctor/doctortypes.h"
#include "kick/doctor/permissionprobe.h"

#include <QObject>

#include <memory>

class Session;

/// Examines the connection of a session step by step, with reads only: is the host reached, who answers, is
/// the key good, and what may it do.
class Doctor : public QObject
{
    Q_OBJECT

public:
    /// @p session must outlive the doctor; its language is that of the server's messages.
    explicit Doctor(Session *session, QObject *parent = nullptr);
    ~Doctor() override;

    /// Starts from the beginning; finished() follows unless abort() comes first.
    void start();

    /// Ends at once; what was not examined is skipped. finished() follows.
    void abort();

    bool isRunning() const { return m_context != nullptr; }

    /// One row for each of DoctorChecks::all(), in that order.
    const QList<DoctorRow> &rows() const { return m_rows; }

    /// Everything found, as plain text for a ticket, in the program's language and without secrets.
    QString report() const;

Q_SIGNALS:
    /// Row @p index has changed.
    void checkChanged(int index);
    /// Nothing more will change.
    void finished();

private:
    void next();
    void run(DoctorCheck check);
    void lookUp();
    void connectToHost();
    void startTls();
    void tryKey();
    void readClock();
    void provePool();
    void tryPermission(DoctorCheck check);

    DoctorRow &current() { return m_rows[m_at]; }
    void pass();
    void settle(DoctorState state, DoctorReason reason = DoctorReason::None);
    void end(DoctorState state, DoctorReason reason = DoctorReason::None);
    void endWith(const Error &error);
    void skipRest(DoctorReason reason);

    Session *m_session;
    QList<DoctorRow> m_rows;
    qsizetype m_at = 0;
    /// What the calls under way live by; null while nothing runs.
    std::unique_ptr<QObject> m_context;
    std::unique_ptr<ConnectionProbe> m_probe;
    /// Whom and what the permissions are tried with.
    PermissionSubject m_subject;
};
