// SPDX-License-Identifier: Apache-2.0
#include "models/list/listrest.h"

#include "core/files/files.h"
#include "store/history/historyexport.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray line(const QStringList &cells)
{
    QByteArrayList parts;
    for (const QString &cell : cells)
        parts << Reports::csvIdentifier(cell);
    return parts.join(',') + "\r\n";
}

QString resultOf(const ListRow &row)
{
    if (row.isRemoved)
        return u"removed"_s;
    return row.isOffline ? u"offline"_s : ListBuckets::wireName(row.bucket);
}

QByteArray line(const ListRow &row)
{
    QStringList users;
    for (const ListUser &user : row.matches)
        users << user.userId;
    return line({QString::number(row.number), row.text.plain(IdTypes::maximumLength), resultOf(row),
                 row.duplicateOf == 0 ? QString() : QString::number(row.duplicateOf), users.join(u' '),
                 row.file});
}

} // namespace

QByteArray ListRests::csv(const ListResolution &resolution)
{
    QByteArray result = "\xEF\xBB\xBF";
    result += line({u"row"_s, u"identifier"_s, u"result"_s, u"duplicateOf"_s, u"userIds"_s, u"file"_s});
    for (const ListRow &row : resolution.rows) {
        if (!ListResolutions::isPlanned(row))
            result += line(row);
    }
    return result;
}

std::optional<Error> ListRests::save(const ListResolution &resolution, const QString &file)
{
    return OutputFile::save(file, csv(resolution), OutputFile::Reader::Usual);
}
