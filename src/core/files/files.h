// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

/// The one door to files: what people name is read and written, and what the program keeps for itself is
/// made, with the same care everywhere. Devices are never read, and pipes only where a list may come through
/// one; nothing is written over the program's own files; rights are changed of files only that this program
/// made.
namespace Files {

/// The folder in which the program keeps its own files: the one that KICKDESK_DATA_DIR names, else `data`
/// beside the program where a file `portable` is there too, else the platform's application data folder.
QString ownFolder();

/// True when @p file lies in the own folder, under whatever name it is reached, or leads there as a link.
bool isInOwnFolder(const QString &file);

/// Where something may be read from. Links are followed.
enum class Source {
    /// Never waits.
    RegularFile,
    /// Waits for the program that writes into the pipe.
    FileOrPipe,
};

/// Opens @p name to read. False for everything that is not such a source. As with QFile::open() of a handle,
/// QFile::fileName() does not tell the name while it is open.
bool openToRead(QFile *file, const QString &name, Source source = Source::RegularFile);

struct Content
{
    enum class State {
        Complete,
        Missing,
        TooLarge,
        /// Also what is not such a source: a folder, a socket, a device.
        Unreadable,
    };
    State state = State::Unreadable;
    /// Complete only.
    QByteArray bytes;
};

/// All of @p file, where that is @p maximum bytes at most.
Content read(const QString &file, qint64 maximum, Source source = Source::RegularFile);

/// True when @p file is a regular file of this user, no link and under no second name: one that may be
/// changed. On Windows the rights of the folder stand for the owner.
bool isOurs(const QString &file);

/// Opens @p name, one of the program's own files, to change it, and makes it (0600) where it is missing;
/// keeps what is in it. False for what is not ours, such as a link. QFile::fileName() as with openToRead().
bool openOwn(QFile *file, const QString &name, QIODevice::OpenMode mode);

/// Makes the empty own file @p name (0600). False when something has that name, or when it cannot be made.
bool makeOwn(const QString &name);

/// Makes @p name, one of the program's own files (0600), hold @p bytes: all of them or, when that failed,
/// what it held before.
bool replaceOwn(const QString &name, const QByteArray &bytes);

/// Takes away what others could do with the own file @p name. True when they could do something.
bool closeToOthers(const QString &name);

/// How a folder of the program was found.
enum class Folder {
    Private,
    /// Others could do something in it, and no longer can.
    Closed,
    OfAnotherUser,
};

/// Takes away what others could do in @p folder, which is there and may be reached by a link.
Folder closeFolder(const QString &folder);

} // namespace Files

/// A file that a person named, to be written: it takes the place of the old one when it is complete, and not
/// before. A device or a pipe is written to and never replaced.
class OutputFile
{
public:
    enum class Reader {
        OwnerOnly,
        /// As the system makes new files.
        Usual,
    };

    OutputFile(QString name, Reader reader);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// FileIsOwn for a file of the own folder, FileUnwritable for what cannot be written.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> write(const QByteArray &bytes);
    [[nodiscard]] std::optional<Error> commit();

    /// All three.
    [[nodiscard]] static std::optional<Error> save(const QString &name, const QByteArray &bytes,
                                                   Reader reader);

private:
    Error unwritable() const;

    QString m_name;
    Reader m_reader;
    std::unique_ptr<QFileDevice> m_device;
};
