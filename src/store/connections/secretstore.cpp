// SPDX-License-Identifier: Apache-2.0
#include "store/connections/secretstore.h"

#include "core/files/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A root certificate is smaller.
constexpr qint64 longestRoot = qint64{1} * 1024 * 1024;

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The root counts as what it is, not only by its name: who can write the file must not get the secret.
QString bindingOf(const Profile &profile)
{
    const Proxy &proxy = profile.proxy;
    const QByteArray root =
        profile.caFile.isEmpty() ? QByteArray() : digestOf(Files::read(profile.caFile, longestRoot).bytes);
    const QJsonArray parts{profile.id,
                           profile.host.toString(),
                           profile.keyId,
                           int(proxy.mode),
                           proxy.host,
                           proxy.port,
                           proxy.user,
                           profile.caFile,
                           QString::fromLatin1(root)};
    return QString::fromLatin1(digestOf(QJsonDocument(parts).toJson(QJsonDocument::Compact)));
}

} // namespace

SecretKey SecretKey::accessKey(const Profile &profile)
{
    return {.kind = Kind::AccessKey,
            .host = profile.host.toString(),
            .keyId = profile.keyId,
            .binding = bindingOf(profile)};
}

SecretKey SecretKey::proxyPassword(const Profile &profile)
{
    return {.kind = Kind::ProxyPassword,
            .host = u"%1:%2"_s.arg(profile.proxy.host, QString::number(profile.proxy.port)),
            .keyId = profile.proxy.user,
            .binding = bindingOf(profile)};
}

QString secretStateText(SecretState state)
{
    switch (state) {
    case SecretState::Done:
        return {};
    case SecretState::NotFound:
        return QCoreApplication::translate(
            "SecretState", "The keychain has no secret for this connection as it is now. Enter it once.");
    case SecretState::None:
        return QCoreApplication::translate(
            "SecretState",
            "This computer has no keychain that answers. Enter the secret; it is kept in memory "
            "until the program ends.");
    case SecretState::Locked:
        return QCoreApplication::translate(
            "SecretState", "The keychain is locked. Unlock it and try again, or enter the secret; it is then "
                           "kept in memory until the program ends.");
    case SecretState::Denied:
        return QCoreApplication::translate(
            "SecretState",
            "The keychain does not let this program in. Allow it there, or enter the secret; it "
            "is then kept in memory until the program ends.");
    case SecretState::TimedOut:
        return QCoreApplication::translate(
            "SecretState", "The keychain does not answer. Enter the secret; it is kept in memory until the "
                           "program ends.");
    }
    return {};
}

QString secretUnkeptText(SecretState state)
{
    switch (state) {
    case SecretState::Done:
        return {};
    case SecretState::None:
        return QCoreApplication::translate(
            "SecretState",
            "This computer has no keychain that answers, so the secret is kept in memory until "
            "the program ends.");
    case SecretState::Locked:
        return QCoreApplication::translate(
            "SecretState", "The keychain is locked, so the secret is kept in memory until the program ends.");
    case SecretState::NotFound:
    case SecretState::Denied:
        return QCoreApplication::translate(
            "SecretState",
            "The keychain did not take the secret, so it is kept in memory until the program ends.");
    case SecretState::TimedOut:
        return QCoreApplication::translate(
            "SecretState",
            "The keychain does not answer, so the secret is kept in memory until the program ends.");
    }
    return {};
}

QString secretStateName(SecretState state)
{
    switch (state) {
    case SecretState::Done:
        return u"done"_s;
    case SecretState::NotFound:
        return u"keychain-not-found"_s;
    case SecretState::None:
        return u"keychain-none"_s;
    case SecretState::Locked:
        return u"keychain-locked"_s;
    case SecretState::Denied:
        return u"keychain-denied"_s;
    case SecretState::TimedOut:
        return u"keychain-hang"_s;
    }
    return {};
}
