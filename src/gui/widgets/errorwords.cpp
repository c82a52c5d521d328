// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/errorwords.h"

#include "core/list/listrefusal.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

QString separator()
{
    return u" · "_s;
}

} // namespace

QString ErrorWords::detail(const Error &error)
{
    const auto problem = ListRefusals::problem(error);
    QStringList parts{errorCodeName(error.code), problem ? ListProblems::name(*problem) : QString(),
                      reply(error.reply), error.reply.message.plain()};
    parts.removeAll(QString());
    return parts.join(separator());
}

QString ErrorWords::reply(const ServerReply &reply)
{
    QStringList parts;
    if (reply.httpStatus != 0)
        parts << u"HTTP %1"_s.arg(reply.httpStatus);
    if (reply.statusCode != 0)
        parts << u"statusCode %1"_s.arg(reply.statusCode);
    if (reply.apiCode != 0)
        parts << u"apiCode %1"_s.arg(reply.apiCode);
    if (!reply.requestId.isEmpty())
        parts << u"requestId "_s + ServerText(reply.requestId).plain();
    return parts.join(separator());
}

QString ErrorWords::icon(const Error &error)
{
    if (isNotPermitted(error))
        return u"forbidden"_s;
    return isConnection(error.code) ? u"no-connection"_s : u"warning"_s;
}

bool ErrorWords::isConnection(ErrorCode code)
{
    return errorPlace(code) == ErrorPlace::Connection;
}
