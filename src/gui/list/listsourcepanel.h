// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listdraft.h"
#include "core/list/listsource.h"
#include "core/plan/listplan.h"
#include "core/values/types.h"
#include "gui/widgets/statepane.h"
#include "models/list/listpreviewmodel.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class ListSourcePanel;
}

class ListFiles;
class PendingCall;
class PoolApplications;
class QMimeData;

/// Where a list comes from: the clipboard, a file, or the users of the pool. What is guessed
/// about it is shown and can be changed before anything is looked up.
class ListSourcePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ListSourcePanel(QWidget *parent = nullptr);
    ~ListSourcePanel() override;

    /// Both must outlive the panel.
    void start(PoolApplications *pool, ListFiles *files);

    void paste();
    /// Reads @p files one after the other into one list.
    void openFiles(const QStringList &files);
    /// Takes dropped or pasted data; false when there is nothing in it for a list.
    bool take(const QMimeData *content);
    /// Shows why what was chosen cannot be used.
    void refuse(const Error &error);
    void clear();
    /// Gives up what is being read; what was there before stays.
    void cancel();
    void focusStart();

Q_SIGNALS:
    /// The agent wants the users of @p list to be looked up, which was read from @p source. @p name is the
    /// file's, empty for pasted text.
    void listChosen(const QString &name, const IdList &list, const ListSource &source);
    /// The agent wants everyone who is online in @p application.
    void onlineChosen(const Application &application);
    /// The agent wants to choose among the users of the pool.
    void poolRequested();
    /// The agent has opened a plan.
    void planChosen(const ListPlan &plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void choosePlan();
    void openPlan(const QString &file);
    void await(PendingCall *reading);
    void endReading();
    void load(const ListReading &reading);
    void show(qsizetype file);
    void connectGuesses();
    /// Puts what @p to makes of the draft in its place.
    void change(const std::function<ListDraft(const ListDraft &)> &to);
    void collect();
    void submit();
    void retranslate();
    void fillApplications();
    void showList();
    StatePane::Content stateContent(bool isReading) const;
    QString hint() const;
    const ListDraft &draft() const { return m_list.drafts.at(m_current); }
    QStringList fileNames() const;
    ListSource source() const;

    std::unique_ptr<Ui::ListSourcePanel> m_ui;
    ListPreviewModel m_preview;
    PoolApplications *m_pool = nullptr;
    ListFiles *m_files = nullptr;
    QPointer<PendingCall> m_reading;
    /// Runs until the agent has to be told that it takes a while.
    QTimer m_patience;
    /// A draft for each file, as it was read first, and then as the agent says; and what is looked up.
    ListReading m_list;
    qsizetype m_current = 0;
    /// Nothing is there yet.
    bool m_isEmpty = true;
};
