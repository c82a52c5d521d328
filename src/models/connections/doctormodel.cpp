// SPDX-License-Identifier: Apache-2.0
#include "models/connections/doctormodel.h"

#include "kick/doctor/doctor.h"
#include "kick/doctor/doctorwords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

DoctorModel::DoctorModel(const Doctor *doctor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_doctor(doctor)
{
    connect(doctor, &Doctor::checkChanged, this,
            [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); });
}

int DoctorModel::count(DoctorState state) const
{
    return static_cast<int>(std::ranges::count(m_doctor->rows(), state, &DoctorRow::state));
}

void DoctorModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int DoctorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_doctor->rows().size());
}

int DoctorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DoctorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DoctorRow &row = m_doctor->rows().at(index.row());
    if (role == StateRole)
        return static_cast<int>(row.state);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case CheckColumn:
        return DoctorWords::label(row.check);
    case StateColumn:
        return QString(DoctorWords::sign(row.state) + u' ' + DoctorWords::stateLabel(row.state));
    case FindingColumn:
        return DoctorWords::result(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DoctorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case CheckColumn:
        return tr("Check");
    case StateColumn:
        return tr("Result");
    case FindingColumn:
        return tr("What was found, and what to do");
    case ColumnCount:
        break;
    }
    return {};
}
