// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "models/user/applicationfilter.h"
#include "models/user/applicationmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ApplicationPanel;
}

/// The checklist of applications: filter, all / none / online, how many are ticked, and the states as they
/// arrive.
class ApplicationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationPanel(QWidget *parent = nullptr);
    ~ApplicationPanel() override;

    /// @p model must outlive the panel.
    void setModel(ApplicationModel *model);

    /// Shows names only: no states and no sign-ins, which belong to one user.
    void setForList();

    /// Shows that the list is on its way, or why it is not there.
    /// @p isPoolKnown is false where only the applications that the user ever used are known, because the key
    /// may not list those of the pool.
    void setPoolKnown(bool isPoolKnown);
    void setStatus(bool isLoading, const std::optional<Error> &error);

    void tickAll();
    void tickNone();
    /// Puts the keyboard into the list.
    void focusList();
    /// IDs of the rows on screen.
    QStringList visibleAppIds() const;

Q_SIGNALS:
    /// The agent asks to load the list again.
    void retryRequested();
    /// The agent wants to type application IDs instead.
    void manualRequested();
    /// The agent asks to check these applications again.
    void recheckRequested(const QStringList &appIds);
    /// Other rows are on screen.
    void scrolled();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void toggleAll();
    bool toggleCurrent();
    bool recheckCurrent();
    QStringList shownAppIds() const;

    std::unique_ptr<Ui::ApplicationPanel> m_ui;
    ApplicationModel *m_model = nullptr;
    ApplicationFilter m_filter;
    bool m_isLoading = false;
    bool m_isPoolKnown = true;
    std::optional<Error> m_error;
};
