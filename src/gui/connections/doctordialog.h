// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/doctor/doctor.h"
#include "models/connections/doctormodel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DoctorDialog;
}

/// Examines the open connection, and shows what was found and what to do.
class DoctorDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins at once. @p session must outlive the dialog.
    explicit DoctorDialog(Session *session, QWidget *parent = nullptr);
    ~DoctorDialog() override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restart();
    void copyReport();
    void update();
    void retranslate();
    QString headline() const;

    std::unique_ptr<Ui::DoctorDialog> m_ui;
    Session *m_session;
    Doctor m_doctor;
    DoctorModel m_model;
    bool m_isCopied = false;
};
