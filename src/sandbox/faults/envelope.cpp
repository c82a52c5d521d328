// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

QByteArray Envelope::toJson(const QString &requestId) const
{
    QJsonObject object{{u"statusCode"_s, statusCode}, {u"message"_s, message}, {u"requestId"_s, requestId}};
    if (apiCode != ApiCode::none)
        object.insert("apiCode"_L1, apiCode);
    if (!data.isUndefined())
        object.insert("data"_L1, data);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace Simulated
