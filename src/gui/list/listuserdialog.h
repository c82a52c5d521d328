// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "store/history/historytypes.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class ListUserDialog;
}

class HistoryReader;
class PoolApplications;

/// The details of one user of a list: the result, why, and each application before and after.
class ListUserDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p pool, which names the applications, must outlive the dialog.
    explicit ListUserDialog(const PoolApplications *pool, QWidget *parent = nullptr);
    ~ListUserDialog() override;

    /// Shows the kick @p itemId of the history.
    void read(HistoryReader *history, qint64 itemId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::ListUserDialog> m_ui;
    const PoolApplications *m_pool;
    /// Number 0 until it is read.
    HistoryDetail m_detail;
    std::optional<Error> m_error;
};
