// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Something about the data folder or the program that a person has to know; facts only.
struct StoreNotice
{
    enum class Kind {
        /// The journal was damaged; it was put aside under the name in @c path.
        JournalQuarantined,
        /// The journal @c path is not the one that was written last: nothing is sent.
        JournalForeign,
        /// The journal @c path has tables or triggers that this program did not make: nothing is sent.
        JournalChanged,
        /// What SQLite keeps beside the journal @c path was deleted or replaced; nothing was lost.
        JournalLogReplaced,
        /// Others could read the folder @c path.
        FolderRepaired,
        /// The folder @c path belongs to another user; the program does not use it.
        FolderOfAnotherUser,
        /// The folder @c path cannot be made or written.
        FolderUnusable,
        /// The file of settings @c path cannot be written.
        SettingsUnwritable,
        /// A newer version was announced: @c path has its number and its page.
        NewVersion,
    };
    Kind kind = Kind::JournalQuarantined;
    QString path;

    friend bool operator==(const StoreNotice &, const StoreNotice &) = default;
};

/// How bad it is, 0 for the worst: nothing can be sent, the past is elsewhere, something was put right, news.
int severity(StoreNotice::Kind kind);

/// What has happened and what follows from it, in the language of the program.
QString storeNoticeText(const StoreNotice &notice);
