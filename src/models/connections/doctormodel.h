// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/doctor/doctortypes.h"

#include <QAbstractTableModel>

class Doctor;

/// What a doctor finds, a row a check.
class DoctorModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        CheckColumn,
        StateColumn,
        FindingColumn,
        ColumnCount,
    };
    enum Role {
        /// A DoctorState as int.
        StateRole = Qt::UserRole,
    };

    /// @p doctor must outlive the model.
    explicit DoctorModel(const Doctor *doctor, QObject *parent = nullptr);

    /// Checks that ended in @p state.
    int count(DoctorState state) const;

    /// Renders every text anew.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Doctor *m_doctor;
};
