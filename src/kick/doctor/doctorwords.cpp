// SPDX-License-Identifier: Apache-2.0
#include "kick/doctor/doctorwords.h"

#include "core/values/host.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Value>
struct Words
{
    Value value;
    const char *text;
};

constexpr std::array checkLabels{
    Words<DoctorCheck>{DoctorCheck::HostName, QT_TRANSLATE_NOOP("Doctor", "Host name")},
    Words<DoctorCheck>{DoctorCheck::Connect, QT_TRANSLATE_NOOP("Doctor", "Connection")},
    Words<DoctorCheck>{DoctorCheck::Tls, QT_TRANSLATE_NOOP("Doctor", "Encryption (TLS)")},
    Words<DoctorCheck>{DoctorCheck::Key, QT_TRANSLATE_NOOP("Doctor", "Access key")},
    Words<DoctorCheck>{DoctorCheck::Clock, QT_TRANSLATE_NOOP("Doctor", "Clock")},
    Words<DoctorCheck>{DoctorCheck::Pool, QT_TRANSLATE_NOOP("Doctor", "User pool")},
    Words<DoctorCheck>{DoctorCheck::ListUsers, QT_TRANSLATE_NOOP("Doctor", "Search for users")},
    Words<DoctorCheck>{DoctorCheck::GetUser, QT_TRANSLATE_NOOP("Doctor", "Look up one user")},
    Words<DoctorCheck>{DoctorCheck::GetUserBatch, QT_TRANSLATE_NOOP("Doctor", "Look up many users")},
    Words<DoctorCheck>{DoctorCheck::ListApplications, QT_TRANSLATE_NOOP("Doctor", "List the applications")},
    Words<DoctorCheck>{DoctorCheck::LoggedInApps,
                       QT_TRANSLATE_NOOP("Doctor", "See the applications of a user")},
    Words<DoctorCheck>{DoctorCheck::SessionStatus, QT_TRANSLATE_NOOP("Doctor", "Check who is online")},
    Words<DoctorCheck>{DoctorCheck::LoginHistory, QT_TRANSLATE_NOOP("Doctor", "Read sign-ins")},
    Words<DoctorCheck>{DoctorCheck::ActiveUsers,
                       QT_TRANSLATE_NOOP("Doctor", "List who is online in an application")},
    Words<DoctorCheck>{DoctorCheck::KickUsers, QT_TRANSLATE_NOOP("Doctor", "Force sign-out")},
    Words<DoctorCheck>{DoctorCheck::AuditLogs, QT_TRANSLATE_NOOP("Doctor", "Read the audit log")},
    Words<DoctorCheck>{DoctorCheck::SecuritySettings,
                       QT_TRANSLATE_NOOP("Doctor", "Read the session settings")},
};

constexpr std::array stateLabels{
    Words<DoctorState>{DoctorState::Waiting, QT_TRANSLATE_NOOP("Doctor", "Waiting")},
    Words<DoctorState>{DoctorState::Running, QT_TRANSLATE_NOOP("Doctor", "Checking")},
    Words<DoctorState>{DoctorState::Passed, QT_TRANSLATE_NOOP("Doctor", "Passed")},
    Words<DoctorState>{DoctorState::Warning, QT_TRANSLATE_NOOP("Doctor", "Warning")},
    Words<DoctorState>{DoctorState::Failed, QT_TRANSLATE_NOOP("Doctor", "Failed")},
    Words<DoctorState>{DoctorState::Skipped, QT_TRANSLATE_NOOP("Doctor", "Not tried")},
};

/// ClockOff has a sentence with a number in it.
constexpr std::array reasonTexts{
    Words<DoctorReason>{DoctorReason::NoEncryption,
                        QT_TRANSLATE_NOOP("Doctor", "Not tried: http:// to this computer is not encrypted.")},
    Words<DoctorReason>{DoctorReason::NameIsTheProxys,
                        QT_TRANSLATE_NOOP("Doctor", "Not tried: the proxy looks the name up.")},
    Words<DoctorReason>{DoctorReason::AfterFailure,
                        QT_TRANSLATE_NOOP("Doctor", "Not tried, because a check before it failed.")},
    Words<DoctorReason>{DoctorReason::Stopped,
                        QT_TRANSLATE_NOOP("Doctor", "Not tried: the examination was stopped.")},
    Words<DoctorReason>{
        DoctorReason::WouldKick,
        QT_TRANSLATE_NOOP("Doctor", "Not tried: only a real kick shows whether the key may do it.")},
    Words<DoctorReason>{
        DoctorReason::NoDate,
        QT_TRANSLATE_NOOP("Doctor",
                          "The server does not tell its time. Compare this computer's clock yourself.")},
    Words<DoctorReason>{
        DoctorReason::PoolUnproved,
        QT_TRANSLATE_NOOP("Doctor",
                          "Nothing proves which user pool answers. Compare the users with those you know.")},
    Words<DoctorReason>{
        DoctorReason::HeavyList,
        QT_TRANSLATE_NOOP("Doctor",
                          "Allowed by way of list-applications, which is slower. Ask your administrator to "
                          "allow list-application-simple-info.")},
};

template <typename Value, size_t size>
QString textIn(const std::array<Words<Value>, size> &table, Value value)
{
    const auto *const row = std::ranges::find(table, value, &Words<Value>::value);
    return row == table.end() ? QString() : QCoreApplication::translate("Doctor", row->text);
}

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)

public:
    static QString clock(const DoctorRow &row)
    {
        const qint64 seconds = row.clockOffset ? row.clockOffset->count() : 0;
        const QString number = QString::number(std::abs(seconds));
        if (row.reason == DoctorReason::ClockOff && seconds > 0)
            return tr("This computer's clock is %1 s behind the server's. Set the clock.").arg(number);
        if (row.reason == DoctorReason::ClockOff)
            return tr("This computer's clock is %1 s ahead of the server's. Set the clock.").arg(number);
        return tr("The clocks differ by %1 s.").arg(number);
    }

    static QString connection(const DoctorRow &row)
    {
        const QString time = QString::number(row.took.value_or(std::chrono::milliseconds(0)).count());
        return row.proxy.isEmpty() ? tr("Connected in %1 ms.").arg(time)
                                   : tr("Connected in %1 ms through the proxy %2.").arg(time, row.proxy);
    }

    static QString tls(const DoctorRow &row)
    {
        const CertificateFacts &certificate = row.certificate;
        return tr("%1, %2. Certificate of %3 from %4, valid until %5.")
            .arg(row.protocol, row.cipher, certificate.subject.plain(), certificate.issuer.plain(),
                 certificate.notAfter.toLocalTime().toString(u"yyyy-MM-dd"_s));
    }

    static QString passed(const DoctorRow &row)
    {
        switch (row.check) {
        case DoctorCheck::HostName:
            return tr("The name leads to %1.").arg(row.addresses.join(u", "_s));
        case DoctorCheck::Connect:
            return connection(row);
        case DoctorCheck::Tls:
            return tls(row);
        case DoctorCheck::Key:
            return tr("The server accepts the key.");
        case DoctorCheck::Clock:
            return clock(row);
        case DoctorCheck::Pool:
            return row.expectedPoolId.isEmpty()
                       ? tr("The user pool %1 answers.").arg(ServerText(row.poolId).plain())
                       : tr("The expected user pool %1 answers.").arg(ServerText(row.poolId).plain());
        default:
            return tr("Allowed.");
        }
    }

    static QString failure(const DoctorRow &row)
    {
        QString text = errorText(*row.error);
        if (!row.error->retryAfter)
            return text;
        return text + u' ' +
               tr("The server wants a pause of %1 s.").arg(QString::number(row.error->retryAfter->count()));
    }

    static QString codes(const Error &error)
    {
        QStringList facts{errorCodeName(error.code)};
        const auto add = [&facts](QLatin1StringView name, int number) {
            if (number != 0)
                facts << name + u' ' + QString::number(number);
        };
        add("HTTP"_L1, error.reply.httpStatus);
        add("statusCode"_L1, error.reply.statusCode);
        add("apiCode"_L1, error.reply.apiCode);
        if (!error.reply.requestId.isEmpty())
            facts << u"requestId "_s + ServerText(error.reply.requestId).plain();
        return u" ["_s + facts.join(u", "_s) + u']';
    }

    static QString heading(const Profile &profile)
    {
        return tr("Examination of the connection %1 (%2)")
            .arg(ServerText(profile.name).plain(), Hosts::displayName(profile.host));
    }
};

} // namespace

QString DoctorWords::label(DoctorCheck check)
{
    return textIn(checkLabels, check);
}

QString DoctorWords::stateLabel(DoctorState state)
{
    return textIn(stateLabels, state);
}

QString DoctorWords::sign(DoctorState state)
{
    switch (state) {
    case DoctorState::Passed:
        return u"✔"_s;
    case DoctorState::Warning:
        return u"⚠"_s;
    case DoctorState::Failed:
        return u"✖"_s;
    case DoctorState::Skipped:
        return u"–"_s;
    case DoctorState::Waiting:
    case DoctorState::Running:
        return u"…"_s;
    }
    return {};
}

QString DoctorWords::result(const DoctorRow &row)
{
    if (row.error)
        return Sentences::failure(row);
    if (row.reason == DoctorReason::ClockOff)
        return Sentences::clock(row);
    if (row.reason != DoctorReason::None)
        return textIn(reasonTexts, row.reason);
    return row.state == DoctorState::Passed ? Sentences::passed(row) : QString();
}

QString DoctorWords::report(const Profile &profile, const QList<DoctorRow> &rows)
{
    QStringList lines{Sentences::heading(profile),
                      QDateTime::currentDateTime().toString(u"yyyy-MM-dd hh:mm:ss"_s) + u" Kickdesk "_s +
                          QStringLiteral(KICKDESK_VERSION)};
    for (const DoctorRow &row : rows) {
        lines << u"%1 (%2): %3. %4%5"_s.arg(label(row.check), DoctorChecks::name(row.check),
                                            stateLabel(row.state), result(row),
                                            row.error ? Sentences::codes(*row.error) : QString());
        const QString details = CertificateWords::details(row.certificate);
        if (!details.isEmpty())
            lines << details;
    }
    return lines.join(u'\n') + u'\n';
}
