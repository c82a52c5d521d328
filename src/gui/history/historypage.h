// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/history/historywords.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class HistoryPage;
}

class HistoryModel;
class HistoryReader;
class PendingCall;
struct StoreNotice;

/// Every kick that was sent from this computer: filter, details, export, check for alterations.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);
    ~HistoryPage() override;

    /// Fills the page, which is empty before; nothing from the second time on. @p reader must outlive the
    /// page.
    void start(HistoryReader *reader);

    void refresh();
    void focusFilter();

Q_SIGNALS:
    /// A finding about the journal that is shown.
    void journalNoticed(const StoreNotice &notice);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectControls();
    void retranslate();
    /// For the words of the language.
    void resizeColumns();
    void chooseRow();
    void showDetail(qint64 itemId);
    void verify();
    void chooseFile();
    void exportTo(const QString &file);
    void copyDetail();
    void setNotice(const HistoryNotice &notice);

    /// Null until start().
    std::unique_ptr<Ui::HistoryPage> m_ui;
    std::unique_ptr<HistoryModel> m_model;
    HistoryReader *m_reader = nullptr;
    QPointer<PendingCall> m_detailCall;
    /// The kick that is shown; it stays chosen when the rows are read again. 0 for none.
    qint64 m_itemId = 0;
    HistoryNotice m_notice;
    /// Files of earlier histories that were damaged.
    QStringList m_putAside;
};
