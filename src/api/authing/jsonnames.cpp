// SPDX-License-Identifier: Apache-2.0
#include "api/authing/jsonnames.h"

#include "core/values/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QString>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the text between the quotes of a string stands for.
QString unescaped(QByteArrayView text)
{
    if (!text.contains('\\'))
        return QString::fromUtf8(text);
    return QJsonDocument::fromJson("[\"" + text.toByteArray() + "\"]").array().at(0).toString();
}

} // namespace

bool JsonNames::repeat(QByteArrayView json)
{
    std::array<QSet<QString>, 2> seen;
    bool isInData = false;
    JsonScanner scanner(json);
    while (!scanner.isAtEnd()) {
        const int depth = scanner.depth();
        const bool isWatched = depth == 1 || (depth == 2 && isInData);
        if (!isWatched || scanner.current() != '"') {
            scanner.step();
            continue;
        }
        const QByteArrayView text = scanner.takeName();
        if (text.isNull())
            continue;
        const QString name = unescaped(text);
        QSet<QString> &names = seen.at(static_cast<size_t>(depth - 1));
        if (names.contains(name))
            return true;
        names.insert(name);
        if (depth == 1)
            isInData = name == "data"_L1;
    }
    return false;
}
