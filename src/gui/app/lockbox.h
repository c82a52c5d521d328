// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMessageBox>

/// Stands in the place of the window while the program is locked.
class LockBox : public QMessageBox
{
    Q_OBJECT

public:
    explicit LockBox(QWidget *parent = nullptr);

Q_SIGNALS:
    void unlockRequested();
    void quitRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_unlockButton;
    QPushButton *m_quitButton;
};
