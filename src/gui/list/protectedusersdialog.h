// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace Ui {
class ProtectedUsersDialog;
}

/// The question before protected users of a list are planned all the same: it takes a reason, and the typed
/// name of the one user or the typed number of several.
class ProtectedUsersDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProtectedUsersDialog(const QList<ListRow> &rows, QWidget *parent = nullptr);
    ~ProtectedUsersDialog() override;

    QString reason() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();
    bool isConfirmed() const;

    std::unique_ptr<Ui::ProtectedUsersDialog> m_ui;
    QList<ListRow> m_rows;
};
