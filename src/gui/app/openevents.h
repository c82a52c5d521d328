// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

/// What macOS asks a program to open, a link or a file, comes as an event and not as an argument.
class OpenEvents : public QObject
{
    Q_OBJECT

public:
    /// Listens at the application.
    explicit OpenEvents(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// An item as SingleInstance::isItem() has it; what is none has been dropped.
    void received(const QString &item);
};
