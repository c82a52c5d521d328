// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

#include <QMessageBox>

/// Says that a connection cannot be opened because its CA file gives no root to trust.
class RefusedBox : public QMessageBox
{
    Q_OBJECT

public:
    explicit RefusedBox(const Profile &profile, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_caFile;
};
