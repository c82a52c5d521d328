// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/user/namemarks.h"

#include <QWidget>

class QLabel;

/// Icon and sentence that say why a name does not tell who is meant; hidden where it does.
class NameMarkBar : public QWidget
{
    Q_OBJECT

public:
    explicit NameMarkBar(QWidget *parent = nullptr);

    void setMark(NameMark mark);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_icon;
    QLabel *m_label;
    NameMark m_mark = NameMark::None;
};
