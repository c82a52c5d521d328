// SPDX-License-Identifier: Apache-2.0
#include "store/secretstore.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

SecretKey SecretKey::accessKey(const Profile &profile)
{
    return {.kind = Kind::AccessKey, .host = profile.host.toString(), .keyId = profile.keyId};
}

SecretKey SecretKey::proxyPassword(const Profile &profile)
{
    return {.kind = Kind::ProxyPassword,
            .host = u"%1:%2"_s.arg(profile.proxy.host, QString::number(profile.proxy.port)),
            .keyId = profile.proxy.user};
}

QString secretStateText(SecretState state)
{
    switch (state) {
    case SecretState::Done:
        return {};
    case SecretState::NotFound:
        return QCoreApplication::translate(
            "SecretState", "The keychain has no secret for this host and key. Enter it once.");
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
