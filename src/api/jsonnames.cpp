// SPDX-License-Identifier: Apache-2.0
#include "api/jsonnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QString>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The index after the string that begins at @p at.
qsizetype endOfString(QByteArrayView json, qsizetype at)
{
    for (++at; json.at(at) != '"'; ++at) {
        if (json.at(at) == '\\')
            ++at;
    }
    return at + 1;
}

bool isFollowedByColon(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && QByteArrayView(" \t\r\n").contains(json.at(at)))
        ++at;
    return at < json.size() && json.at(at) == ':';
}

/// What the string @p token, with its quotes, stands for.
QString text(QByteArrayView token)
{
    if (!token.contains('\\'))
        return QString::fromUtf8(token.sliced(1, token.size() - 2));
    return QJsonDocument::fromJson('[' + token.toByteArray() + ']').array().at(0).toString();
}

} // namespace

bool JsonNames::repeat(QByteArrayView json)
{
    std::array<QSet<QString>, 2> seen;
    bool isInData = false;
    int depth = 0;
    for (qsizetype at = 0; at < json.size();) {
        const char next = json.at(at);
        if (next != '"') {
            depth += int{next == '{' || next == '['} - int{next == '}' || next == ']'};
            ++at;
            continue;
        }
        const qsizetype end = endOfString(json, at);
        const bool isWatched = depth == 1 || (depth == 2 && isInData);
        // Only the name of a member is followed by a colon.
        if (isWatched && isFollowedByColon(json, end)) {
            const QString name = text(json.sliced(at, end - at));
            QSet<QString> &names = seen.at(static_cast<size_t>(depth - 1));
            if (names.contains(name))
                return true;
            names.insert(name);
            if (depth == 1)
                isInData = name == "data"_L1;
        }
        at = end;
    }
    return false;
}
