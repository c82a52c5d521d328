// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolver.h"
#include "models/user/departmentmodel.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class PoolDialog;
}

/// Which users of the pool become a list: those with a status, or those of a department.
class PoolDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p client must outlive the dialog.
    explicit PoolDialog(Client *client, QWidget *parent = nullptr);
    ~PoolDialog() override;

    /// Nothing while no department is chosen.
    std::optional<PoolSelection> selection() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();
    void search();

    std::unique_ptr<Ui::PoolDialog> m_ui;
    DepartmentModel m_model;
    /// Runs while somebody types.
    QTimer m_pause;
};
