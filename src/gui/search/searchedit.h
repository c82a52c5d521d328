// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

/// The search box, which knows a pasted text from a typed one.
class SearchEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchEdit(QWidget *parent = nullptr);

    /// True when the text in the box came at once: pasted, dropped or set by the program.
    bool isPasted() const { return m_isPasted; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void compare(const QString &text);

    QString m_former;
    bool m_isPasteKey = false;
    bool m_isPasted = false;
};
