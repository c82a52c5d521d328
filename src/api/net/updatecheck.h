// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/transport.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

/// A newer version of this program, as it was announced.
struct NewVersion
{
    /// Such as "1.3.0".
    QString version;
    /// Where it is described and to be had; https.
    QUrl page;
};

/// Looks whether a newer version has been announced: one plain GET of a small JSON file,
/// `{"version":"1.3.0","page":"https://…"}`, that tells nothing about this computer or its users. Nothing is
/// ever installed.
namespace UpdateCheck {

/// Where versions of this build are announced; empty in a build that does not say (KICKDESK_UPDATE_FEED).
QUrl builtInFeed();

using Handler = std::function<void(const std::optional<NewVersion> &)>;

/// Answers with a version newer than @p current; with nothing when there is none, or no answer that can be
/// understood. @p feed is an https URL, or http to this computer.
PendingCall *look(Transport *transport, const QUrl &feed, const QString &current, QObject *context,
                  Handler handler);

} // namespace UpdateCheck
