// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/streams.h"
#include "core/values/error.h"

#include <QJsonObject>
#include <QString>

/// Writes what a command has to say: text for people or JSON Lines on the standard output, diagnostics on the
/// standard error. Every line is written at once.
class Output
{
public:
    explicit Output(const Streams &streams)
        : m_streams(streams)
    {
    }

    /// With JSON, text() is silent; without it, object() is.
    void setJson(bool isJson) { m_isJson = isJson; }
    bool isJson() const { return m_isJson; }

    /// One or more lines for people.
    void text(const QString &text);

    /// One line of JSON.
    void object(const QJsonObject &object);

    /// One line that takes the place of the one before, where the diagnostics go to a terminal; nothing
    /// elsewhere.
    void progress(const QString &text);

    /// A line of diagnostics, or several. Characters that would steer the terminal are shown by name.
    void note(const QString &text);

    /// The sentence for @p error, and beside it its name, the server's codes and the request ID. @p about
    /// says what failed, in words; it may be empty.
    void error(const Error &error, const QString &about = {});

    /// True when the standard output could not be written: a full disk, a closed pipe.
    bool hasFailed() const { return m_hasFailed; }

private:
    void writeOut(const QByteArray &bytes);
    void clearProgress();

    Streams m_streams;
    bool m_isJson = false;
    bool m_hasFailed = false;
    /// Columns of the line that progress() has left there.
    qsizetype m_progressWidth = 0;
};
