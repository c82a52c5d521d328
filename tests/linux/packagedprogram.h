// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

/// The programs of a package that was unpacked, with a data folder of their own.
class PackagedProgram
{
public:
    /// @p folder holds both programs.
    explicit PackagedProgram(QString folder);
    ~PackagedProgram();
    Q_DISABLE_COPY_MOVE(PackagedProgram)

    /// Kicks the first user of the sandbox everywhere; the JSON object that tells what came of it.
    QByteArray kick() const;

    /// Starts the window on the sandbox, without a display.
    void startWindow();
    /// True once the window has asked its sandbox for something.
    bool isWorking() const;
    qint64 windowProcessId() const { return m_window.processId(); }
    QByteArray windowOutput() { return m_window.readAll(); }

private:
    QString m_folder;
    QTemporaryDir m_data;
    QProcess m_window;
};
