// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ManualPanel;
}

/// For a key that may not look users up: identifier, its type and application IDs, typed or pasted.
class ManualPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ManualPanel(QWidget *parent = nullptr);
    ~ManualPanel() override;

    /// Starts with what was typed into the search box.
    void open(const QString &text, const std::optional<IdType> &type);
    void focusApplications();

    // What has been typed since open().
    IdType type() const;
    /// The cleaned identifier; empty when it cannot be one.
    QString identifier() const;
    /// The application IDs, each once; empty when one of them cannot be one.
    QStringList appIds() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// With its widgets: the window is painted before anybody needs them.
    void fill();
    void retranslate();
    void updateProblem();
    QStringList typedAppIds() const;

    /// Null until open().
    std::unique_ptr<Ui::ManualPanel> m_ui;
};
