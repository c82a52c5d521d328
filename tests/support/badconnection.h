// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

/// A fault of connection, proxy or TLS from the catalogue, set up on this computer for as long as the object
/// lives; and what the user has to be told about it.
class BadConnection
{
public:
    /// The names of the faults after which nothing has been sent.
    static QStringList names();

    /// @p name is one of names().
    explicit BadConnection(const QString &name);
    ~BadConnection();
    Q_DISABLE_COPY_MOVE(BadConnection)

    /// A connection that meets the fault; signs with a made-up secret.
    const Profile &profile() const { return m_profile; }

    /// The words in both languages.
    QString english() const { return m_english; }
    QString chinese() const { return m_chinese; }

    /// What has come behind the handshake, or to the proxy: nothing of a request may be in it.
    QByteArray received() const;
    /// True when a proxy has to be asked for a tunnel before it can refuse it.
    bool isProxyAsked() const { return m_isProxyAsked; }

private:
    struct Parts;

    void connectToNobody(const QString &name);
    void goThroughProxy(const QString &name);
    void meetSandbox(const QString &name);
    void meetWeakServer(const QString &name);
    void setWords(const QString &english, const QString &chinese, const QString &place);
    void setUntrusted(const QString &english, const QString &chinese);

    std::unique_ptr<Parts> m_parts;
    Profile m_profile;
    QString m_english;
    QString m_chinese;
    bool m_isProxyAsked = false;
};
