// SPDX-License-Identifier: Apache-2.0
#include "kick/historyexport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The columns of the CSV, by the members of the JSON object.
const QStringList &columns()
{
    static const QStringList names{
        u"journalId"_s,    u"time"_s,     u"outcome"_s, u"name"_s,     u"userId"_s,  u"userIdType"_s,
        u"targetUserId"_s, u"contact"_s,  u"appIds"_s,  u"ticket"_s,   u"reason"_s,  u"overrideReason"_s,
        u"osUser"_s,       u"operator"_s, u"profile"_s, u"host"_s,     u"poolId"_s,  u"requestId"_s,
        u"statusCode"_s,   u"apiCode"_s,  u"message"_s, u"attempts"_s, u"relogin"_s,
    };
    return names;
}

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray row(const QStringList &cells)
{
    QByteArrayList quoted;
    for (const QString &cell : cells)
        quoted.append(HistoryExport::csvCell(cell));
    return quoted.join(',') + "\r\n";
}

QString cell(const QJsonValue &value)
{
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList parts;
    for (const QVariant &part : value.toArray().toVariantList())
        parts.append(part.toString());
    return parts.join(u' ');
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// The file under way, shared by the thread that fills it and the one that waits.
struct Target
{
    QSaveFile file;
    HistoryExport::Format format = HistoryExport::Format::Csv;
    qint64 count = 0;
    bool isGood = false;

    void write(const QByteArray &bytes) { isGood = isGood && file.write(bytes) == bytes.size(); }
};

QByteArray lastLine(const Target &target, const EventChain::Verdict &journal)
{
    const QString head = QString::fromLatin1(journal.head);
    if (target.format == HistoryExport::Format::JsonLines)
        return jsonLine({{u"head"_s, head}, {u"events"_s, journal.eventCount}});
    return row({u"head"_s, head, u"events"_s, QString::number(journal.eventCount)});
}

} // namespace

HistoryExport::Format HistoryExport::formatOf(const QString &file)
{
    return file.endsWith(".csv"_L1, Qt::CaseInsensitive) ? Format::Csv : Format::JsonLines;
}

QJsonObject HistoryExport::object(const HistoryItem &item)
{
    QJsonArray apps;
    for (const AppProof &app : item.apps) {
        apps.append(QJsonObject{{u"appId"_s, app.appId},
                                {u"before"_s, SessionStates::wireName(app.before)},
                                {u"after"_s, SessionStates::wireName(app.after)}});
    }
    QJsonObject result{
        {u"journalId"_s, item.id},
        {u"time"_s, isoTime(item.createdAt)},
        {u"outcome"_s, KickOutcomes::wireName(item.outcome)},
        {u"userId"_s, item.item.userId},
        {u"userIdType"_s, IdTypes::wireName(item.item.userIdType)},
        {u"targetUserId"_s, item.item.targetUserId},
        {u"name"_s, item.item.targetName.verbatim()},
        {u"contact"_s, item.item.targetContact},
        {u"appIds"_s, QJsonArray::fromStringList(item.item.appIds)},
        {u"apps"_s, apps},
        {u"ticket"_s, item.job.ticket},
        {u"reason"_s, item.job.reason},
        {u"overrideReason"_s, item.item.overrideReason},
        {u"osUser"_s, item.job.osUser},
        {u"operator"_s, item.job.operatorName},
        {u"profile"_s, item.job.profile},
        {u"host"_s, item.job.host},
        {u"poolId"_s, item.job.poolId},
        {u"requestId"_s, item.reply.requestId},
        {u"statusCode"_s, item.reply.statusCode},
        {u"apiCode"_s, item.reply.apiCode},
        {u"message"_s, item.reply.message.verbatim()},
        {u"error"_s, item.errorCode},
        {u"attempts"_s, item.attempts},
        {u"relogin"_s, item.relogin.has_value()},
    };
    if (item.relogin) {
        result.insert("reloginTime"_L1, isoTime(item.relogin->time));
        result.insert("reloginClientIp"_L1, item.relogin->clientIp.verbatim());
    }
    return result;
}

QByteArray HistoryExport::csvCell(const QString &text)
{
    static const QString dangerous = u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20"_s;
    QString safe = text;
    if (!text.isEmpty() && dangerous.contains(text.front()))
        safe.prepend(u'\'');
    safe.replace(u'"', u"\"\""_s);
    return '"' + safe.toUtf8() + '"';
}

QByteArray HistoryExport::csvHeading()
{
    return "\xEF\xBB\xBF" + row(columns());
}

QByteArray HistoryExport::csvLine(const HistoryItem &item)
{
    const QJsonObject values = object(item);
    QStringList cells;
    for (const QString &name : columns())
        cells.append(cell(values.value(name)));
    return row(cells);
}

PendingCall *HistoryExport::write(HistoryReader *reader, const HistoryFilter &filter, const QString &file,
                                  QObject *context, ResultHandler<qint64> handler)
{
    const auto target = std::make_shared<Target>();
    target->file.setFileName(file);
    target->format = formatOf(file);
    const Error failure{
        .kind = ErrorKind::Rejected, .code = ErrorCode::ExportFailed, .detail = ServerText(file)};
    const auto sink = [target](const HistoryItem &item) {
        target->write(target->format == Format::Csv ? csvLine(item) : jsonLine(object(item)));
        ++target->count;
        return target->isGood;
    };
    target->isGood = target->file.open(QIODevice::WriteOnly);
    if (target->format == Format::Csv)
        target->write(csvHeading());
    const auto finish = [target, failure,
                         handler = std::move(handler)](const Result<EventChain::Verdict> &journal) {
        if (!journal) {
            handler(journal.error());
            return;
        }
        target->write(lastLine(*target, *journal));
        // Without a commit the file of before stays.
        handler(target->isGood && target->file.commit() ? Result<qint64>(target->count)
                                                        : Result<qint64>(failure));
    };
    return reader->each(filter, sink, context, finish);
}
