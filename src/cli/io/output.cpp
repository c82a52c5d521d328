// SPDX-License-Identifier: Apache-2.0
#include "cli/io/output.h"

#include "cli/io/jsonlines.h"
#include "cli/io/texttable.h"
#include "core/list/listrefusal.h"

#include <QIODevice>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

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
    if (!m_streams.isErrTerminal)
        return;
    // Blanks clear what is left of a longer line: not every console of Windows reads escapes.
    const qsizetype width = TextTable::width(text);
    const QString rest(std::max(m_progressWidth - width, qsizetype{0}), u' ');
    m_progressWidth = width;
    m_streams.err->write("\r" + text.toUtf8() + rest.toUtf8());
}

void Output::clearProgress()
{
    const qsizetype width = std::exchange(m_progressWidth, 0);
    if (width > 0)
        m_streams.err->write('\r' + QByteArray(width, ' ') + '\r');
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
