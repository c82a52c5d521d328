// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

/// A plain text of one line that ends in an ellipsis where it has not enough room; the tool tip then has all
/// of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};
