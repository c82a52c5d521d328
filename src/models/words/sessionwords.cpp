// SPDX-License-Identifier: Apache-2.0
#include "models/words/sessionwords.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

QString SessionWords::label(SessionState state)
{
    switch (state) {
    case SessionState::Online:
        return QCoreApplication::translate("SessionWords", "online");
    case SessionState::Offline:
        return QCoreApplication::translate("SessionWords", "offline");
    case SessionState::Unknown:
        return QCoreApplication::translate("SessionWords", "unknown");
    }
    return {};
}

QString SessionWords::marked(SessionState state)
{
    switch (state) {
    case SessionState::Online:
        return u"● "_s + label(state);
    case SessionState::Offline:
        return u"○ "_s + label(state);
    case SessionState::Unknown:
        return u"? "_s + label(state);
    }
    return {};
}

QString SessionWords::checking()
{
    return QCoreApplication::translate("SessionWords", "checking…");
}
