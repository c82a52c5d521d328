// SPDX-License-Identifier: Apache-2.0
#include "core/async/paging.h"

#include <algorithm>

namespace {

/// Lets an item that has no ID of its own be told by all that is known of it.
QString joined(const QStringList &parts)
{
    return parts.join(u'\n');
}

} // namespace

void Paging::take(qint64 totalCount, const QStringList &ids)
{
    if (m_pagesRead == 0) {
        m_totalCount = totalCount;
        m_lastPage = std::max<qint64>((totalCount + m_limit - 1) / m_limit, 1);
    }
    m_hasAgreed = m_hasAgreed && totalCount == m_totalCount;
    m_ids.unite(QSet<QString>(ids.cbegin(), ids.cend()));
    ++m_pagesRead;
}

Error Paging::incomplete() const
{
    const QString count =
        QStringLiteral("%1 / %2").arg(QString::number(m_ids.size()), QString::number(m_totalCount));
    return {.kind = ErrorKind::Ambiguous,
            .code = ErrorCode::PagesIncomplete,
            .detail = ServerText(count),
            .wasSent = true,
            .isRead = true};
}

QString Paging::id(const LoginRecord &record)
{
    return joined({record.appId, record.time.toString(Qt::ISODateWithMs), record.clientIp.verbatim(),
                   record.userAgent.verbatim()});
}

QString Paging::id(const AuditRecord &record)
{
    return joined({record.requestId, record.timestamp.toString(Qt::ISODateWithMs),
                   record.resourceType.verbatim(), record.operationType.verbatim(),
                   record.eventDetail.verbatim(), record.clientIp.verbatim(),
                   record.adminUserDisplayName.verbatim()});
}
