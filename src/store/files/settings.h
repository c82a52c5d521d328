// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/profile.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

/// What the user chose for the program as a whole. Never a secret.
struct Settings
{
    /// None: the system's.
    std::optional<Language> language;
    /// "system", "light" or "dark".
    QString themeName = QStringLiteral("system");
    /// How the operator is called in the journal where the connection does not say it.
    QString operatorName;
    bool isTicketRequired = false;
    bool isReasonRequired = false;
    bool isPhoneMasked = true;
    /// 0: new sign-ins of the user are not watched for.
    int returnWatchMinutes = 10;
    /// Users that one list may hold where the connection does not say it.
    int bulkCap = Profile::defaultBulkCap;
    bool isUpdateCheckEnabled = true;
    /// 0: never locked.
    int idleLockMinutes = 0;
    /// When a newer version was last looked for; ISO 8601 in UTC, empty if it never was.
    QString updateCheckedAt;
    /// False until the first connection, or the sandbox, has been opened.
    bool hasOpened = false;
    /// Profile::id; empty when none was used yet.
    QString lastProfileId;

    /// Whether it is time to look for a newer version: once a day, unless that is not wanted.
    bool isUpdateCheckDue(const QDateTime &now) const;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// The file that keeps the Settings. Files are small and read anew each time; only the owner can read them.
class SettingsFile
{
public:
    /// settings.ini in the data folder.
    SettingsFile();
    explicit SettingsFile(QString file);

    /// What is missing, out of range or not understood has its default.
    Settings read() const;

    /// Lets @p change work on what read() gives and writes what it changed, so that the rest stays as others
    /// left it. Values that read() would not give back are not written. FileUnwritable.
    [[nodiscard]] std::optional<Error> change(const std::function<void(Settings *)> &change) const;

private:
    QString m_file;
};
