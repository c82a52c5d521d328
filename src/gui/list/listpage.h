// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listsource.h"
#include "gui/list/listfiles.h"
#include "gui/list/listruncontroller.h"
#include "kick/plan/listresolution.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ListPage;
}

class HistoryReader;
class PoolApplications;
class Session;
class Translation;

/// Many users at once, in four steps: where the list comes from, who is meant, what it comes to, and the run.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    /// What the page works with; all must outlive it.
    struct Parts
    {
        Session *session = nullptr;
        HistoryReader *history = nullptr;
        Translation *translation = nullptr;
    };

    ListPage(const Parts &parts, const ListRunThread::Parts &jobs, QWidget *parent = nullptr);
    ~ListPage() override;

    // Each of these asks first where a list is being worked on, and says so where one runs.

    /// Takes a list from the clipboard.
    void paste();
    /// Takes users that are known already.
    void takeUsers(const ListResolution &users);
    void resume(const ListRecord &record);
    void look(const ListRecord &record);

    void focusStart();

    bool isRunning() const { return m_dispatch.isBusy(); }
    /// How the list stands that is run or looked at.
    ListRunSummary summary() const;
    void stop() { m_dispatch.stop(); }

    /// A run is shown and has come to an end.
    bool hasReceipt() const;
    /// Copies its receipt in the language of the program.
    void copyReceipt() const;

Q_SIGNALS:
    /// isRunning() answers otherwise.
    void runningChanged();
    /// hasReceipt() may answer otherwise.
    void receiptChanged();
    /// A run is over, or waits for a decision.
    void ended(const ListRunEnd &end);
    void canaryEnded();
    /// The server of the run answers in another way than before; @p error tells why it does not.
    void answered(const std::optional<Error> &error);
    /// As Journal::noticed().
    void journalNoticed(const StoreNotice &notice);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectSteps();
    /// Calls @p go when no list is in hand any more.
    void whenFree(const std::function<void()> &go);
    bool isInHand() const;
    void giveUp();
    void show(QWidget *step);
    bool isAt(const QWidget *step) const;
    void goBack();
    void focusSearch();
    void resumeShown();
    void choosePool();
    void openPlan(const ListPlan &plan);
    /// Runs it; where an unfinished list is for the same users, that one is offered first.
    void begin(const ListRunWish &wish);
    void run(const ListRunWish &wish);
    void choosePlanFile(const ListPlan &plan);
    void retranslate();

    std::unique_ptr<Ui::ListPage> m_ui;
    Parts m_parts;
    ListFiles m_files;
    std::unique_ptr<PoolApplications> m_pool;
    ListRunController m_dispatch;
    ListReader m_reader;
    /// Looks for an unfinished list before another begins.
    QPointer<PendingCall> m_look;
    /// Belongs to the list in hand.
    ListSource m_source;
};
