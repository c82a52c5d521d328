// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/logevent.h"
#include "store/files/fileidentity.h"

#include <QFile>
#include <QMutex>

#include <memory>
#include <optional>

/// The log for support: kickdesk.log in the data folder, which both programs write, one line an event. It is
/// readable by its owner only, holds at most 1 MB, and three older ones stand beside it (kickdesk.1.log is
/// the youngest). What can be written is what a LogEvent can hold. Copies share the open file; thread-safe.
class LogFile
{
public:
    static constexpr qint64 maximumSize = qint64{1} * 1000 * 1000;
    static constexpr int maximumOldFiles = 3;

    /// kickdesk.log in the data folder.
    LogFile();
    /// @p file is the path of the newest file, with the suffix "log".
    explicit LogFile(QString file);

    /// Appends the time in UTC and @p event. Where that cannot be done nothing happens: a log must not stop
    /// the work.
    void write(const LogEvent &event) const;

    /// True when the file can be written; makes it where it is not there.
    bool isUsable() const;

    const QString &file() const { return m_file; }
    /// The older file at @p place, from 1.
    QString oldFile(int place) const;

private:
    /// The file that is open, which another process may have put aside meanwhile.
    struct Open
    {
        QMutex mutex;
        QFile file;
        std::optional<FileIdentity> identity;
    };

    bool open() const;
    void rotate() const;

    QString m_file;
    std::shared_ptr<Open> m_open = std::make_shared<Open>();
};
