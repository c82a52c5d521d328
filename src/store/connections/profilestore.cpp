// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilestore.h"

#include "core/files/files.h"
#include "store/connections/profilejson.h"
#include "store/files/datafolder.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSet>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int currentVersion = 1;
/// Hundreds of connections fit; a file given by mistake is not read to its end.
constexpr qint64 maximumFileSize = qint64{4} * 1024 * 1024;
/// Longer than any change takes, and too short to be noticed.
constexpr int lockTimeoutMs = 90;

Error error(ErrorCode code, const QString &detail)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(detail)};
}

/// The entries of @p file; none where there is no file.
Result<QJsonArray> entries(const QString &file)
{
    const Files::Content content = Files::read(file, maximumFileSize);
    if (content.state == Files::Content::State::Missing)
        return QJsonArray();
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(content.bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError) {
        const qsizetype line =
            content.bytes.first(std::min<qsizetype>(problem.offset, content.bytes.size())).count('\n');
        return error(ErrorCode::ProfilesUnreadable, u"%1:%2"_s.arg(file, QString::number(line + 1)));
    }
    if (root.value("version"_L1).toInt() != currentVersion || !root.value("profiles"_L1).isArray())
        return error(ErrorCode::ProfilesUnreadable, file);
    return root.value("profiles"_L1).toArray();
}

/// An administrator's file may have no IDs; the same entry has the same one each time.
QString derivedId(const Profile &profile)
{
    static const QUuid space(u"3f0c5d8e-6c1b-4b57-9a53-5b0a4c0f7a11"_s);
    const QString text = QStringList{profile.name, profile.host.toString(), profile.keyId}.join(u'\n');
    return QUuid::createUuidV5(space, text).toString(QUuid::WithoutBraces);
}

/// All or nothing: what is not understood would be lost with the next change.
Result<QList<Profile>> readAll(const QString &file)
{
    const Result<QJsonArray> array = entries(file);
    if (!array)
        return array.error();
    QList<Profile> profiles;
    for (const auto &entry : *array) {
        const Result<Profile> profile = ProfileJson::read(entry.toObject());
        if (!profile)
            return error(ErrorCode::ProfilesUnreadable, file + u", "_s + profile.error().detail.verbatim());
        profiles << *profile;
        if (profile->id.isEmpty())
            profiles.last().id = derivedId(*profile);
    }
    return profiles;
}

QByteArray bytesOf(const QList<Profile> &profiles)
{
    QJsonArray array;
    for (const Profile &profile : profiles)
        array.append(ProfileJson::write(profile));
    return QJsonDocument(QJsonObject{{u"version"_s, currentVersion}, {u"profiles"_s, array}}).toJson();
}

QString systemProfiles()
{
    QString chosen = qEnvironmentVariable("KICKDESK_SYSTEM_PROFILES");
    if (!chosen.isEmpty())
        return chosen;
    // The first one is the user's own.
    const QStringList folders =
        QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation).mid(1);
    for (const QString &folder : folders) {
        QString file = folder + u"/kickdesk/profiles.json"_s;
        if (QFile::exists(file))
            return file;
    }
    return {};
}

bool hasName(const Profile &profile, const QString &name)
{
    return profile.name.compare(name, Qt::CaseInsensitive) == 0;
}

qsizetype indexOf(const QList<Profile> &profiles, const QString &id)
{
    const auto found = std::ranges::find(profiles, id, &Profile::id);
    return found == profiles.end() ? -1 : found - profiles.begin();
}

bool isTaken(const QList<Profile> &profiles, const Profile &wanted)
{
    return std::ranges::any_of(profiles, [&wanted](const Profile &each) {
        return each.id != wanted.id && hasName(each, wanted.name);
    });
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Gives out names that no connection has, whatever their case.
class FreeNames
{
public:
    explicit FreeNames(const QList<Profile> &profiles)
    {
        for (const Profile &profile : profiles)
            m_taken.insert(profile.name.toCaseFolded());
    }

    QString take(const QString &name)
    {
        // Thousands of the same name are not counted from the beginning each time.
        int &number = m_numbers[name.toCaseFolded()];
        QString candidate = name;
        for (number = std::max(number, 1); m_taken.contains(candidate.toCaseFolded()); ++number)
            candidate = u"%1 (%2)"_s.arg(name, QString::number(number + 1));
        m_taken.insert(candidate.toCaseFolded());
        return candidate;
    }

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_numbers;
};

} // namespace

ProfileStore::ProfileStore()
    : ProfileStore(DataFolder::file(u"profiles.json"_s), systemProfiles())
{
}

ProfileStore::ProfileStore(QString file, QString systemFile)
    : m_file(std::move(file))
    , m_systemFile(std::move(systemFile))
{
}

SavedProfiles ProfileStore::profiles() const
{
    SavedProfiles result;
    for (const bool isSystem : {true, false}) {
        const Result<QList<Profile>> read = readAll(isSystem ? m_systemFile : m_file);
        if (!read) {
            result.errors << read.error();
            continue;
        }
        for (const Profile &profile : *read)
            result.list.append({.profile = profile, .isReadOnly = isSystem});
    }
    return result;
}

Result<SavedProfile> ProfileStore::find(const QString &name) const
{
    const SavedProfiles saved = profiles();
    const auto found = std::ranges::find_if(
        saved.list, [&name](const SavedProfile &each) { return hasName(each.profile, name); });
    if (found != saved.list.end())
        return *found;
    return saved.errors.isEmpty() ? error(ErrorCode::ProfileNotFound, name) : saved.errors.first();
}

Result<Profile> ProfileStore::add(Profile profile)
{
    profile.id = newId();
    const auto failure = change([&](QList<Profile> *profiles) -> std::optional<Error> {
        if (isTaken(*profiles + systemList(), profile))
            return error(ErrorCode::ProfileNameTaken, profile.name);
        profiles->append(profile);
        return {};
    });
    if (failure)
        return *failure;
    return profile;
}

std::optional<Error> ProfileStore::replace(const Profile &profile)
{
    if (isReadOnly(profile.id))
        return error(ErrorCode::ProfileReadOnly, profile.name);
    return change([&](QList<Profile> *profiles) -> std::optional<Error> {
        const qsizetype at = indexOf(*profiles, profile.id);
        if (at < 0)
            return error(ErrorCode::ProfileNotFound, profile.name);
        if (isTaken(*profiles + systemList(), profile))
            return error(ErrorCode::ProfileNameTaken, profile.name);
        (*profiles)[at] = profile;
        return {};
    });
}

std::optional<Error> ProfileStore::remove(const QString &id)
{
    if (isReadOnly(id))
        return error(ErrorCode::ProfileReadOnly, id);
    return change([&id](QList<Profile> *profiles) -> std::optional<Error> {
        const qsizetype at = indexOf(*profiles, id);
        if (at < 0)
            return error(ErrorCode::ProfileNotFound, id);
        profiles->removeAt(at);
        return {};
    });
}

std::optional<Error> ProfileStore::move(const QString &id, int step)
{
    if (isReadOnly(id))
        return error(ErrorCode::ProfileReadOnly, id);
    return change([&id, step](QList<Profile> *profiles) -> std::optional<Error> {
        const qsizetype at = indexOf(*profiles, id);
        if (at < 0)
            return error(ErrorCode::ProfileNotFound, id);
        profiles->move(at, std::clamp<qsizetype>(at + step, 0, profiles->size() - 1));
        return {};
    });
}

std::optional<Error> ProfileStore::exportTo(const QString &file, const QStringList &ids) const
{
    QList<Profile> chosen;
    const SavedProfiles saved = profiles();
    for (const SavedProfile &each : saved.list) {
        if (!ids.contains(each.profile.id))
            continue;
        Profile profile = each.profile;
        profile.id.clear();
        profile.operatorName.clear();
        profile.ownUserId.clear();
        chosen << profile;
    }
    return OutputFile::save(file, bytesOf(chosen), OutputFile::Reader::OwnerOnly);
}

Result<ProfileImport> ProfileStore::importFrom(const QString &file)
{
    if (!QFile::exists(file))
        return error(ErrorCode::ProfilesUnreadable, file);
    const Result<QJsonArray> array = entries(file);
    if (!array)
        return array.error();
    ProfileImport result;
    QList<Profile> wanted;
    for (const auto &entry : *array) {
        const Result<Profile> profile = ProfileJson::read(entry.toObject());
        if (profile)
            wanted << *profile;
        else
            result.refused << profile.error();
    }
    const auto failure = change([&](QList<Profile> *profiles) -> std::optional<Error> {
        FreeNames names(*profiles + systemList());
        for (Profile profile : std::as_const(wanted)) {
            profile.id = newId();
            profile.name = names.take(profile.name);
            profiles->append(profile);
            result.added << profile;
        }
        return {};
    });
    if (failure)
        return *failure;
    return result;
}

std::optional<Error> ProfileStore::change(const Change &change)
{
    const DataFolder::State folder = DataFolder::prepare();
    if (folder == DataFolder::State::Unusable || folder == DataFolder::State::OfAnotherUser)
        return error(ErrorCode::FileUnwritable, m_file);
    QLockFile lock(m_file + u".lock"_s);
    if (!lock.tryLock(lockTimeoutMs))
        return error(ErrorCode::FileUnwritable, m_file);
    const Result<QList<Profile>> read = readAll(m_file);
    if (!read)
        return read.error();
    QList<Profile> profiles = *read;
    if (auto failure = change(&profiles))
        return failure;
    const auto invalid = std::ranges::find_if_not(profiles, ProfileJson::isValid);
    if (invalid != profiles.end())
        return error(ErrorCode::ProfileInvalid, invalid->name);
    const QByteArray bytes = bytesOf(profiles);
    // A longer file would not be read again, and every connection in it would be lost.
    if (bytes.size() > maximumFileSize)
        return error(ErrorCode::ProfilesTooLong, QString::number(maximumFileSize / (qint64{1024} * 1024)));
    return Files::replaceOwn(m_file, bytes) ? std::nullopt
                                            : std::optional(error(ErrorCode::FileUnwritable, m_file));
}

QList<Profile> ProfileStore::systemList() const
{
    const Result<QList<Profile>> system = readAll(m_systemFile);
    return system ? *system : QList<Profile>();
}

bool ProfileStore::isReadOnly(const QString &id) const
{
    return indexOf(systemList(), id) >= 0;
}
