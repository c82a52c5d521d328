// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/profile.h"
#include "core/values/secret.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Ui {
class ProfileEditor;
}

/// Every field of one connection. A secret is entered here and never shown: the form starts without it.
class ProfileEditor : public QDialog
{
    Q_OBJECT

public:
    explicit ProfileEditor(QWidget *parent = nullptr);
    ~ProfileEditor() override;

    /// Fills the form. @p isSecretKept: a secret for @p profile as it is now is there already.
    void edit(const Profile &profile, bool isSecretKept);

    /// Calls @p save when the form is complete. The dialog stays open and says why when that fails.
    void setSaving(std::function<std::optional<Error>(const Profile &)> save) { m_save = std::move(save); }

    /// What the form says, cleaned; complete once the dialog has been accepted.
    Profile profile() const;
    /// What was typed; empty when the one that is there is to stay.
    Secret secret() const;
    Secret proxyPassword() const;

    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Problem {
        NoName,
        NoKeyId,
        BadKeyId,
        NoSecret,
        LongSecret,
        BadCaFile,
        NoProxyHost,
        BadTenant,
        BadProtectedUser,
    };

    void save();
    void retranslate();
    void updateNotes();
    QString caFileNote() const;
    void updateProxy();
    void chooseCaFile();
    bool isSecretKept() const;
    std::optional<Problem> problem() const;
    QString problemText() const;
    QWidget *fieldOf(Problem problem) const;
    void showProblem(QWidget *field);

    std::unique_ptr<Ui::ProfileEditor> m_ui;
    Profile m_original;
    bool m_isSecretKept = false;
    std::optional<Problem> m_problem;
    std::optional<Error> m_hostError;
    std::optional<Error> m_saveError;
    std::function<std::optional<Error>(const Profile &)> m_save;
};
