// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/app/preferences.h"
#include "store/files/storenotice.h"

#include <QUrl>

class Session;

/// Looks once a day whether a newer version has been announced, unless the settings say no, and tells of it.
class UpdateNotice : public QObject
{
    Q_OBJECT

public:
    /// @p preferences must outlive it.
    explicit UpdateNotice(Preferences *preferences, QObject *parent = nullptr)
        : QObject(parent)
        , m_preferences(preferences)
    {
    }

    /// Where new versions are announced; while it is empty, nothing is looked up.
    void setFeed(const QUrl &feed) { m_feed = feed; }
    bool hasFeed() const { return !m_feed.isEmpty(); }

    /// Looks if it is time, through the network of @p session, which a company's proxy may ask for.
    void look(Session *session);

Q_SIGNALS:
    void found(const StoreNotice &notice);

private:
    Preferences *m_preferences;
    QUrl m_feed;
};
