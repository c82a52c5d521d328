// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtGlobal>

/// What the next event follows.
struct EventLink
{
    qint64 seq = 0;
    QByteArray hash;

    friend bool operator==(const EventLink &, const EventLink &) = default;
};

/// Which journal it is and how far it has come: enough to tell another journal, or an older state of this
/// one, from the one that is meant.
struct JournalPast
{
    QByteArray identity;
    EventLink newest;

    friend bool operator==(const JournalPast &, const JournalPast &) = default;
};
