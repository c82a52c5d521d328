// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/files/settings.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SettingsDialog;
}

/// The choices for the program as a whole.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p canUpdate: this build says where new versions are announced.
    SettingsDialog(const Settings &settings, bool canUpdate, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// What was there with what the form says.
    Settings settings() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Settings m_original;
};
