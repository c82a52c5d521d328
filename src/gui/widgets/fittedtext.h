// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

/// Plain text to read, wrapped, as high as its lines; from the sixth line on it scrolls, by keyboard too.
class FittedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int maximumLines = 5;

    explicit FittedText(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};
