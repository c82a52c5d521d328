// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connections/profilestore.h"

#include <QAbstractTableModel>

/// The saved connections as a table.
class ProfileModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        EnvironmentColumn,
        HostColumn,
        KeyColumn,
        /// Who set the connection up: the user, or the administrator of the computer.
        OriginColumn,
        ColumnCount,
    };

    explicit ProfileModel(QObject *parent = nullptr);

    void setProfiles(const QList<SavedProfile> &profiles);

    const SavedProfile &profile(int row) const { return m_profiles.at(row); }
    /// -1 when there is none of that ID.
    int rowOf(const QString &id) const;

    /// Renders every text anew.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const SavedProfile &saved, int column) const;

    QList<SavedProfile> m_profiles;
};
