// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/applications.h"
#include "sandbox/pool/bitmap.h"
#include "sandbox/pool/clock.h"
#include "sandbox/pool/users.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <map>

namespace Simulated {

/// One row of a user's login history.
struct SignIn
{
    int app = 0;
    /// Milliseconds since 1970.
    qint64 time = 0;
    QByteArray clientIp;
    QByteArray userAgent;
};

/// Users, applications and the sessions between them. The sessions at the start are a pure function too;
/// stored is only what changed since.
class Pool
{
public:
    /// Lives no longer than @p clock.
    Pool(quint32 seed, quint32 users, int applications, const Clock &clock);

    Users &users() { return m_users; }
    const Users &users() const { return m_users; }
    const Applications &applications() const { return m_applications; }
    const Clock &clock() const { return m_clock; }

    /// 24 hex digits.
    QByteArray poolId() const;

    /// True when the user ever signed in to the application.
    bool hasUsed(quint32 user, int app) const;
    bool isOnline(quint32 user, int app) const;

    /// Newest first.
    QList<SignIn> signIns(quint32 user) const;
    qint64 signInCount(quint32 user) const;
    /// Milliseconds since 1970; 0 when the user never signed in.
    qint64 lastSignIn(quint32 user) const;

    void endSession(quint32 user, int app);
    /// Begins a session now, from a machine that the user never used.
    void signInAgain(quint32 user, int app);

    /// Everyone online in @p app.
    const Bitmap &onlineUsers(int app);

    /// At least @p applications, with the featured users online in all of them.
    void widen(int applications);

private:
    bool hadUsed(quint32 user, int app) const;
    bool wasOnline(quint32 user, int app) const;
    QList<int> usedApplications(quint32 user) const;
    qint64 initialSignInCount(quint32 user) const;
    qint64 initialSignInTime(quint32 user, qint64 number) const;
    void setOnline(quint32 user, int app, bool online);

    quint32 m_seed;
    int m_initialApplications;
    Users m_users;
    Applications m_applications;
    const Clock &m_clock;
    qint64 m_started;
    bool m_isWide = false;
    QHash<quint64, bool> m_changedSessions;
    QHash<quint32, QList<SignIn>> m_newSignIns;
    std::map<int, Bitmap> m_online;
};

} // namespace Simulated
