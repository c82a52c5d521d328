// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "cli/jsonlines.h"
#include "core/listrefusal.h"

#include <QFileDevice>
#include <QIODevice>
#include <QStringList>

#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

/// Clears what is left of a longer line.
constexpr const char *toEndOfLine = "\x1b[K";

bool isTerminal(QIODevice *device)
{
    const auto *file = qobject_cast<QFileDevice *>(device);
#ifdef Q_OS_WIN
    return file != nullptr && _isatty(file->handle()) != 0;
#else
    return file != nullptr && isatty(file->handle()) != 0;
#endif
}

} // namespace

void Output::text(const QString &text)
{
    if (!m_isJson)
        writeOut(text.toUtf8() + '\n');
}

void Output::object(const QJsonObject &object)
{
    if (m_isJson)
        writeOut(JsonLines::line(object));
}

void Output::progress(const QString &text)
{
    if (!isTerminal(m_streams.err))
        return;
    m_hasProgress = true;
    m_streams.err->write("\r" + text.toUtf8() + toEndOfLine);
}

void Output::clearProgress()
{
    if (std::exchange(m_hasProgress, false))
        m_streams.err->write(QByteArray("\r") + toEndOfLine);
}

void Output::note(const QString &text)
{
    clearProgress();
    // It may repeat what was typed or pasted.
    constexpr qsizetype longestLine = 10'000;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = ServerText(line).plain(longestLine);
    m_streams.err->write(lines.join(u'\n').toUtf8() + '\n');
}

void Output::error(const Error &error, const QString &about)
{
    note(about.isEmpty() ? errorText(error) : about + u' ' + errorText(error));

    QStringList facts{errorCodeName(error.code)};
    if (const auto problem = ListRefusals::problem(error))
        facts << ListProblems::name(*problem);
    if (error.reply.httpStatus != 0)
        facts << u"HTTP %1"_s.arg(error.reply.httpStatus);
    if (error.reply.statusCode != 0)
        facts << u"statusCode %1"_s.arg(error.reply.statusCode);
    if (error.reply.apiCode != 0)
        facts << u"apiCode %1"_s.arg(error.reply.apiCode);
    if (!error.reply.message.isEmpty())
        facts << u"message \"%1\""_s.arg(error.reply.message.plain());
    if (!error.reply.requestId.isEmpty())
        facts << u"requestId "_s + ServerText(error.reply.requestId).plain();
    note(u"  ["_s + facts.join(u", "_s) + u']');
}

void Output::writeOut(const QByteArray &bytes)
{
    clearProgress();
    if (m_streams.out->write(bytes) != bytes.size())
        m_hasFailed = true;
}
