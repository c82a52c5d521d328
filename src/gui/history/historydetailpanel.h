// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/history/historywords.h"

#include <QScrollArea>

#include <optional>

/// Everything that the journal has about one kick, in two columns.
class HistoryDetailPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit HistoryDetailPanel(QWidget *parent = nullptr);

    /// Nothing empties the panel.
    void setDetail(const std::optional<HistoryDetail> &detail);
    const std::optional<HistoryDetail> &detail() const { return m_detail; }

    /// All facts as lines of plain text, to be pasted into a ticket.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<HistoryDetail> m_detail;
};
