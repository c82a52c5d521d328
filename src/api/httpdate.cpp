// SPDX-License-Identifier: Apache-2.0
#include "api/httpdate.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString dateFormat = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
constexpr QByteArrayView zone = " GMT";
constexpr qsizetype formLength = 29;

} // namespace

QByteArray HttpDates::format(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), dateFormat).toLatin1();
}

QDateTime HttpDates::parse(const QByteArray &text)
{
    // Every answer has one, and the parser of QLocale takes longer for it than all else that an answer takes.
    // That of mails knows the form, with the zone as a number.
    const QByteArray trimmed = text.trimmed();
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool hasForm = trimmed.size() == formLength && trimmed.endsWith(zone) && trimmed.at(16) == ' ' &&
                         trimmed.at(19) == ':' && trimmed.at(22) == ':' &&
                         std::ranges::all_of(trimmed.sliced(12, 4), isDigit);
    if (!hasForm)
        return {};
    const QString mail = QString::fromLatin1(trimmed.chopped(zone.size())) + " +0000"_L1;
    return QDateTime::fromString(mail, Qt::RFC2822Date).toUTC();
}

std::optional<std::chrono::seconds> HttpDates::retryAfter(const QByteArray &text, const QByteArray &date)
{
    const QByteArray trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (std::ranges::all_of(trimmed, [](char c) { return c >= '0' && c <= '9'; })) {
        bool isNumber = false;
        const qint64 seconds = trimmed.toLongLong(&isNumber);
        // A number too large for 64 bits still means: not soon.
        return std::chrono::seconds(isNumber ? seconds : std::numeric_limits<qint32>::max());
    }
    const QDateTime until = parse(trimmed);
    if (!until.isValid())
        return {};
    const QDateTime serverNow = parse(date);
    const QDateTime now = serverNow.isValid() ? serverNow : QDateTime::currentDateTimeUtc();
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(until)));
}
