// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyexport.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The columns of a CSV file; the members of an object.
constexpr std::array memberNames{
    "journalId"_L1,
    "time"_L1,
    "listId"_L1,
    "row"_L1,
    "file"_L1,
    "outcome"_L1,
    "name"_L1,
    "contact"_L1,
    "userId"_L1,
    "userIdType"_L1,
    "appIds"_L1,
    "apps"_L1,
    "targetUserId"_L1,
    "ticket"_L1,
    "reason"_L1,
    "overrideReason"_L1,
    "identityUnverified"_L1,
    "osUser"_L1,
    "operator"_L1,
    "profile"_L1,
    "host"_L1,
    "poolId"_L1,
    "requestId"_L1,
    "httpStatus"_L1,
    "statusCode"_L1,
    "apiCode"_L1,
    "message"_L1,
    "attempts"_L1,
    "relogin"_L1,
    "reloginTime"_L1,
    "reloginClientIp"_L1,
};

/// Texts that a spreadsheet would turn into a number, and lose digits of.
constexpr std::array identifierNames{
    "userId"_L1, "targetUserId"_L1, "ticket"_L1, "poolId"_L1, "requestId"_L1, "contact"_L1,
};

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QJsonArray appsArray(const QList<AppProof> &apps)
{
    QJsonArray result;
    for (const AppProof &app : apps) {
        QJsonObject object{{"appId"_L1, app.appId},
                           {"before"_L1, SessionStates::wireName(app.before)},
                           {"after"_L1, SessionStates::wireName(app.after)}};
        if (app.confirmedAfter)
            object.insert("confirmedAfterMs"_L1, qint64(app.confirmedAfter->count()));
        result.append(object);
    }
    return result;
}

/// Begins a formula, also in full width.
bool isFormulaSign(QChar character)
{
    static const QString signs = u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s;
    return signs.contains(character);
}

/// What begins a formula, or stands in front of one.
bool beginsFormula(const QString &text)
{
    static const QString blanks = u"\t\r\n"_s;
    return !text.isEmpty() && (isFormulaSign(text.front()) || blanks.contains(text.front()));
}

/// @p text without a formula behind what a spreadsheet may be told to take for the end of a cell: it then
/// pays no heed to our quotes, which do not stand where its cell begins.
QString withoutInnerFormulas(const QString &text)
{
    static const QString separators = u",;|\t\r\n"_s;
    static const QString skipped = u" \"'"_s;
    QString result;
    bool isAtStart = false;
    for (const QChar character : text) {
        if (isAtStart && isFormulaSign(character))
            result += u'\'';
        result += character;
        isAtStart = separators.contains(character) || (isAtStart && skipped.contains(character));
    }
    return result;
}

/// "1.38E+10", "007", and more digits than a spreadsheet keeps.
bool looksLikeNumber(const QString &text)
{
    constexpr qsizetype keptDigits = 15;
    bool isNumber = false;
    (void)text.toDouble(&isNumber);
    return isNumber &&
           (text.size() > keptDigits || text.startsWith(u'0') || text.contains(u'e', Qt::CaseInsensitive));
}

QString keptAsText(const QString &text)
{
    return looksLikeNumber(text) ? u'\'' + text : text;
}

/// "app1 online>offline; app2 …"
QString appsText(const QJsonArray &apps)
{
    QStringList result;
    for (const auto &value : apps) {
        const QJsonObject app = value.toObject();
        result << u"%1 %2>%3"_s.arg(app.value("appId"_L1).toString(), app.value("before"_L1).toString(),
                                    app.value("after"_L1).toString());
    }
    return result.join(u"; "_s);
}

QString cellText(QLatin1StringView name, const QJsonValue &value)
{
    if (name == "apps"_L1)
        return appsText(value.toArray());
    if (value.isArray()) {
        QStringList texts;
        for (const QVariant &text : value.toArray().toVariantList())
            texts << text.toString();
        return texts.join(u"; "_s);
    }
    const QString text = value.toVariant().toString();
    const bool isIdentifier = std::ranges::find(identifierNames, name) != identifierNames.end();
    return isIdentifier ? keptAsText(text) : text;
}

QByteArray csvRow(const QStringList &texts)
{
    QByteArrayList cells;
    for (const QString &text : texts)
        cells << Reports::csvCell(text);
    return cells.join(',') + "\r\n";
}

} // namespace

Reports::Format Reports::formatOf(const QString &file)
{
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ? Format::Csv : Format::JsonLines;
}

QJsonObject Reports::object(const HistoryItem &item)
{
    QJsonObject result{{"journalId"_L1, item.itemId},
                       {"time"_L1, isoTime(item.time)},
                       {"userId"_L1, item.target.identifier},
                       {"userIdType"_L1, IdTypes::wireName(item.target.identifierType)},
                       {"targetUserId"_L1, item.target.userId},
                       {"name"_L1, item.target.name.verbatim()},
                       {"contact"_L1, item.target.contact},
                       {"appIds"_L1, QJsonArray::fromStringList(item.target.appIds)},
                       {"apps"_L1, appsArray(item.apps)},
                       {"outcome"_L1, KickOutcomes::wireName(item.outcome)},
                       {"ticket"_L1, item.job.ticket},
                       {"reason"_L1, item.job.reason},
                       {"overrideReason"_L1, item.target.overrideReason},
                       {"identityUnverified"_L1, item.target.isIdentityUnverified},
                       {"osUser"_L1, item.job.osUser},
                       {"operator"_L1, item.job.operatorName},
                       {"profile"_L1, item.job.profile},
                       {"host"_L1, item.job.host},
                       {"poolId"_L1, item.job.poolId},
                       {"requestId"_L1, item.reply.requestId},
                       {"httpStatus"_L1, item.reply.httpStatus},
                       {"statusCode"_L1, item.reply.statusCode},
                       {"apiCode"_L1, item.reply.apiCode},
                       {"message"_L1, item.reply.message.verbatim()},
                       {"attempts"_L1, item.attempts},
                       {"relogin"_L1, item.relogin.has_value()}};
    // A single sign-out has no row.
    if (item.sourceRow > 0) {
        result.insert("listId"_L1, item.jobId);
        result.insert("row"_L1, item.sourceRow);
        if (!item.sourceFile.isEmpty())
            result.insert("file"_L1, item.sourceFile);
    }
    if (item.relogin) {
        result.insert("reloginTime"_L1, isoTime(item.relogin->time));
        result.insert("reloginClientIp"_L1, item.relogin->clientIp.verbatim());
    }
    return result;
}

QJsonObject Reports::object(const ChainHead &head)
{
    return {{"head"_L1, QString::fromLatin1(head.hash)}, {"events"_L1, head.eventCount}};
}

QByteArray Reports::csvHeading()
{
    QStringList names;
    for (const QLatin1StringView name : memberNames)
        names << name;
    return "\xEF\xBB\xBF" + csvRow(names);
}

QByteArray Reports::csvLine(const HistoryItem &item)
{
    const QJsonObject members = object(item);
    QStringList texts;
    for (const QLatin1StringView name : memberNames)
        texts << cellText(name, members.value(name));
    return csvRow(texts);
}

QByteArray Reports::csvLine(const ChainHead &head)
{
    QStringList texts{u"head"_s, QString::fromLatin1(head.hash), u"events"_s,
                      QString::number(head.eventCount)};
    // As many cells as every line has.
    texts.resize(static_cast<qsizetype>(memberNames.size()));
    return csvRow(texts);
}

QByteArray Reports::csvCell(const QString &text)
{
    const QString inner = withoutInnerFormulas(text);
    QString cell = beginsFormula(inner) ? u'\'' + inner : inner;
    // The rest of a cell may hold line feeds; nothing ends at a NUL or turns the line around.
    QString shown;
    for (const QChar character : std::as_const(cell)) {
        const bool isSteering = character.category() == QChar::Other_Format || character.isNull();
        shown += isSteering ? ServerText(QString(character)).plain() : QString(character);
    }
    return u"\"%1\""_s.arg(shown.replace(u'"', u"\"\""_s)).toUtf8();
}

QByteArray Reports::csvIdentifier(const QString &text)
{
    return csvCell(keptAsText(text));
}
