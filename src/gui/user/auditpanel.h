// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/history/auditmodel.h"

#include <QWidget>

#include <memory>

namespace Ui {
class AuditPanel;
}

/// The pool's own log of what administrators did.
class AuditPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPanel(QWidget *parent = nullptr);
    ~AuditPanel() override;

    /// @p model must outlive the panel.
    void setModel(AuditModel *model);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::AuditPanel> m_ui;
    AuditModel *m_model = nullptr;
};
