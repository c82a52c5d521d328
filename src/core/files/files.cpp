// SPDX-License-Identifier: Apache-2.0
#include "core/files/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

#ifdef Q_OS_WIN
#include "core/files/accesslist.h"
#include "core/files/sharing.h"

#include <qt_windows.h>

#include <io.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// The platform's folder for what the programs of a user keep.
QString systemFolder()
{
#ifdef Q_OS_LINUX
    // The specification has a relative path ignored; in the working folder it would be anybody's.
    const QString chosen = qEnvironmentVariable("XDG_DATA_HOME");
    if (!chosen.isEmpty() && QDir::isRelativePath(chosen))
        return QDir::home().filePath(u".local/share"_s);
#endif
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
}

/// The folder that @p file lies in, without links and dots; empty where there is none.
QString folderOf(const QString &file)
{
    return QFileInfo(QFileInfo(file).absolutePath()).canonicalFilePath();
}

#ifndef Q_OS_WIN

bool isOurs(const struct stat &status)
{
    return S_ISREG(status.st_mode) && status.st_uid == geteuid() && status.st_nlink <= 1;
}

bool isOpenToOthers(const struct stat &status)
{
    return (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

/// An open file, and what it was when it was opened.
class Descriptor
{
public:
    /// Opening a pipe waits until somebody has its other end.
    enum class Waiting {
        No,
        ForTheOtherEnd,
    };

    Descriptor(const QString &file, int flags, Waiting waiting = Waiting::No)
        : m_number(::open(QFile::encodeName(file).constData(),
                          flags | O_CLOEXEC | O_NOCTTY | (waiting == Waiting::No ? O_NONBLOCK : 0),
                          S_IRUSR | S_IWUSR))
    {
        m_isKnown = m_number >= 0 && fstat(m_number, &m_status) == 0;
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    bool isOpen() const { return m_isKnown; }
    bool isRegular() const { return m_isKnown && S_ISREG(m_status.st_mode); }
    bool isPipe() const { return m_isKnown && S_ISFIFO(m_status.st_mode); }
    bool isOfThisUser() const { return m_isKnown && m_status.st_uid == geteuid(); }
    const struct stat &status() const { return m_status; }

    bool setRights(mode_t rights) const { return fchmod(m_number, rights) == 0; }

    /// Gives what is open to @p file, which then closes it.
    bool handTo(QFile *file, QIODevice::OpenMode mode)
    {
        // Once it is open it may wait.
        fcntl(m_number, F_SETFL, fcntl(m_number, F_GETFL) & ~O_NONBLOCK);
        if (!file->open(m_number, mode, QFileDevice::AutoCloseHandle))
            return false;
        m_number = -1;
        return true;
    }

private:
    int m_number;
    struct stat m_status = {};
    bool m_isKnown = false;
};

bool isPipe(const QString &file)
{
    struct stat status = {};
    return stat(QFile::encodeName(file).constData(), &status) == 0 && S_ISFIFO(status.st_mode);
}

#endif

} // namespace

QString Files::ownFolder()
{
    const QString chosen = qEnvironmentVariable("KICKDESK_DATA_DIR");
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    const QDir program(QCoreApplication::applicationDirPath());
    if (program.exists(u"portable"_s))
        return program.filePath(u"data"_s);
    // Not AppDataLocation, which depends on the name of the program: both programs share one journal.
    return QDir(systemFolder()).filePath(u"kickdesk"_s);
}

bool Files::isInOwnFolder(const QString &file)
{
    const QString own = QFileInfo(ownFolder()).canonicalFilePath();
    if (own.isEmpty())
        return false;
    const QString target = QFileInfo(file).canonicalFilePath();
    return folderOf(file) == own || (!target.isEmpty() && folderOf(target) == own);
}

bool Files::openToRead(QFile *file, const QString &name, Source source)
{
#ifdef Q_OS_WIN
    file->setFileName(name);
    Sharing::awaitAccess(name, Sharing::Access::Read);
    if (!file->open(QIODevice::ReadOnly))
        return false;
    const DWORD type = GetFileType(reinterpret_cast<HANDLE>(_get_osfhandle(file->handle())));
    if (type == FILE_TYPE_DISK || (type == FILE_TYPE_PIPE && source == Source::FileOrPipe))
        return true;
    file->close();
    return false;
#else
    const bool mayWait = source == Source::FileOrPipe && isPipe(name);
    Descriptor opened(name, O_RDONLY,
                      mayWait ? Descriptor::Waiting::ForTheOtherEnd : Descriptor::Waiting::No);
    const bool isSource = opened.isRegular() || (mayWait && opened.isPipe());
    return isSource && opened.handTo(file, QIODevice::ReadOnly);
#endif
}

Files::Content Files::read(const QString &name, qint64 maximum, Source source)
{
    if (!QFileInfo::exists(name))
        return {.state = Content::State::Missing, .bytes = {}};
    QFile file;
    if (!openToRead(&file, name, source))
        return {};
    // read() makes room for all that it may read; a pipe tells no size.
    QByteArray bytes = file.read(file.size() > 0 ? std::min(maximum, file.size()) + 1 : maximum + 1);
    if (file.error() != QFileDevice::NoError)
        return {};
    if (bytes.size() > maximum)
        return {.state = Content::State::TooLarge, .bytes = {}};
    return {.state = Content::State::Complete, .bytes = std::move(bytes)};
}

bool Files::isOurs(const QString &file)
{
#ifdef Q_OS_WIN
    const QFileInfo info(file);
    return info.isFile() && !info.isSymLink();
#else
    struct stat status = {};
    return lstat(QFile::encodeName(file).constData(), &status) == 0 && ::isOurs(status);
#endif
}

bool Files::openOwn(QFile *file, const QString &name, QIODevice::OpenMode mode)
{
#ifdef Q_OS_WIN
    const QFileInfo info(name);
    file->setFileName(name);
    Sharing::awaitAccess(name, Sharing::Access::Write);
    return !info.isSymLink() && (info.isFile() || !info.exists()) && file->open(mode, ownerOnly);
#else
    const int access = mode.testFlag(QIODevice::ReadOnly) ? O_RDWR : O_WRONLY;
    const int place = mode.testFlag(QIODevice::Append) ? O_APPEND : 0;
    Descriptor opened(name, access | place | O_CREAT | O_NOFOLLOW);
    return opened.isOpen() && ::isOurs(opened.status()) && opened.handTo(file, mode);
#endif
}

bool Files::makeOwn(const QString &name)
{
#ifdef Q_OS_WIN
    QFile made(name);
    return made.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly);
#else
    return Descriptor(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW).isRegular();
#endif
}

bool Files::replaceOwn(const QString &name, const QByteArray &bytes)
{
    const QFileInfo info(name);
    if (info.isSymLink() || (info.exists() && !isOurs(name)))
        return false;
#ifdef Q_OS_WIN
    Sharing::awaitAccess(name, Sharing::Access::Replace);
#endif
    QSaveFile file(name);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly) &&
           file.write(bytes) == bytes.size() && file.commit();
}

bool Files::closeToOthers(const QString &name)
{
#ifdef Q_OS_WIN
    return isOurs(name) && AccessList::isOpenToOthers(name) && AccessList::closeToOthers(name);
#else
    // It may be the open journal: SQLite's locks on it would end with any other descriptor that is closed.
    struct stat status = {};
    const QByteArray path = QFile::encodeName(name);
    return lstat(path.constData(), &status) == 0 && ::isOurs(status) && isOpenToOthers(status) &&
           fchmodat(AT_FDCWD, path.constData(), S_IRUSR | S_IWUSR, AT_SYMLINK_NOFOLLOW) == 0;
#endif
}

Files::Folder Files::closeFolder(const QString &folder)
{
#ifdef Q_OS_WIN
    return AccessList::isOpenToOthers(folder) && AccessList::closeToOthers(folder) ? Folder::Closed
                                                                                   : Folder::Private;
#else
    const Descriptor opened(folder, O_RDONLY | O_DIRECTORY);
    if (opened.isOpen() && !opened.isOfThisUser())
        return Folder::OfAnotherUser;
    return opened.isOpen() && isOpenToOthers(opened.status()) && opened.setRights(S_IRWXU) ? Folder::Closed
                                                                                           : Folder::Private;
#endif
}

OutputFile::OutputFile(QString name, Reader reader)
    : m_name(std::move(name))
    , m_reader(reader)
{
}

OutputFile::~OutputFile() = default;

std::optional<Error> OutputFile::open()
{
    if (Files::isInOwnFolder(m_name))
        return Error{.kind = ErrorKind::NotSent, .code = ErrorCode::FileIsOwn, .detail = ServerText(m_name)};
    const QFileInfo info(m_name);
    bool isOpen = false;
    if (info.exists() && !info.isFile()) {
        constexpr QIODevice::OpenMode mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
        auto device = std::make_unique<QFile>(m_name);
#ifdef Q_OS_WIN
        isOpen = !info.isDir() && device->open(mode | QIODevice::ExistingOnly);
#else
        // A pipe without a reader cannot be opened.
        Descriptor opened(m_name, O_WRONLY);
        isOpen = opened.isOpen() && opened.handTo(device.get(), mode);
#endif
        m_device = std::move(device);
    } else {
        auto file = std::make_unique<QSaveFile>(m_name);
        isOpen = file->open(QIODevice::WriteOnly) &&
                 (m_reader == Reader::Usual || file->setPermissions(ownerOnly));
        m_device = std::move(file);
    }
    return isOpen ? std::nullopt : std::optional(unwritable());
}

std::optional<Error> OutputFile::write(const QByteArray &bytes)
{
    return m_device->write(bytes) == bytes.size() ? std::nullopt : std::optional(unwritable());
}

std::optional<Error> OutputFile::commit()
{
    auto *file = qobject_cast<QSaveFile *>(m_device.get());
    const bool isDone = file != nullptr ? file->commit() : m_device->flush();
    m_device.reset();
    return isDone ? std::nullopt : std::optional(unwritable());
}

std::optional<Error> OutputFile::save(const QString &name, const QByteArray &bytes, Reader reader)
{
    OutputFile file(name, reader);
    if (auto error = file.open())
        return error;
    if (auto error = file.write(bytes))
        return error;
    return file.commit();
}

Error OutputFile::unwritable() const
{
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::FileUnwritable, .detail = ServerText(m_name)};
}
