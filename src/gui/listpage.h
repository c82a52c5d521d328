// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/listplan.h"
#include "kick/listresolution.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListPage;
}

class PoolApplications;
class Session;

/// Many users at once, in three steps: where the list comes from, who is meant, and what it comes to.
class ListPage : public QWidget
{
    Q_OBJECT

public:
    /// @p session must outlive the page.
    explicit ListPage(Session *session, QWidget *parent = nullptr);
    ~ListPage() override;

    /// Takes a list from the clipboard; not while another is in hand.
    void paste();
    /// Takes users that are known already.
    void takeUsers(const ListResolution &users);
    void focusStart();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectSteps();
    void show(QWidget *step);
    bool isAt(const QWidget *step) const;
    void goBack();
    /// Why @p plan cannot be used on this connection, or not any more.
    std::optional<Error> problem(const ListPlan &plan) const;
    void openPlan(const QString &file);
    void choosePlanFile(const ListPlan &plan);
    void retranslate();

    std::unique_ptr<Ui::ListPage> m_ui;
    Session *m_session;
    std::unique_ptr<PoolApplications> m_pool;
};
