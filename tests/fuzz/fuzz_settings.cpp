// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilejson.h"
#include "store/files/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace {

void checkProfile(const QByteArray &bytes)
{
    const Result<Profile> profile = ProfileJson::read(QJsonDocument::fromJson(bytes).object());
    if (!profile)
        return;
    const Result<Profile> again = ProfileJson::read(ProfileJson::write(*profile));
    if (!again || *again != *profile)
        qFatal("a connection that does not come back");
}

void checkSettings(const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    const QString name = folder.filePath(u"settings.ini"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("no file to read");
    file.close();
    const SettingsFile settings(name);
    const Settings first = settings.read();
    if (settings.change([](Settings *changed) { changed->isTicketRequired = !changed->isTicketRequired; }))
        qFatal("settings that cannot be written");
    Settings expected = first;
    expected.isTicketRequired = !first.isTicketRequired;
    if (settings.read() != expected)
        qFatal("a change that changes something else");
}

} // namespace

/// Any bytes as a saved connection and as the file of settings: what is accepted comes back as it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (data[0] % 4 == 0)
        checkSettings(bytes);
    else
        checkProfile(bytes);
    return 0;
}
