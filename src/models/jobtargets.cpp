// SPDX-License-Identifier: Apache-2.0
#include "models/jobtargets.h"

void JobTargets::reserve(qsizetype count)
{
    m_texts.reserve(count);
    m_numbers.reserve(static_cast<size_t>(count));
}

void JobTargets::squeeze()
{
    m_texts.squeeze();
    m_numbers.shrink_to_fit();
}

void JobTargets::append(const ListPlanItem &item)
{
    append(item.targetName, item.targetContact, item.targetUserId.isEmpty() ? item.userId : item.targetUserId,
           {.row = static_cast<quint32>(item.row), .applications = static_cast<quint32>(item.appIds.size())});
}

void JobTargets::append(const JournalItem &item)
{
    append(item.targetName, item.targetContact, item.targetUserId.isEmpty() ? item.userId : item.targetUserId,
           {.row = static_cast<quint32>(item.sourceRow),
            .applications = static_cast<quint32>(item.appIds.size())});
}

qsizetype JobTargets::byteCount() const
{
    return m_texts.byteCount() + (static_cast<qsizetype>(m_numbers.capacity()) * qsizetype{sizeof(Numbers)});
}

void JobTargets::append(const ServerText &name, const QString &contact, const QString &userId,
                        Numbers numbers)
{
    // In the order of Text.
    m_texts.append({name.plain(), ServerText(contact).plain(), ServerText(userId).plain()});
    m_numbers.push_back(numbers);
}
