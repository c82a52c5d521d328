// SPDX-License-Identifier: Apache-2.0
#include "models/connections/profilemodel.h"

#include "core/values/host.h"
#include "core/values/servertext.h"
#include "models/words/environmentwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ProfileModel::ProfileModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ProfileModel::setProfiles(const QList<SavedProfile> &profiles)
{
    beginResetModel();
    m_profiles = profiles;
    endResetModel();
}

int ProfileModel::rowOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_profiles, [&id](const SavedProfile &saved) { return saved.profile.id == id; });
    return found == m_profiles.end() ? -1 : static_cast<int>(found - m_profiles.begin());
}

void ProfileModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_profiles.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

int ProfileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return text(m_profiles.at(index.row()), index.column());
}

QVariant ProfileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NameColumn:
        return tr("Name");
    case EnvironmentColumn:
        return tr("Environment");
    case HostColumn:
        return tr("Host");
    case KeyColumn:
        return tr("Access key ID");
    case OriginColumn:
        return tr("Set up by");
    case ColumnCount:
        break;
    }
    return {};
}

QString ProfileModel::text(const SavedProfile &saved, int column) const
{
    const Profile &profile = saved.profile;
    switch (static_cast<Column>(column)) {
    case NameColumn:
        return ServerText(profile.name).plain();
    case EnvironmentColumn:
        return environmentLabel(profile.environment);
    case HostColumn:
        return Hosts::displayName(profile.host);
    case KeyColumn:
        return profile.keyId;
    case OriginColumn:
        return saved.isReadOnly ? tr("administrator") : tr("you");
    case ColumnCount:
        break;
    }
    return {};
}
