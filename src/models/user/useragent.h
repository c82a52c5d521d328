// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"

#include <QString>

/// What a browser says about itself, as far as a helpdesk needs it; empty where it names nothing we know.
struct UserAgent
{
    /// Name and major version, such as "Chrome 126".
    QString browser;
    /// Such as "Windows".
    QString system;
};

namespace UserAgents {

UserAgent parse(const ServerText &text);

/// "Chrome 126 · Windows"; the text itself where nothing in it is known.
QString summary(const ServerText &text);

} // namespace UserAgents
