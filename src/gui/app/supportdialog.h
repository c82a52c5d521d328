// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/app/supportreport.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class SupportDialog;
}

/// Shows what would be given to support, word for word, and saves it.
class SupportDialog : public QDialog
{
    Q_OBJECT

public:
    SupportDialog(const SupportReport &report, LogFile log, QWidget *parent = nullptr);
    ~SupportDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void askWhere();
    void save(const QString &file);
    void retranslate();

    std::unique_ptr<Ui::SupportDialog> m_ui;
    SupportReport m_report;
    LogFile m_log;
    std::function<QString()> m_message;
};
