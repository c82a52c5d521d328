// SPDX-License-Identifier: Apache-2.0
#include "models/jobtargets.h"

void JobTargets::append(const ListPlanItem &item)
{
    append(item.targetName, item.targetContact, item.targetUserId.isEmpty() ? item.userId : item.targetUserId,
           {.sourceRow = static_cast<quint32>(item.row),
            .applications = static_cast<quint32>(item.appIds.size())});
}

void JobTargets::append(const JournalItem &item)
{
    append(item.targetName, item.targetContact, item.targetUserId.isEmpty() ? item.userId : item.targetUserId,
           {.sourceRow = static_cast<quint32>(item.sourceRow),
            .applications = static_cast<quint32>(item.appIds.size())});
}

qsizetype JobTargets::byteCount() const
{
    return m_text.size() + (count() * static_cast<qsizetype>(sizeof(Row)));
}

QString JobTargets::text(qsizetype position, Text text) const
{
    const auto at = static_cast<size_t>(position);
    const Row &row = m_rows.at(at);
    const qsizetype end = at + 1 < m_rows.size() ? m_rows.at(at + 1).name : m_text.size();
    const auto part = [this](qsizetype from, qsizetype to) {
        return QString::fromUtf8(QByteArrayView(m_text).sliced(from, to - from));
    };
    switch (text) {
    case Name:
        return part(row.name, row.contact);
    case Contact:
        return part(row.contact, row.userId);
    case UserId:
        return part(row.userId, end);
    }
    return {};
}

void JobTargets::append(const ServerText &name, const QString &contact, const QString &userId, Row row)
{
    row.name = static_cast<quint32>(m_text.size());
    m_text += name.plain().toUtf8();
    row.contact = static_cast<quint32>(m_text.size());
    m_text += ServerText(contact).plain().toUtf8();
    row.userId = static_cast<quint32>(m_text.size());
    m_text += ServerText(userId).plain().toUtf8();
    m_rows.push_back(row);
}
