// SPDX-License-Identifier: Apache-2.0
#include "models/list/listresult.h"

#include "core/files/files.h"
#include "core/list/idlist.h"
#include "kick/plan/listresolution.h"
#include "models/list/listwords.h"
#include "store/history/historyexport.h"
#include "store/history/historyreader.h"
#include "store/journal/listsourcefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The result of one user.
struct Fate
{
    QString outcome;
    QString time;
    QString detail;
};

QString words(const char *text)
{
    return QCoreApplication::translate("ListResults", text);
}

QString timeOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

/// Why a row had no part in the run, in words.
QString detailOf(const QString &result, const QString &reason)
{
    QStringList parts{ListWords::leftOutAs(result)};
    if (const auto fault = IdLists::faultOf(reason))
        parts << IdTypes::faultText(*fault);
    else if (const auto code = errorCodeFromName(reason))
        parts << errorText({.code = *code, .isRead = true});
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

/// Joins the rows of the source with the fates of the users. Used in the thread of the reader.
class ResultFile
{
public:
    ResultFile(QString source, ListItemWords::Names names, QString file)
        : m_source(std::move(source))
        , m_names(std::move(names))
        , m_name(std::move(file))
    {
    }

    /// Items come newest first, which is the last one first.
    std::optional<Error> add(const HistoryItem &item)
    {
        const auto place = item.position;
        if (place < 0)
            return {};
        if (place >= m_fates.size())
            m_fates.resize(place + 1);
        m_fates[place] = {.outcome = KickOutcomes::wireName(item.outcome),
                          .time = timeOf(item.changedAt),
                          .detail = ListItemWords::summary(item, m_names)};
        return {};
    }

    std::optional<Error> write()
    {
        if (auto error = measure())
            return error;
        OutputFile file(m_name, OutputFile::Reader::Usual);
        if (auto error = file.open())
            return error;
        if (auto error = file.write("\xEF\xBB\xBF"))
            return error;
        auto error = forEachRow([this, &file](const QJsonObject &row) { return file.write(line(row)); });
        return error ? error : file.commit();
    }

    qint64 rowCount() const { return m_rows; }

private:
    template <typename Take>
    std::optional<Error> forEachRow(const Take &take)
    {
        QFile source;
        if (!Files::openToRead(&source, m_source))
            return Error{.code = ErrorCode::ListNotFound};
        while (!source.atEnd()) {
            const QJsonObject row = QJsonDocument::fromJson(source.readLine()).object();
            if (auto error = take(row))
                return error;
        }
        return {};
    }

    /// The widest row decides where the new columns begin.
    std::optional<Error> measure()
    {
        return forEachRow([this](const QJsonObject &row) {
            m_columns = std::max(m_columns, row.value("cells"_L1).toArray().size());
            m_hasFiles = m_hasFiles || row.contains("file"_L1);
            ++m_rows;
            return std::optional<Error>();
        });
    }

    QByteArray line(const QJsonObject &row) const
    {
        QByteArrayList cells;
        const QJsonArray own = row.value("cells"_L1).toArray();
        for (const auto &cell : own)
            cells << Reports::csvIdentifier(cell.toString());
        cells.resize(m_columns, Reports::csvCell({}));
        const bool isHeading = row.value("heading"_L1).toBool();
        if (m_hasFiles) {
            const QString number = QString::number(row.value("row"_L1).toInteger());
            cells << Reports::csvCell(isHeading ? u"file"_s : row.value("file"_L1).toString())
                  << Reports::csvCell(isHeading ? u"row"_s : number);
        }
        const Fate fate =
            isHeading ? Fate{.outcome = u"outcome"_s, .time = u"time"_s, .detail = u"detail"_s} : fateOf(row);
        cells << Reports::csvCell(fate.outcome) << Reports::csvCell(fate.time)
              << Reports::csvCell(fate.detail);
        return cells.join(',') + "\r\n";
    }

    Fate fateOf(const QJsonObject &row) const
    {
        const QString result = row.value("result"_L1).toString();
        const qint64 place = row.value("at"_L1).toInteger(-1);
        Fate fate;
        if (place >= 0 && place < m_fates.size())
            fate = m_fates.at(place);
        else if (!result.isEmpty())
            fate = {
                .outcome = result, .time = {}, .detail = detailOf(result, row.value("reason"_L1).toString())};
        // The same user, whose result stands in both rows.
        if (row.contains("of"_L1)) {
            const QString first = QLocale().toString(row.value("of"_L1).toInteger());
            QStringList details{
                words(QT_TRANSLATE_NOOP("ListResults", "The same user as in row %1")).arg(first),
                place >= 0 ? fate.detail : QString()};
            details.removeAll(QString());
            fate.detail = details.join(u"; "_s);
        }
        return fate;
    }

    QString m_source;
    ListItemWords::Names m_names;
    QString m_name;
    /// By the place in the list.
    QList<Fate> m_fates;
    qsizetype m_columns = 0;
    bool m_hasFiles = false;
    qint64 m_rows = 0;
};

} // namespace

PendingCall *ListResults::save(HistoryReader *history, qint64 jobId, const ListItemWords::Names &names,
                               const QString &file, QObject *context, ResultHandler<qint64> handler)
{
    const auto result =
        std::make_shared<ResultFile>(ListSourceFiles::file(history->file(), jobId), names, file);
    const HistorySink sink{.begin = [] { return std::optional<Error>(); },
                           .item = [result](const HistoryItem &item) { return result->add(item); },
                           .end = [result](const ChainHead &) { return result->write(); }};
    return history->scan({.jobId = jobId}, sink, context,
                         [result, handler = std::move(handler)](const Result<qint64> &count) {
                             if (count)
                                 handler(result->rowCount());
                             else
                                 handler(count.error());
                         });
}
