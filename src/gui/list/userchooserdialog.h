// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"

#include <QDialog>
#include <QStandardItemModel>

#include <memory>

namespace Ui {
class ListChooser;
}

/// Which of several users a row of a list means. Nothing is chosen beforehand: who presses Enter in a hurry
/// must not decide.
class ListChooser : public QDialog
{
    Q_OBJECT

public:
    explicit ListChooser(const ListRow &row, QWidget *parent = nullptr);
    ~ListChooser() override;

    /// Empty while no user is chosen.
    QString userId() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();

    std::unique_ptr<Ui::ListChooser> m_ui;
    ListRow m_row;
    QStandardItemModel m_model;
};
