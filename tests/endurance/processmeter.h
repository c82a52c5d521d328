// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>

/// What this process holds at one moment.
struct ProcessSample
{
    /// Memory that is this process's own, and its share of what it shares.
    qint64 proportionalKilobytes = 0;
    qint64 residentKilobytes = 0;
    /// What was asked of the C library and not given back: without what that keeps for later.
    qint64 usedKilobytes = 0;
    /// Descriptors but for sockets and for what follows.
    int files = 0;
    /// Descriptors of the journal: SQLite keeps those of closed connections for the next ones, as closing one
    /// would give up the locks of all.
    int journalFiles = 0;
    int sockets = 0;
    int threads = 0;

    static ProcessSample now(const QString &journalFile);

    /// Each figure the larger one of the two.
    void raiseTo(const ProcessSample &other);
};

/// The straight line through points, by least squares; keeps sums only, so that a long run does not measure
/// its own notes.
class Trend
{
public:
    void add(double x, double y);

    qint64 points() const { return m_points; }
    /// By how much y grows with each x; 0 for fewer than two points.
    double slope() const;

private:
    qint64 m_points = 0;
    double m_meanX = 0;
    double m_meanY = 0;
    double m_varianceX = 0;
    double m_covariance = 0;
};
