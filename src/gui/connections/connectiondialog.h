// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/connections/profilemodel.h"
#include "store/connections/savedcredentials.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <memory>

namespace Ui {
class ConnectionDialog;
}

class ProfileEditor;
class SecretStore;

/// The saved connections: open, add, edit, duplicate, remove, reorder, import, export.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p profiles and @p secrets must outlive the dialog. The connection @p openId is selected.
    ConnectionDialog(ProfileStore *profiles, SecretStore *secrets, const QString &openId,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    /// Asks for a new connection.
    void askForNew();
    /// Asks which file to import; @p proposed may be empty.
    void askForImport(const QString &proposed = {});

Q_SIGNALS:
    void openRequested(const Profile &profile);
    /// What is saved is another list now, or a connection of it another one.
    void changed();
    /// A connection that was there before has another secret.
    void secretChanged(const Profile &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Mode {
        Add,
        Edit,
        Duplicate,
    };

    void connectButtons();
    void reload(const QString &selectedId);
    const SavedProfile *selected() const;
    QList<Profile> all() const;
    void openSelected();
    void edit(Mode mode);
    void openEditor(Mode mode, const Profile &profile, const CredentialAnswer &kept);
    /// @p kept is what the keychain has for @p before.
    std::optional<Error> save(Mode mode, const Profile &before, const ProfileEditor &editor,
                              const Credentials &kept);
    void storeSecrets(const Profile &profile, const Credentials &credentials);
    void askRemove();
    void remove(const Profile &profile);
    void move(int step);
    void importFile(const QString &file);
    void exportFile(const QString &file);
    /// Says @p text, and says it again in another language when that changes.
    void say(std::function<QString()> text);
    void updateButtons();
    void retranslate();

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    ProfileStore *m_profiles;
    SecretStore *m_secrets;
    ProfileModel m_model;
    QPointer<PendingCall> m_call;
    std::function<QString()> m_message;
};
