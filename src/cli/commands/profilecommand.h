// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/connection.h"
#include "store/connections/profilestore.h"

class QIODevice;
class SecretStore;

/// `profile list|add|remove|set-secret|import|export`: the saved connections.
class ProfileCommand : public Command
{
    Q_OBJECT

public:
    /// @p in, from which a secret is read, and @p secrets must outlive the command.
    ProfileCommand(Output *output, QIODevice *in, SecretStore *secrets, QObject *parent = nullptr);

    CLI::App *declare(CLI::App *program) override;
    void setConnection(const ConnectionOptions &options) override;
    QString problem() const override;
    bool needsConnection() const override { return false; }
    void run(Session *session) override;

private:
    enum class Action {
        List,
        Add,
        Remove,
        SetSecret,
        Import,
        Export,
    };

    void list();
    void add();
    void remove();
    void reportRemoved(const QString &name, const QString &secret);
    void setSecret();
    void store(const Profile &profile, const Secret &secret);
    void importFile();
    void exportFile();
    Profile typedProfile() const;

    QIODevice *m_in;
    SecretStore *m_secrets;
    ProfileStore m_store;
    ConnectionOptions m_connection;
    Action m_action = Action::List;
    QString m_name;
    QString m_file;
    QString m_environment;
    QString m_proxy;
    QString m_apiNames;
    QString m_tenantHeader;
    QString m_tenant;
    QString m_operatorName;
    bool m_isTicketRequired = false;
    bool m_isReasonRequired = false;
    /// 0: as many as the settings say.
    int m_bulkCap = 0;
};
