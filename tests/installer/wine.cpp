// SPDX-License-Identifier: Apache-2.0
#include "installer/wine.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString buildFolder = u"" KICKDESK_BINARY_DIR u"/tests/windows"_s;

/// What Wine calls @p file of ours.
QString seenFromWindows(const QString &file)
{
    return u"Z:"_s + QString(file).replace(u'/', u'\\');
}

QStringList filesBelow(const QString &folder)
{
    QStringList result;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        result << QDir(folder).relativeFilePath(files.next());
    result.sort();
    return result;
}

/// How the registry's program is told of a value; the default one has no name.
QStringList named(const QString &name)
{
    return name.isEmpty() ? QStringList{u"/ve"_s} : QStringList{u"/v"_s, name};
}

} // namespace

Wine::Wine(const QString &name)
    : m_folder(buildFolder + u"/wine"_s)
    , m_environment(QProcessEnvironment::systemEnvironment())
    , m_log(buildFolder + u'/' + name + u".log"_s)
{
    m_environment.insert(u"WINEPREFIX"_s, m_folder.filePath(u"prefix"_s));
    m_environment.insert(u"WINEARCH"_s, u"win64"_s);
    m_environment.insert(u"WINEDEBUG"_s, u"-all"_s);
    // Nothing for the desktop of this computer, and no offer to fetch what is not needed.
    m_environment.insert(u"WINEDLLOVERRIDES"_s, u"winemenubuilder.exe=d;mscoree=d;mshtml=d"_s);
    for (const auto &display : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
        m_environment.remove(display);
}

Wine::~Wine()
{
    Command::run(u"wineserver"_s, {u"--kill"_s}, m_environment);
    Command::run(u"wineserver"_s, {u"--wait"_s}, m_environment);
}

QByteArray Wine::make()
{
    QByteArray missing = Command::missing({u"wine"_s, u"wineboot"_s, u"wineserver"_s});
    if (!missing.isEmpty())
        return missing;
    if (!QFileInfo::exists(buildFolder + u"/packages"_s))
        return "ctest runs tst_windowspackages first, which makes the packages";
    if (!m_folder.isValid() || !m_log.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return "the build tree cannot be written";
    const CommandResult boot = Command::run(u"wineboot"_s, {u"--init"_s}, m_environment);
    if (boot.exitCode != 0)
        return "wineboot: " + boot.output;
    pretend(u"win10"_s);
    return {};
}

void Wine::pretend(const QString &release)
{
    setValue(u"HKCU\\Software\\Wine"_s, u"Version"_s, u"REG_SZ"_s, release);
}

CommandResult Wine::wine(const QStringList &arguments) const
{
    return Command::run(u"wine"_s, arguments, m_environment);
}

int Wine::run(const QString &commandLine)
{
    // Wine's own exit code has eight bits; that of a command is seen whole only from inside. A script would
    // be read in the code page of the console, so that the command comes by way of the environment.
    const QString script = m_folder.filePath(u"run.bat"_s);
    QFile file(script);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return -1;
    file.write("@%COMMAND_LINE%\r\n@echo code=%errorlevel%\r\n");
    file.close();
    m_environment.insert(u"COMMAND_LINE"_s, commandLine);
    const CommandResult result = wine({u"cmd"_s, u"/c"_s, seenFromWindows(script)});
    static const QRegularExpression code(u"code=(-?\\d+)"_s);
    const QRegularExpressionMatch found = code.match(QString::fromUtf8(result.output));
    const int exitCode = found.hasMatch() ? found.captured(1).toInt() : -1;
    log(u"%1 ended with %2"_s.arg(commandLine, QString::number(exitCode)));
    return exitCode;
}

std::unique_ptr<QProcess> Wine::start(const QString &program)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(u"wine"_s, {program});
    constexpr int longestMs = 60'000;
    QByteArray said;
    while (!said.contains("running") && process->waitForReadyRead(longestMs))
        said += process->readAllStandardOutput();
    log(u"%1 says: %2"_s.arg(program, QString::fromUtf8(said).simplified()));
    return said.contains("running") ? std::move(process) : nullptr;
}

bool Wine::endOf(QProcess *process)
{
    process->closeWriteChannel();
    return process->waitForFinished(60'000);
}

QString Wine::value(const QString &key, const QString &name)
{
    const CommandResult result = wine(QStringList{u"reg"_s, u"query"_s, key} + named(name));
    static const QRegularExpression line(u"^ +.*? {4}REG_\\w+ {4}(.*?)\\r?$"_s,
                                         QRegularExpression::MultilineOption);
    const QRegularExpressionMatch found = line.match(QString::fromUtf8(result.output));
    if (result.exitCode != 0 || !found.hasMatch())
        return {};
    const QString text = found.captured(1);
    return text.isNull() ? u""_s : text;
}

void Wine::setValue(const QString &key, const QString &name, const QString &type, const QString &text)
{
    const CommandResult result = wine(QStringList{u"reg"_s, u"add"_s, key} + named(name) +
                                      QStringList{u"/t"_s, type, u"/d"_s, text, u"/f"_s});
    log(u"%1 %2 = %3, reg ended with %4"_s.arg(key, name, text, QString::number(result.exitCode)));
}

void Wine::removeKey(const QString &key)
{
    const CommandResult result = wine({u"reg"_s, u"delete"_s, key, u"/f"_s});
    log(u"%1 removed, reg ended with %2"_s.arg(key, QString::number(result.exitCode)));
}

QString Wine::local(const QString &path) const
{
    QString inside = path.mid(2);
    return m_folder.filePath(u"prefix/drive_c"_s) + inside.replace(u'\\', u'/');
}

QString Wine::home() const
{
    const QStringList users = QDir(local(u"C:/users"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &user : users) {
        if (user != "Public"_L1)
            return u"C:\\users\\"_s + user;
    }
    return {};
}

QStringList Wine::files(const QString &path) const
{
    return filesBelow(local(path));
}

QStringList Wine::startMenuEntries() const
{
    return filesBelow(local(u"C:/"_s)).filter(QRegularExpression(u"/Start Menu/.*Kickdesk.*\\.lnk$"_s));
}

bool Wine::write(const QString &path, const QByteArray &text) const
{
    const QString name = local(path);
    QFile file(name);
    return QDir().mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(text) == text.size();
}

QString Wine::package(QLatin1StringView version, const QString &ending)
{
    return seenFromWindows(u"%1/packages/kickdesk-%2-windows-x64%3"_s.arg(buildFolder, version, ending));
}

QString Wine::built(const QString &program)
{
    return seenFromWindows(u"%1/stub-%2/%3"_s.arg(buildFolder, newer, program));
}

QStringList Wine::staged(QLatin1StringView version)
{
    return filesBelow(u"%1/stage-%2"_s.arg(buildFolder, version));
}

void Wine::log(const QString &line)
{
    m_log.write(line.toUtf8() + '\n');
    m_log.flush();
}
