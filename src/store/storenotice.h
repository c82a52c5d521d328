// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Something about the data folder or the program that a person has to know; facts only.
struct StoreNotice
{
    enum class Kind {
        /// The journal was damaged; it was put aside under the name in @c path.
        JournalQuarantined,
        /// Others could read the folder @c path.
        FolderRepaired,
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

/// What has happened and what follows from it, in the language of the program.
QString storeNoticeText(const StoreNotice &notice);
