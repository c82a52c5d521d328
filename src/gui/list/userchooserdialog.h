// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"

#include <QDialog>
#include <QStandardItemModel>

#include <memory>

namespace Ui {
class UserChooserDialog;
}

/// Which of several users a row of a list means. Nothing is chosen beforehand: who presses Enter in a hurry
/// must not decide.
class UserChooserDialog : public QDialog
{
    Q_OBJECT

public:
    explicit UserChooserDialog(const ListRow &row, QWidget *parent = nullptr);
    ~UserChooserDialog() override;

    /// Empty while no user is chosen.
    QString userId() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();

    std::unique_ptr<Ui::UserChooserDialog> m_ui;
    ListRow m_row;
    QStandardItemModel m_model;
};
