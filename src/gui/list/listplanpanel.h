// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplancheck.h"
#include "kick/plan/listplanner.h"
#include "kick/run/listrunopening.h"
#include "models/list/listplanmodel.h"
#include "models/user/applicationmodel.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListPlanPanel;
}

class PoolApplications;
class Session;

/// Where the users of a list are to be forced offline, what that comes to, and the consent to it.
class ListPlanPanel : public QWidget
{
    Q_OBJECT

public:
    /// Above so many users their number is typed.
    static constexpr qint64 longestUnarmed = 10;

    explicit ListPlanPanel(QWidget *parent = nullptr);
    ~ListPlanPanel() override;

    /// @p session and @p pool must outlive the panel.
    void start(Session *session, PoolApplications *pool);

    /// Another list begins: nothing is left of the former one. Where all its users are online in one
    /// @p application, that one alone is ticked.
    void begin(const std::optional<Application> &application = {});
    /// Asks where the users of @p resolution are to be forced offline.
    void open(const ListResolution &resolution);
    /// Shows a plan that was made before.
    void open(const ListPlan &plan);
    /// Gives up users and plan, and their memory.
    void clear();

    /// Says that the plan is in @p file, or why it is not.
    void showSaved(const QString &file, const std::optional<Error> &error);

    bool isBusy() const { return !m_call.isNull(); }
    bool hasPlan() const { return m_planned.has_value(); }
    /// Gives up what is under way or planned, and else goes back to the users.
    void goBack();

Q_SIGNALS:
    /// The agent wants @p wish to be run.
    void runRequested(const ListRunWish &wish);
    /// The agent wants @p plan to be written into a file.
    void saveRequested(const ListPlan &plan);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void make();
    void take(const Result<PlannedList> &planned);
    void fillApplications();
    void retranslate();
    void update();
    void showFacts();
    void showNotice();
    void showLeftOut();
    ListWish wish() const;
    qint64 userCount() const;
    qint64 cap() const;
    /// The first thing that the agent still owes; empty when the plan may be run.
    QString missing() const;
    void run();

    std::unique_ptr<Ui::ListPlanPanel> m_ui;
    ApplicationModel m_applications;
    ListPlanModel m_model;
    Session *m_session = nullptr;
    PoolApplications *m_pool = nullptr;
    std::unique_ptr<ListPlanner> m_planner;
    QPointer<PendingCall> m_call;
    ListResolution m_resolution;
    std::optional<PlannedList> m_planned;
    ListPlanSummary m_summary;
    /// The rows that the plan leaves out.
    ListResolution m_leftOut;
    /// The plan came from a file: there is no resolution behind it.
    bool m_isOpened = false;
    QString m_savedFile;
    std::optional<Error> m_error;
};
