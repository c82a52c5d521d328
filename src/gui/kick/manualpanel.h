// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"
#include "models/user/applicationmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ManualPanel;
}

class PoolApplications;

/// For a key without permission to look users up: identifier, its type, and applications: ticked in the list
/// of the pool where the key may read it, or by their IDs, typed or pasted.
class ManualPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ManualPanel(QWidget *parent = nullptr);
    ~ManualPanel() override;

    /// @p pool must outlive the panel.
    void start(PoolApplications *pool);

    /// Starts with what was typed into the search box.
    void open(const QString &text, const std::optional<IdType> &type);
    void focusApplications();

    // What has been typed since open().
    IdType type() const;
    /// The cleaned identifier; empty when it cannot be one.
    QString identifier() const;
    /// The applications, each once, with their names where they are known; empty when a typed ID cannot be
    /// one.
    QList<Application> applications() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// With its widgets: the window is painted before anybody needs them.
    void fill();
    void retranslate();
    void takeApplications();
    void updateProblem();
    QStringList typedAppIds() const;

    /// Null until open().
    std::unique_ptr<Ui::ManualPanel> m_ui;
    PoolApplications *m_pool = nullptr;
    ApplicationModel m_applications;
};
