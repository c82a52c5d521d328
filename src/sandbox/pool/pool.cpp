// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/pool.h"

#include "sandbox/pool/mix.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace Simulated {

namespace {

enum Purpose : quint32 {
    Activity = 100,
    Presence,
    Machine,
    FirstApplication = 1000,
};

constexpr int featuredApplications = 10;
constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 1440 * minuteMs;
/// More cached sets than this are dropped and made again; each takes a bit a user.
constexpr size_t maximumCachedSets = 64;

constexpr std::array userAgents{
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 "
    "Safari/605.1.15",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile "
    "Safari/537.36",
};

constexpr auto strangerAgent =
    "Mozilla/5.0 (X11; OpenBSD amd64; rv:128.0) Gecko/20100101 Firefox/128.0 (never seen before)";
constexpr auto strangerIp = "192.0.2.66";

quint64 sessionKey(quint32 user, int app)
{
    return quint64{user} << 32 | static_cast<quint32>(app);
}

QByteArray clientIp(quint64 dice)
{
    constexpr std::array networks{"203.0.113.", "198.51.100.", "10.24.8."};
    return networks[static_cast<size_t>(dice % networks.size())] + QByteArray::number(1 + (dice >> 8) % 254);
}

} // namespace

Pool::Pool(quint32 seed, quint32 users, int applications, const Clock &clock)
    : m_seed(seed)
    , m_initialApplications(applications)
    , m_users(seed, users)
    , m_applications(seed, applications)
    , m_clock(clock)
    , m_started(clock.now())
{
}

QByteArray Pool::poolId() const
{
    return "62eaa95f" + QByteArray::number(Mix::hash(m_seed, 1) | quint64{1} << 63, 16);
}

bool Pool::hadUsed(quint32 user, int app) const
{
    if (m_users.isFeatured(user) && (app < featuredApplications || m_isWide))
        return true;
    if (!m_users.isFeatured(user) && m_users.dice(user, Activity) % 100 < 6)
        return false;
    return m_users.dice(user, FirstApplication + static_cast<quint32>(app)) % 100 < 35;
}

bool Pool::wasOnline(quint32 user, int app) const
{
    if (m_users.isFeatured(user) && (app < featuredApplications || m_isWide))
        return true;
    return m_users.dice(user, Presence) % 100 < 40 && m_users.isActivated(user) && hadUsed(user, app) &&
           (m_users.dice(user, FirstApplication + static_cast<quint32>(app)) >> 32) % 100 < 50;
}

bool Pool::hasUsed(quint32 user, int app) const
{
    return hadUsed(user, app) ||
           std::ranges::any_of(m_newSignIns.value(user), [app](const SignIn &row) { return row.app == app; });
}

bool Pool::isOnline(quint32 user, int app) const
{
    const auto changed = m_changedSessions.constFind(sessionKey(user, app));
    return changed == m_changedSessions.cend() ? wasOnline(user, app) : changed.value();
}

QList<int> Pool::usedApplications(quint32 user) const
{
    QList<int> result;
    for (int app = 0; app < m_applications.count(); ++app) {
        if (hadUsed(user, app))
            result.append(app);
    }
    return result;
}

qint64 Pool::initialSignInCount(quint32 user) const
{
    const auto used = static_cast<qint64>(usedApplications(user).size());
    // Every application in use has at least one row.
    return used == 0 ? 0 : used + static_cast<qint64>(m_users.dice(user, Activity) >> 16) % 30;
}

qint64 Pool::initialSignInTime(quint32 user, qint64 number) const
{
    const quint64 dice = m_users.dice(user, Activity) >> 24;
    const bool isRecent = m_users.isFeatured(user) || m_users.dice(user, Presence) % 100 < 40;
    const qint64 newest = static_cast<qint64>(dice % (isRecent ? 8 * 60 : 30 * 1440)) * minuteMs + 90'000;
    const qint64 spacing = dayMs / 4 + static_cast<qint64>(dice >> 12) % dayMs;
    const auto jitter =
        static_cast<qint64>(m_users.dice(user, Machine + static_cast<quint32>(number) * 7) % (dayMs / 5));
    return m_started - newest - number * spacing - (number == 0 ? 0 : jitter);
}

qint64 Pool::signInCount(quint32 user) const
{
    return initialSignInCount(user) + m_newSignIns.value(user).size();
}

qint64 Pool::lastSignIn(quint32 user) const
{
    const auto added = m_newSignIns.constFind(user);
    if (added != m_newSignIns.cend())
        return added->constFirst().time;
    return initialSignInCount(user) == 0 ? 0 : initialSignInTime(user, 0);
}

QList<SignIn> Pool::signIns(quint32 user) const
{
    QList<SignIn> result = m_newSignIns.value(user);
    const QList<int> used = usedApplications(user);
    const qint64 count = initialSignInCount(user);
    for (qint64 i = 0; i < count; ++i) {
        const quint64 dice = m_users.dice(user, Machine + static_cast<quint32>(i % 3));
        result.append({.app = used.at(i % used.size()),
                       .time = initialSignInTime(user, i),
                       .clientIp = clientIp(dice >> 8),
                       .userAgent = userAgents[static_cast<size_t>(dice % userAgents.size())]});
    }
    return result;
}

void Pool::setOnline(quint32 user, int app, bool online)
{
    if (isOnline(user, app) == online)
        return;
    m_changedSessions.insert(sessionKey(user, app), online);
    const auto cached = m_online.find(app);
    if (cached == m_online.end())
        return;
    if (online)
        cached->second.set(user);
    else
        cached->second.clear(user);
}

void Pool::endSession(quint32 user, int app)
{
    setOnline(user, app, false);
}

void Pool::signInAgain(quint32 user, int app)
{
    setOnline(user, app, true);
    m_newSignIns[user].prepend(
        {.app = app, .time = m_clock.now(), .clientIp = strangerIp, .userAgent = strangerAgent});
}

const Bitmap &Pool::onlineUsers(int app)
{
    const auto cached = m_online.find(app);
    if (cached != m_online.end())
        return cached->second;
    if (m_online.size() >= maximumCachedSets)
        m_online.clear();
    Bitmap online(m_users.count());
    for (quint32 user = 0; user < m_users.count(); ++user) {
        if (isOnline(user, app))
            online.set(user);
    }
    return m_online.emplace(app, std::move(online)).first->second;
}

void Pool::widen(int applications)
{
    const int count = std::max(applications, m_initialApplications);
    m_isWide = applications > 0;
    m_applications = Applications(m_seed, count);
    m_online.clear();
}

} // namespace Simulated
