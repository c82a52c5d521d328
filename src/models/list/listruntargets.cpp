// SPDX-License-Identifier: Apache-2.0
#include "models/list/listruntargets.h"

void ListRunTargets::reserve(qsizetype count)
{
    m_texts.reserve(count);
    m_numbers.reserve(static_cast<size_t>(count));
}

void ListRunTargets::squeeze()
{
    m_texts.squeeze();
    m_numbers.shrink_to_fit();
}

void ListRunTargets::append(const ListPlanItem &item)
{
    const Target &target = item.target;
    // The rows of a file stand together.
    if (m_files.isEmpty() || m_files.constLast() != item.file)
        m_files.append(item.file);
    // In the order of Text.
    m_texts.append({target.name.plain(), ServerText(target.contact).plain(),
                    ServerText(Targets::knownId(target)).plain()});
    m_numbers.push_back({.row = static_cast<quint32>(item.row),
                         .applications = static_cast<quint32>(target.appIds.size()),
                         .file = static_cast<quint32>(m_files.size() - 1)});
}

qsizetype ListRunTargets::byteCount() const
{
    return m_texts.byteCount() + (static_cast<qsizetype>(m_numbers.capacity()) * qsizetype{sizeof(Numbers)});
}
