// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/watchedvfs.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QString>

/// A disk that remembers what was synced: at a chosen change it stops, and what survives is what was synced
/// and an arbitrary part of the rest. For WatchedVfs.
class PowerCut : public VfsWatcher
{
public:
    /// Cuts at the @p number-th change (from 1): write, truncation, sync or deletion. 0 never does.
    explicit PowerCut(int number = 0)
        : m_left(number)
    {
    }

    VfsVerdict judge(const VfsCall &call) override;

    bool isOff() const;
    /// Changes so far, with the one at which it was cut.
    int changes() const;

    /// What is left of the rest.
    enum class Rest {
        Nothing,
        /// Any of the sectors of each write; what was not written is zero or garbage.
        Some,
        Everything,
    };
    /// Writes the files as they are found afterwards to @p folder, under their names. @p seed decides what is
    /// left.
    bool writeSurvivors(const QString &folder, Rest rest, quint32 seed) const;

private:
    struct Change
    {
        qint64 offset = 0;
        /// Null for a truncation at offset.
        QByteArray bytes;
    };
    struct Image
    {
        QByteArray synced;
        QList<Change> changes;
        /// Made by SQLite, which syncs the folder with the first sync of such a file.
        bool isNew = false;
        bool isDeleted = false;
    };

    static void apply(const Change &change, QByteArray *bytes);
    Image &imageOf(const char *file);
    void note(const VfsCall &call);
    /// What was deleted stays so.
    void syncFolder();

    mutable QMutex m_mutex;
    int m_left;
    int m_changes = 0;
    bool m_isOff = false;
    /// By full path.
    QMap<QByteArray, Image> m_images;
};
