// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"

#include <QDateTime>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QPointer>
#include <QStringList>

class QLocalSocket;

/// Who has the window of a data folder, as far as it is known.
struct InstanceOwner
{
    qint64 pid = 0;
    /// The computer's name as the lock has it; empty when it cannot be read.
    ServerText computer;
    /// Another session of the same user on this computer; empty when it is this one, or unknown.
    ServerText session;
    /// UTC.
    QDateTime since;
    /// The lock.
    QString file;
    /// False when the lock was left by another computer, which cannot be asked from here.
    bool isHere = true;
};

/// One window for each data folder. The first start owns the folder's lock, which ends with its process; a
/// later one hands over what it was asked to open, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// Items of one hand-over, and characters of one item.
    static constexpr qsizetype maximumItems = 16;
    static constexpr qsizetype maximumItemLength = 4096;

    /// @p session names where this window is seen (currentSession()).
    explicit SingleInstance(const QString &folder, QString session = currentSession(),
                            QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True when this start is the owner, and listens. Also true where no lock can be had at all, because a
    /// window without company is better than none.
    bool acquire();

    /// Who has the lock.
    InstanceOwner owner() const;

    /// acquire() after the lock of an owner on another computer, which is not there any longer, was removed.
    bool takeOver();

    enum class Answer {
        Taken,
        /// The window is in another session of this user, so it cannot be seen from here.
        OtherSession,
        NoAnswer,
    };
    Q_ENUM(Answer)

    /// Sends @p items to the owner; none: only raise the window. handOverEnded() follows.
    void handOver(const QStringList &items);

    /// What may be handed over: the text of a "kickdesk:" link, or the absolute path of a file.
    static bool isItem(const QString &text);

    /// What tells the screens of one user apart: the display, or the number of the session (Windows).
    static QString currentSession();

    /// Where the owner of @p folder listens: a file that only its user can reach, or a pipe of that name
    /// (Windows).
    static QString serverName(const QString &folder);

Q_SIGNALS:
    /// The owner got @p items from a later start; what is no item has been dropped.
    void received(const QStringList &items);
    void handOverEnded(SingleInstance::Answer answer);

private:
    void accept();
    void read(QLocalSocket *socket);
    void takeAnswer();
    void end(Answer answer);

    QString m_name;
    QString m_session;
    QLockFile m_lock;
    QLocalServer m_server;
    QPointer<QLocalSocket> m_socket;
    ServerText m_otherSession;
    bool m_isEnded = false;
};
