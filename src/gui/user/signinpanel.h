// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/history/loginhistorymodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInPanel;
}

/// The sign-ins of the open user.
class SignInPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPanel(QWidget *parent = nullptr);
    ~SignInPanel() override;

    /// @p model must outlive the panel.
    void setModel(LoginHistoryModel *model);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::SignInPanel> m_ui;
    LoginHistoryModel *m_model = nullptr;
};
