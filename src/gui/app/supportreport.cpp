// SPDX-License-Identifier: Apache-2.0
#include "gui/app/supportreport.h"

#include "core/files/files.h"
#include "core/values/host.h"
#include "core/values/servertext.h"
#include "store/files/datafolder.h"

#include <QDateTime>
#include <QSslSocket>
#include <QStringList>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

QString yesNo(bool value)
{
    return value ? u"yes"_s : u"no"_s;
}

QString name(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"production"_s;
    case Environment::Test:
        return u"test"_s;
    case Environment::Sandbox:
        return u"sandbox"_s;
    }
    return {};
}

QString name(ProxyMode mode)
{
    switch (mode) {
    case ProxyMode::None:
        return u"none"_s;
    case ProxyMode::System:
        return u"system"_s;
    case ProxyMode::Manual:
        return u"manual"_s;
    }
    return {};
}

QStringList versions()
{
    return {u"Kickdesk "_s + QStringLiteral(KICKDESK_VERSION),
            u"Qt "_s + QString::fromLatin1(qVersion()) + u", "_s + QSslSocket::sslLibraryVersionString(),
            QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelType() + u' ' +
                QSysInfo::kernelVersion() + u", "_s + QSysInfo::currentCpuArchitecture(),
            QDateTime::currentDateTimeUtc().toString(Qt::ISODate)};
}

QString line(const SavedProfile &saved, int number, bool hasNames)
{
    const Profile &profile = saved.profile;
    QStringList facts{u"%1."_s.arg(number),
                      name(profile.environment),
                      profile.auth == AuthScheme::Token ? u"token"_s : u"signature"_s,
                      u"proxy="_s + name(profile.proxy.mode),
                      u"tenant="_s + yesNo(!profile.tenantHeader.isEmpty()),
                      u"caFile="_s + yesNo(!profile.caFile.isEmpty()),
                      u"poolId="_s + yesNo(!profile.poolId.isEmpty()),
                      u"administrator="_s + yesNo(saved.isReadOnly)};
    if (hasNames)
        facts << u"name="_s + ServerText(profile.name).plain()
              << u"host="_s + Hosts::displayName(profile.host) << u"keyId="_s + profile.keyId;
    return facts.join(u' ');
}

QStringList settingsLines(const Settings &settings, bool hasNames)
{
    QStringList lines{
        u"language=%1 theme=%2"_s.arg(
            settings.language ? Languages::wireName(*settings.language) : u"system"_s, settings.themeName),
        u"ticketRequired=%1 reasonRequired=%2 phoneMasked=%3"_s.arg(yesNo(settings.isTicketRequired),
                                                                    yesNo(settings.isReasonRequired),
                                                                    yesNo(settings.isPhoneMasked)),
        u"returnWatchMinutes=%1 idleLockMinutes=%2"_s.arg(QString::number(settings.returnWatchMinutes),
                                                          QString::number(settings.idleLockMinutes))};
    if (hasNames)
        lines << u"operator=%1 folder=%2"_s.arg(ServerText(settings.operatorName).plain(),
                                                DataFolder::path());
    return lines;
}

QString contents(const QString &name)
{
    return QString::fromLatin1(Files::read(name, 2 * LogFile::maximumSize).bytes);
}

} // namespace

QString SupportReports::text(const SupportReport &report, const LogFile &log)
{
    QStringList lines = versions();
    lines << QString() << u"# connections"_s;
    int number = 0;
    for (const SavedProfile &saved : report.connections)
        lines << line(saved, ++number, report.hasNames);
    lines << QString() << u"# settings"_s << settingsLines(report.settings, report.hasNames);
    lines << QString() << u"# log"_s;
    QString result = lines.join(u'\n') + u'\n';
    for (int place = LogFile::maximumOldFiles; place > 0; --place)
        result += contents(log.oldFile(place));
    return result + contents(log.file());
}
