// SPDX-License-Identifier: Apache-2.0
#include "models/user/applicationmodel.h"

#include "models/user/useragent.h"
#include "models/words/sessionwords.h"
#include "models/words/timetext.h"

#include <QCollator>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

QString name(const Application &application)
{
    return application.appName.isEmpty() ? ServerText(application.appId).plain()
                                         : application.appName.plain();
}

} // namespace

ApplicationModel::ApplicationModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ApplicationModel::load(const QList<Application> &applications, const QList<Application> &everUsed)
{
    QSet<QString> used;
    for (const Application &application : everUsed)
        used.insert(application.appId);

    beginResetModel();
    const QList<Row> before = std::exchange(m_rows, {});
    const QHash<QString, int> rowBefore = std::exchange(m_rowOf, {});
    for (const Application &application : applications.isEmpty() ? everUsed : applications) {
        const int at = rowBefore.value(application.appId, -1);
        Row row = at < 0 ? Row() : before.at(at);
        row.application = application;
        row.everUsed = used.contains(application.appId);
        m_rows.append(row);
    }
    const QCollator collator;
    std::ranges::stable_sort(m_rows, [&collator](const Row &left, const Row &right) {
        if (left.everUsed != right.everUsed)
            return left.everUsed;
        return collator.compare(name(left.application), name(right.application)) < 0;
    });
    for (int i = 0; i < m_rows.size(); ++i)
        m_rowOf.insert(m_rows.at(i).application.appId, i);
    endResetModel();
    Q_EMIT ticksChanged();
}

void ApplicationModel::clear()
{
    m_checkedAt = {};
    load({}, {});
}

void ApplicationModel::setChecking(const QString &appId)
{
    const int row = m_rowOf.value(appId, -1);
    if (row < 0)
        return;
    m_rows[row].isChecking = true;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT checking();
}

void ApplicationModel::setState(const QString &appId, SessionState state)
{
    settle(appId, state, {});
}

void ApplicationModel::setError(const QString &appId, const Error &error)
{
    settle(appId, SessionState::Unknown, error);
}

void ApplicationModel::settle(const QString &appId, SessionState state, const std::optional<Error> &error)
{
    const int at = m_rowOf.value(appId, -1);
    if (at < 0)
        return;
    Row &row = m_rows[at];
    row.isChecking = false;
    row.state = state;
    row.error = error;
    m_checkedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT headerDataChanged(Qt::Horizontal, StateColumn, StateColumn);
    const bool wasTicked = row.isTicked;
    if (!row.isTickedByAgent)
        row.isTicked = isPreTicked(row);
    const bool isOtherTick = wasTicked != row.isTicked;
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    Q_EMIT checked(appId);
    if (isOtherTick)
        Q_EMIT ticksChanged();
}

void ApplicationModel::addLogins(const QList<LoginRecord> &records)
{
    for (const LoginRecord &record : records) {
        const int at = m_rowOf.value(record.appId, -1);
        if (at < 0 || !record.time.isValid())
            continue;
        LoginRecord &known = m_rows[at].lastLogin;
        if (known.time.isValid() && known.time >= record.time)
            continue;
        known = record;
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    }
}

void ApplicationModel::setTicked(const QStringList &appIds, bool ticked)
{
    for (const QString &appId : appIds) {
        const int at = m_rowOf.value(appId, -1);
        if (at >= 0)
            changeTick(&m_rows[at], ticked);
    }
    rowsChanged();
}

void ApplicationModel::tickOnline()
{
    for (Row &row : m_rows) {
        row.isTickedByAgent = false;
        row.isTicked = isPreTicked(row);
    }
    rowsChanged();
}

QStringList ApplicationModel::appIds() const
{
    QStringList result;
    for (const Row &row : m_rows)
        result << row.application.appId;
    return result;
}

QStringList ApplicationModel::undecidedAppIds() const
{
    QStringList result;
    for (const Row &row : m_rows) {
        if (row.isChecking && !row.isTickedByAgent)
            result << row.application.appId;
    }
    return result;
}

QList<Application> ApplicationModel::tickedApplications() const
{
    QList<Application> result;
    for (const Row &row : m_rows) {
        if (row.isTicked)
            result << row.application;
    }
    return result;
}

int ApplicationModel::tickedCount() const
{
    return static_cast<int>(std::ranges::count(m_rows, true, &Row::isTicked));
}

QStringList ApplicationModel::failedAppIds() const
{
    QStringList result;
    for (const Row &row : m_rows) {
        if (row.error && !row.isChecking)
            result << row.application.appId;
    }
    return result;
}

std::optional<Error> ApplicationModel::refusal() const
{
    const auto isRefused = [](const Row &row) { return row.error && isNotPermitted(*row.error); };
    return !m_rows.isEmpty() && std::ranges::all_of(m_rows, isRefused) ? m_rows.constFirst().error
                                                                       : std::nullopt;
}

SessionState ApplicationModel::state(const QString &appId) const
{
    const int at = m_rowOf.value(appId, -1);
    return at < 0 ? SessionState::Unknown : m_rows.at(at).state;
}

bool ApplicationModel::isChecking(const QString &appId) const
{
    const int at = m_rowOf.value(appId, -1);
    return at >= 0 && m_rows.at(at).isChecking;
}

int ApplicationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ApplicationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApplicationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.error ? QVariant(ServerText(errorText(*row.error)).escaped()) : QVariant();
    case Qt::CheckStateRole:
        if (index.column() != NameColumn)
            return {};
        return row.isTicked ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? accessibleText(row) : text(row, index.column());
    case AppIdRole:
        return row.application.appId;
    case StateRole:
        return static_cast<int>(row.state);
    case IsCheckingRole:
        return row.isChecking;
    case HasFailedRole:
        return row.error.has_value();
    case EverUsedRole:
        return row.everUsed;
    case FilterRole:
        return QString(row.application.appName.plain() + u'\n' + row.application.appIdentifier.plain() +
                       u'\n' + row.application.appId);
    default:
        return {};
    }
}

bool ApplicationModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole ||
        index.column() != NameColumn)
        return false;
    changeTick(&m_rows[index.row()], value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole, Qt::AccessibleTextRole});
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags ApplicationModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == NameColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ApplicationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Application");
    case StateColumn:
        return m_checkedAt.isValid()
                   ? tr("Session at %1").arg(m_checkedAt.toLocalTime().time().toString(u"HH:mm:ss"_s))
                   : tr("Session");
    case LastLoginColumn:
        return tr("Last sign-in");
    case DeviceColumn:
        return tr("Device and address");
    default:
        return {};
    }
}

void ApplicationModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool ApplicationModel::isPreTicked(const Row &row)
{
    return row.state == SessionState::Online || row.error.has_value();
}

void ApplicationModel::changeTick(Row *row, bool ticked)
{
    row->isTicked = ticked;
    row->isTickedByAgent = true;
}

void ApplicationModel::rowsChanged()
{
    if (m_rows.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole, Qt::AccessibleTextRole});
    Q_EMIT ticksChanged();
}

QString ApplicationModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return name(row.application);
    case StateColumn:
        return stateText(row);
    case LastLoginColumn:
        return row.lastLogin.time.isValid() ? timeText(row.lastLogin.time) : QString();
    case DeviceColumn: {
        QStringList parts{UserAgents::summary(row.lastLogin.userAgent), row.lastLogin.clientIp.plain()};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    default:
        return {};
    }
}

QString ApplicationModel::stateText(const Row &row) const
{
    if (row.isChecking)
        return SessionWords::checking();
    // A row that was not checked yet says nothing, least of all "offline".
    return row.state == SessionState::Unknown && !row.error ? QString() : SessionWords::marked(row.state);
}

QString ApplicationModel::accessibleText(const Row &row) const
{
    QStringList parts{name(row.application)};
    if (row.isChecking)
        parts << SessionWords::checking();
    else if (row.state != SessionState::Unknown || row.error)
        parts << SessionWords::label(row.state);
    parts << (row.isTicked ? tr("ticked") : tr("not ticked"));
    parts << (row.lastLogin.time.isValid() ? tr("last sign-in %1").arg(timeText(row.lastLogin.time))
                                           : QString());
    parts << text(row, DeviceColumn);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
