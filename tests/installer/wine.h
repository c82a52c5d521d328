// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "installer/command.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// A new Windows for a test, without a screen. It goes with the object; the log of what was run in it stays.
class Wine
{
public:
    /// Two versions of the programs that only differ in one file, as tst_windowspackages leaves them.
    static constexpr QLatin1StringView older{"1.2.3"};
    static constexpr QLatin1StringView newer{"1.3.0"};

    /// @p name is that of the log in the build tree.
    explicit Wine(const QString &name);
    ~Wine();

    Q_DISABLE_COPY_MOVE(Wine)

    /// Why there is none; empty when it is ready. Takes some seconds.
    QByteArray make();

    /// Has @p release, such as "win7", stand for the release of Windows.
    void pretend(const QString &release);

    /// Runs a command line of Windows to its end; the exit code with all its bits.
    int run(const QString &commandLine);
    /// Starts a program that says when it runs and goes on until endOf() is called for it.
    std::unique_ptr<QProcess> start(const QString &program);
    static bool endOf(QProcess *process);

    /// The text of a value of the registry, of the default one without @p name; null when there is none.
    QString value(const QString &key, const QString &name = {});
    /// @p type is as the registry writes it, such as "REG_SZ".
    void setValue(const QString &key, const QString &name, const QString &type, const QString &text);

    void removeKey(const QString &key);

    /// Where @p path, such as "C:/Program Files", is for us.
    QString local(const QString &path) const;
    /// The folder of the user, as Windows writes it.
    QString home() const;
    /// Every file below @p path, as paths relative to it, sorted.
    QStringList files(const QString &path) const;
    /// The shortcuts to the program in the Start menus, as paths on drive C.
    QStringList startMenuEntries() const;
    /// Writes a file of the user's own and its folder.
    bool write(const QString &path, const QByteArray &text = "mine") const;

    /// The package of @p version that ends with @p ending, as Windows writes it.
    static QString package(QLatin1StringView version, const QString &ending);
    /// A program that was built beside those of the packages, as Windows writes it.
    static QString built(const QString &program);
    /// The files that the packages of @p version hold.
    static QStringList staged(QLatin1StringView version);

private:
    CommandResult wine(const QStringList &arguments) const;
    void log(const QString &line);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QFile m_log;
};
