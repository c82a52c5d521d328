// SPDX-License-Identifier: Apache-2.0
#include "store/files/settings.h"

#include "core/files/files.h"
#include "store/files/datafolder.h"

#include <QSettings>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumTextLength = 100;

struct Flag
{
    QLatin1StringView key;
    bool Settings::*member;
};

struct Number
{
    QLatin1StringView key;
    int Settings::*member;
    int minimum;
    int maximum;
};

struct Text
{
    QLatin1StringView key;
    QString Settings::*member;
    bool (*isGood)(const QString &text);
};

bool isTheme(const QString &text)
{
    return text == "system"_L1 || text == "light"_L1 || text == "dark"_L1;
}

bool isShort(const QString &text)
{
    return text.size() <= maximumTextLength && !text.contains(u'\n') &&
           !ServerText(text).hasHiddenCharacters();
}

constexpr QLatin1StringView languageKey = "language"_L1;
constexpr std::array flags{
    Flag{"ticketRequired"_L1, &Settings::isTicketRequired},
    Flag{"reasonRequired"_L1, &Settings::isReasonRequired},
    Flag{"phoneMasked"_L1, &Settings::isPhoneMasked},
    Flag{"updateCheck"_L1, &Settings::isUpdateCheckEnabled},
    Flag{"opened"_L1, &Settings::hasOpened},
};
constexpr std::array numbers{
    Number{"returnWatchMinutes"_L1, &Settings::returnWatchMinutes, 0, 120},
    Number{"bulkCap"_L1, &Settings::bulkCap, 1, Profile::largestBulkCap},
    Number{"idleLockMinutes"_L1, &Settings::idleLockMinutes, 0, 480},
};
constexpr std::array texts{
    Text{"theme"_L1, &Settings::themeName, isTheme},
    Text{"operator"_L1, &Settings::operatorName, isShort},
    Text{"updateCheckedAt"_L1, &Settings::updateCheckedAt, isShort},
    Text{"lastProfile"_L1, &Settings::lastProfileId, isShort},
};

bool isInRange(const Number &number, int value)
{
    return value >= number.minimum && value <= number.maximum;
}

Settings readFrom(const QSettings &file)
{
    Settings result;
    result.language = Languages::fromWireName(file.value(languageKey).toString());
    for (const Flag &flag : flags) {
        const QString word = file.value(flag.key).toString();
        if (word == "true"_L1 || word == "false"_L1)
            result.*flag.member = word == "true"_L1;
    }
    for (const Number &number : numbers) {
        bool isNumber = false;
        const int value = file.value(number.key).toString().toInt(&isNumber);
        if (isNumber && isInRange(number, value))
            result.*number.member = value;
    }
    for (const Text &text : texts) {
        const QVariant value = file.value(text.key);
        if (value.typeId() == QMetaType::QString && text.isGood(value.toString()))
            result.*text.member = value.toString();
    }
    return result;
}

void write(QSettings *file, const Settings &before, const Settings &after)
{
    if (!after.language)
        file->remove(languageKey);
    else if (after.language != before.language)
        file->setValue(languageKey, Languages::wireName(*after.language));
    for (const Flag &flag : flags) {
        if (after.*flag.member != before.*flag.member)
            file->setValue(flag.key, after.*flag.member);
    }
    for (const Number &number : numbers) {
        const int value = after.*number.member;
        if (value != before.*number.member && isInRange(number, value))
            file->setValue(number.key, value);
    }
    for (const Text &text : texts) {
        const QString &value = after.*text.member;
        if (value != before.*text.member && text.isGood(value))
            file->setValue(text.key, value);
    }
}

/// QSettings lets everybody read a file that it makes, so it finds one that is there already.
bool makePrivate(const QString &name)
{
    return Files::isOurs(name) || Files::makeOwn(name);
}

} // namespace

bool Settings::isUpdateCheckDue(const QDateTime &now) const
{
    const QDateTime last = QDateTime::fromString(updateCheckedAt, Qt::ISODate);
    const bool isRecent = last.isValid() && last <= now && last.addDays(1) > now;
    return isUpdateCheckEnabled && !isRecent;
}

SettingsFile::SettingsFile()
    : SettingsFile(DataFolder::file(u"settings.ini"_s))
{
}

SettingsFile::SettingsFile(QString file)
    : m_file(std::move(file))
{
}

Settings SettingsFile::read() const
{
    return readFrom(QSettings(m_file, QSettings::IniFormat));
}

std::optional<Error> SettingsFile::change(const std::function<void(Settings *)> &change) const
{
    const Error failure{
        .kind = ErrorKind::NotSent, .code = ErrorCode::FileUnwritable, .detail = ServerText(m_file)};
    if (!makePrivate(m_file))
        return failure;
    QSettings file(m_file, QSettings::IniFormat);
    const Settings before = readFrom(file);
    Settings after = before;
    change(&after);
    write(&file, before, after);
    file.sync();
    // Lines that are no settings (FormatError) are dropped, which loses nothing.
    return file.status() == QSettings::AccessError ? std::optional(failure) : std::nullopt;
}
