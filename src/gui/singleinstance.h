// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QPointer>
#include <QStringList>

class QLocalSocket;

/// One window for each data folder. The first start owns the folder's lock, which ends with its process; a
/// later one hands over what it was asked to open, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Items of one hand-over, and characters of one item.
    static constexpr qsizetype maximumItems = 16;
    static constexpr qsizetype maximumItemLength = 4096;

    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this start is the owner, and listens. Also true where no lock can be had at all, because a
    /// window without company is better than none.
    bool acquire();

    /// Sends @p items to the owner; none: only raise the window. handOverEnded() follows.
    void handOver(const QStringList &items);

    /// What may be handed over: the text of a "kickdesk:" link, or the absolute path of a file.
    static bool isItem(const QString &text);

Q_SIGNALS:
    /// The owner got @p items from a later start; what is no item has been dropped.
    void received(const QStringList &items);
    /// Whether the owner took them.
    void handOverEnded(bool isTaken);

private:
    void accept();
    void read(QLocalSocket *socket);
    void end(bool isTaken);

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
    QPointer<QLocalSocket> m_socket;
    bool m_isEnded = false;
};
