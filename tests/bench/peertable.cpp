// SPDX-License-Identifier: Apache-2.0
#include "bench/peertable.h"

#include "bench/samplepeople.h"

using namespace Qt::Literals::StringLiterals;

PeerTable::PeerTable(int rows)
{
    m_rows.reserve(rows);
    for (int number = 0; number < rows; ++number) {
        const SamplePerson person = SamplePerson::at(number);
        m_rows.append({.number = QString::number(number + 1),
                       .name = person.name,
                       .contact = person.contact,
                       .userId = person.userId,
                       .applications = u"1"_s,
                       .state = u"· Waiting"_s,
                       .note = {}});
    }
}

int PeerTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeerTable::columnCount(const QModelIndex &parent) const
{
    constexpr int columns = 7;
    return parent.isValid() ? 0 : columns;
}

QVariant PeerTable::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    switch (index.column()) {
    case 0:
        return row.number;
    case 1:
        return row.name;
    case 2:
        return row.contact;
    case 3:
        return row.userId;
    case 4:
        return row.applications;
    case 5:
        return row.state;
    default:
        return row.note;
    }
}
