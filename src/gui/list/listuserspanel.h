// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/idlist.h"
#include "kick/plan/listresolver.h"
#include "models/list/listrowmodel.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListUsersPanel;
}

class Session;

/// Who the rows of a list mean: each in its bucket. Rows are left out, decided, or taken all the same here,
/// and what is left over can be exported.
class ListUsersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ListUsersPanel(QWidget *parent = nullptr);
    ~ListUsersPanel() override;

    /// @p session must outlive the panel.
    void start(Session *session);

    /// Looks up every row of @p list.
    void resolve(const QString &name, const IdList &list);
    /// Collects everyone who is online in @p application.
    void resolveOnline(const Application &application);
    /// Collects everyone who is in @p selection.
    void resolvePool(const PoolSelection &selection);
    /// Shows users that are known already.
    void show(const ListResolution &resolution);
    /// Gives up the users, and their memory.
    void clear();

    /// Leads to the search in the rows.
    void focusSearch();

    const ListResolution &resolution() const { return m_model.resolution(); }
    bool isBusy() const { return !m_call.isNull(); }
    /// The agent has removed rows, chosen among matches or taken protected users.
    bool hasDecisions() const { return m_hasDecisions; }
    /// Gives up what is under way, and goes back to the source.
    void goBack();

Q_SIGNALS:
    /// The agent goes on with what is planned of the resolution.
    void planRequested();
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin(const QString &name);
    void ask();
    void showProgress(const ListProgress &progress);
    void take(const Result<ListResolution> &resolution);
    void retranslate();
    void resizeColumns();
    void showRows();
    void updateButtons();
    bool isChosen(ListBucket bucket) const;
    void toggleRemoved();
    void chooseUser();
    void overrideProtection();
    void chooseRestFile();
    void saveRest(const QString &file);

    std::unique_ptr<Ui::ListUsersPanel> m_ui;
    ListRowModel m_model;
    Session *m_session = nullptr;
    std::unique_ptr<ListResolver> m_resolver;
    QPointer<PendingCall> m_call;
    /// The name of the file or application; empty for pasted text and for ticked users.
    QString m_name;
    IdList m_list;
    std::optional<Application> m_application;
    std::optional<PoolSelection> m_selection;
    std::optional<Error> m_error;
    bool m_hasDecisions = false;
    /// Where the rest was written, or why it could not be.
    QString m_restFile;
    std::optional<Error> m_restError;
};
