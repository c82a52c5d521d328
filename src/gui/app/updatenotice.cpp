// SPDX-License-Identifier: Apache-2.0
#include "gui/app/updatenotice.h"

#include "api/net/updatecheck.h"
#include "kick/session.h"

void UpdateNotice::look(Session *session)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!hasFeed() || !m_preferences->settings().isUpdateCheckDue(now))
        return;
    m_preferences->change(
        [&now](Settings *settings) { settings->updateCheckedAt = now.toString(Qt::ISODate); });
    UpdateCheck::look(session->network(), m_feed, QStringLiteral(KICKDESK_VERSION), session,
                      [this](const std::optional<NewVersion> &version) {
                          if (version)
                              Q_EMIT found({.kind = StoreNotice::Kind::NewVersion,
                                            .path = version->version + u' ' + version->page.toString()});
                      });
}
