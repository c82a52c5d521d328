// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/list/listrowmodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LeftOutDialog;
}

/// The users of a list that its plan leaves out: who they are, why, and in which row they stand.
class LeftOutDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p leftOut comes from ListResolutions::leftOut().
    explicit LeftOutDialog(const ListResolution &leftOut, QWidget *parent = nullptr);
    ~LeftOutDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chooseFile();
    void save(const QString &file);

    std::unique_ptr<Ui::LeftOutDialog> m_ui;
    ListRowModel m_model;
    QPushButton *m_exportButton = nullptr;
    /// Where the rows were written, or why they could not be.
    QString m_file;
    std::optional<Error> m_error;
};
