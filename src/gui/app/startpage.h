// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QDialog>

#include <memory>

namespace Ui {
class StartPage;
}

class QLabel;

/// Where an agent begins who has opened nothing yet: the sandbox, a connection, or a file of connections.
class StartPage : public QDialog
{
    Q_OBJECT

public:
    /// @p language is the one that the program speaks.
    explicit StartPage(Language language, QWidget *parent = nullptr);
    ~StartPage() override;

Q_SIGNALS:
    void sandboxChosen(bool isTourWanted);
    void connectionWanted();
    void importWanted();
    void languageChosen(Language language);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcons();
    void retranslate();

    std::unique_ptr<Ui::StartPage> m_ui;
};
