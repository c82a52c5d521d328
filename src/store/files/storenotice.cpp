// SPDX-License-Identifier: Apache-2.0
#include "store/files/storenotice.h"

#include "core/values/servertext.h"

#include <QCoreApplication>
#include <QDir>

namespace {

QString sentence(StoreNotice::Kind kind)
{
    switch (kind) {
    case StoreNotice::Kind::JournalQuarantined:
        return QCoreApplication::translate(
            "StoreNotice", "The history was damaged. It has been put aside as %1, and a new one begun.");
    case StoreNotice::Kind::JournalForeign:
        return QCoreApplication::translate(
            "StoreNotice", "The history file %1 was replaced, removed, cut, or restored from an older copy. "
                           "Sign-outs are disabled until the right file is back.");
    case StoreNotice::Kind::JournalChanged:
        return QCoreApplication::translate(
            "StoreNotice", "Another program changed the tables or triggers of the history file %1. Sign-outs "
                           "are disabled.");
    case StoreNotice::Kind::JournalLogReplaced:
        return QCoreApplication::translate(
            "StoreNotice",
            "Another program deleted or replaced files that belong to the history %1. Kickdesk "
            "saved everything that was in them.");
    case StoreNotice::Kind::FolderRepaired:
        return QCoreApplication::translate(
            "StoreNotice", "Others could read the data folder. It has been closed to them: %1");
    case StoreNotice::Kind::FolderOfAnotherUser:
        return QCoreApplication::translate(
            "StoreNotice", "The data folder %1 belongs to another user, who could read and change everything "
                           "in it. Kickdesk does not use it. Choose a folder of your own with "
                           "KICKDESK_DATA_DIR.");
    case StoreNotice::Kind::FolderUnusable:
        return QCoreApplication::translate(
            "StoreNotice",
            "The data folder %1 cannot be written, so nothing can be sent: each kick is written down first.");
    case StoreNotice::Kind::SettingsUnwritable:
        return QCoreApplication::translate(
            "StoreNotice", "The settings cannot be written and hold until the program ends: %1");
    case StoreNotice::Kind::NewVersion:
        return QCoreApplication::translate("StoreNotice",
                                           "A newer version of Kickdesk has been published: %1");
    }
    return {};
}

} // namespace

int severity(StoreNotice::Kind kind)
{
    switch (kind) {
    case StoreNotice::Kind::JournalForeign:
    case StoreNotice::Kind::JournalChanged:
    case StoreNotice::Kind::FolderOfAnotherUser:
    case StoreNotice::Kind::FolderUnusable:
        return 0;
    case StoreNotice::Kind::JournalQuarantined:
        return 1;
    case StoreNotice::Kind::JournalLogReplaced:
    case StoreNotice::Kind::FolderRepaired:
    case StoreNotice::Kind::SettingsUnwritable:
        return 2;
    case StoreNotice::Kind::NewVersion:
        break;
    }
    return 3;
}

QString storeNoticeText(const StoreNotice &notice)
{
    const bool isFile = notice.kind != StoreNotice::Kind::NewVersion;
    const QString subject = isFile ? QDir::toNativeSeparators(notice.path) : notice.path;
    return sentence(notice.kind).arg(ServerText(subject).plain(1000));
}
