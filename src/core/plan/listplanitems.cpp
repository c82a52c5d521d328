// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplanitems.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace {

template <typename Number>
void putNumber(QByteArray *bytes, Number number)
{
    std::array<char, sizeof(Number)> encoded{};
    qToLittleEndian(number, encoded.data());
    bytes->append(encoded.data(), encoded.size());
}

void putSize(QByteArray *bytes, qsizetype size)
{
    putNumber(bytes, static_cast<quint32>(size));
}

void putText(QByteArray *bytes, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    putSize(bytes, utf8.size());
    bytes->append(utf8);
}

/// Takes apart what the functions above have put together.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    template <typename Number>
    Number number()
    {
        return qFromLittleEndian<Number>(take(sizeof(Number)).data());
    }
    qsizetype size() { return number<quint32>(); }
    QByteArrayView bytes() { return take(size()); }
    QString text() { return QString::fromUtf8(bytes()); }
    char byte() { return take(1).front(); }
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView take(qsizetype size)
    {
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
};

} // namespace

void ListPlanItems::append(const ListPlanItem &item)
{
    m_begins.append(static_cast<quint32>(m_bytes.size()));
    // What identity() looks at comes first.
    m_bytes.append(static_cast<char>(item.target.identifierType));
    putText(&m_bytes, item.target.identifier);
    const bool isTarget = item.target.userId == item.target.identifier;
    m_bytes.append(isTarget ? '\1' : '\0');
    if (!isTarget)
        putText(&m_bytes, item.target.userId);
    putNumber(&m_bytes, item.row);
    putSize(&m_bytes, fileNumber(item.file));
    putText(&m_bytes, item.target.name.verbatim());
    putText(&m_bytes, item.target.contact);
    putText(&m_bytes, item.target.overrideReason);
    m_bytes.append(item.target.isIdentityUnverified ? '\1' : '\0');
    putSize(&m_bytes, appListNumber(item.target.appIds));
    putSize(&m_bytes, item.target.before.size());
    for (const SessionState state : item.target.before)
        m_bytes.append(static_cast<char>(state));
}

qsizetype ListPlanItems::fileNumber(const QString &file)
{
    // The rows of a file stand together.
    if (m_files.isEmpty() || m_files.constLast() != file)
        m_files.append(file);
    return m_files.size() - 1;
}

void ListPlanItems::squeeze()
{
    m_bytes.squeeze();
    m_begins.squeeze();
}

ListPlanItem ListPlanItems::at(qsizetype position) const
{
    Reader reader(QByteArrayView(m_bytes).sliced(m_begins.at(position)));
    ListPlanItem item;
    item.target.identifierType = static_cast<IdType>(reader.byte());
    item.target.identifier = reader.text();
    const bool isTarget = reader.byte() != '\0';
    item.target.userId = isTarget ? item.target.identifier : reader.text();
    item.row = reader.number<qint64>();
    item.file = m_files.at(reader.size());
    item.target.name = ServerText(reader.text());
    item.target.contact = reader.text();
    item.target.overrideReason = reader.text();
    item.target.isIdentityUnverified = reader.byte() != '\0';
    item.target.appIds = m_appLists.at(reader.size());
    for (const char state : reader.bytes())
        item.target.before.append(static_cast<SessionState>(state));
    return item;
}

QStringList ListPlanItems::appIds() const
{
    QStringList result;
    QSet<QString> seen;
    for (const QStringList &appIds : m_appLists) {
        for (const QString &appId : appIds) {
            if (seen.contains(appId))
                continue;
            seen.insert(appId);
            result.append(appId);
        }
    }
    return result;
}

bool ListPlanItems::hasUserTwice() const
{
    std::vector<quint32> order(static_cast<size_t>(size()));
    std::iota(order.begin(), order.end(), 0U);
    const auto identityAt = [this](quint32 position) { return identity(position); };
    std::ranges::sort(order, {}, identityAt);
    return std::ranges::adjacent_find(order, {}, identityAt) != order.end();
}

qsizetype ListPlanItems::byteCount() const
{
    return m_bytes.capacity() + (m_begins.capacity() * qsizetype{sizeof(quint32)});
}

qsizetype ListPlanItems::appListNumber(const QStringList &appIds)
{
    // Thousands of applications take long to hash, and no time to compare where the list is shared.
    if (!m_appLists.isEmpty() && m_appLists.at(m_lastAppList) == appIds)
        return m_lastAppList;
    const auto known = m_appListNumbers.constFind(appIds);
    m_lastAppList = known != m_appListNumbers.constEnd() ? *known : m_appLists.size();
    if (m_lastAppList == m_appLists.size()) {
        m_appListNumbers.insert(appIds, m_lastAppList);
        m_appLists.append(appIds);
    }
    return m_lastAppList;
}

/// The type and the identifier of the user at @p position.
QByteArrayView ListPlanItems::identity(qsizetype position) const
{
    const QByteArrayView bytes = QByteArrayView(m_bytes).sliced(m_begins.at(position));
    Reader reader(bytes);
    reader.byte();
    reader.bytes();
    return bytes.first(bytes.size() - reader.rest().size());
}
