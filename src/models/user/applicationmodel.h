// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

#include <optional>

/// The applications of the pool as a checklist for one user. The order is fixed once load() has put those the
/// user ever used first; states may arrive in any order afterwards and never overwrite a tick that the agent
/// has set.
class ApplicationModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        LastLoginColumn,
        DeviceColumn,
        ColumnCount,
    };
    enum Role {
        AppIdRole = Qt::UserRole,
        /// SessionState as int.
        StateRole,
        /// True while the check is under way or waits for its turn.
        IsCheckingRole,
        /// True when the check failed; asking again may help.
        HasFailedRole,
        EverUsedRole,
        /// What a filter looks at: name, identifier and ID.
        FilterRole,
    };

    explicit ApplicationModel(QObject *parent = nullptr);

    /// Replaces every row: those in @p everUsed first, then by name. What is not in @p applications is left
    /// out, unless that list could not be read and is empty. An application that was there before keeps its
    /// state and its tick.
    void load(const QList<Application> &applications, const QList<Application> &everUsed);
    void clear();

    void setChecking(const QString &appId);
    void setState(const QString &appId, SessionState state);
    void setError(const QString &appId, const Error &error);
    /// The newest sign-in of each application; records that are older than what is known change nothing.
    void addLogins(const QList<LoginRecord> &records);

    /// Ticks or unticks @p appIds on behalf of the agent.
    void setTicked(const QStringList &appIds, bool ticked);
    /// Ticks exactly what is online or could not be checked, and goes on doing so as answers arrive.
    void tickOnline();

    QStringList appIds() const;
    const Application &application(int row) const { return m_rows.at(row).application; }
    QList<Application> tickedApplications() const;
    /// Those being checked whose tick is not the agent's: the answer may still set it.
    QStringList undecidedAppIds() const;
    int tickedCount() const;
    QStringList failedAppIds() const;
    /// Why nothing can be checked: the refusal, where the key cannot check any session that was asked about.
    std::optional<Error> refusal() const;
    /// Unknown for an application that is not in the list.
    SessionState state(const QString &appId) const;
    /// True while its check is under way.
    bool isChecking(const QString &appId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Makes the views read every text again.
    void retranslate();

Q_SIGNALS:
    /// Which rows are ticked, or which exist, has changed.
    void ticksChanged();
    /// A check has begun.
    void checking();
    /// The check of @p appId has ended, with an answer or without.
    void checked(const QString &appId);

private:
    struct Row
    {
        Application application;
        bool everUsed = false;
        SessionState state = SessionState::Unknown;
        bool isChecking = false;
        std::optional<Error> error;
        LoginRecord lastLogin;
        bool isTicked = false;
        bool isTickedByAgent = false;
    };

    void settle(const QString &appId, SessionState state, const std::optional<Error> &error);
    static bool isPreTicked(const Row &row);
    void changeTick(Row *row, bool ticked);
    void rowsChanged();
    QString text(const Row &row, int column) const;
    QString stateText(const Row &row) const;
    QString accessibleText(const Row &row) const;

    QList<Row> m_rows;
    QHash<QString, int> m_rowOf;
    /// The newest answer of a check, or failure of one.
    QDateTime m_checkedAt;
};
