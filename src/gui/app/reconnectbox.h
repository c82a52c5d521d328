// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"

#include <QMessageBox>

/// Says that the open connection was changed in a way that needs it to be opened again, and offers that.
class ReconnectBox : public QMessageBox
{
    Q_OBJECT

public:
    /// @p name of the connection.
    explicit ReconnectBox(ServerText name, QWidget *parent = nullptr);

Q_SIGNALS:
    void reconnectRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ServerText m_name;
    QPushButton *m_openButton;
    QPushButton *m_laterButton;
};
