// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/files/storenotice.h"

#include <QFrame>
#include <QList>

#include <memory>

namespace Ui {
class NoticeBar;
}

/// What the agent has to know about the data folder, above every page until it is closed: all of it at once,
/// the worst first and the newest of those that are as bad.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);
    ~NoticeBar() override;

    void add(const StoreNotice &notice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void closeAll();
    void retranslate();

    std::unique_ptr<Ui::NoticeBar> m_ui;
    QList<StoreNotice> m_notices;
};
