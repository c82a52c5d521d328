// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

/// A saved connection.
struct SavedProfile
{
    Profile profile;
    /// Set up for every user of this computer by its administrator.
    bool isReadOnly = false;
};

/// Every saved connection that can be used, and why others cannot.
struct SavedProfiles
{
    QList<SavedProfile> list;
    /// ProfilesUnreadable, one a file.
    QList<Error> errors;
};

/// What came of an import.
struct ProfileImport
{
    /// Under the names and IDs that they have here.
    QList<Profile> added;
    /// ProfileInvalid, one an entry that was not taken over.
    QList<Error> refused;
};

/// The saved connections: a file in the data folder, which the window and the command line share, and below
/// it the administrator's for the whole computer, which is only read. Secrets are in neither. Files are small
/// and read anew each time; a change is written whole, under a lock, or not at all.
class ProfileStore
{
public:
    /// The file in the data folder, and that of the computer: kickdesk/profiles.json in the system's folder
    /// for settings, or what KICKDESK_SYSTEM_PROFILES names.
    ProfileStore();
    ProfileStore(QString file, QString systemFile);

    SavedProfiles profiles() const;

    /// The connection of that name; ProfileNotFound, or why the files cannot be read.
    Result<SavedProfile> find(const QString &name) const;

    /// Saves a new connection and gives it an ID. ProfileNameTaken, ProfileInvalid, ProfilesUnreadable,
    /// ProfilesTooLong (its detail: megabytes that are allowed) or FileUnwritable; as for every change below.
    Result<Profile> add(Profile profile);

    /// Saves the connection that has the ID of @p profile.
    [[nodiscard]] std::optional<Error> replace(const Profile &profile);

    [[nodiscard]] std::optional<Error> remove(const QString &id);

    /// Moves a connection up (-1) or down (+1); at the end it stays where it is.
    [[nodiscard]] std::optional<Error> move(const QString &id, int step);

    /// Writes the connections of those IDs into @p file, without what is not meant for others (ID, operator,
    /// own user).
    [[nodiscard]] std::optional<Error> exportTo(const QString &file, const QStringList &ids) const;

    /// Adds what @p file holds, each under a free name. What cannot be used is refused, the rest taken.
    Result<ProfileImport> importFrom(const QString &file);

private:
    using Change = std::function<std::optional<Error>(QList<Profile> *)>;

    std::optional<Error> change(const Change &change);
    QList<Profile> systemList() const;
    bool isReadOnly(const QString &id) const;

    QString m_file;
    QString m_systemFile;
};
