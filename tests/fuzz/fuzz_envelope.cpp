// SPDX-License-Identifier: Apache-2.0
#include "api/authing/envelope.h"
#include "api/authing/wire.h"
#include "fuzz/narrowrule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array statuses{200, 201, 204, 302, 400, 401, 403, 404, 408, 429, 500, 502, 503, 999};
constexpr std::array faults{TransportFault::None, TransportFault::ConnectionLost, TransportFault::Deadline,
                            TransportFault::TlsFailed, TransportFault::AnswerTooLarge};

/// Two letters choose status and fault, so that a seed can be read; then header lines up to an empty one,
/// then the body.
HttpAnswer answerFrom(const QByteArray &bytes)
{
    HttpAnswer answer;
    answer.status = statuses[static_cast<uint8_t>(bytes.at(0) - 'a') % statuses.size()];
    answer.fault = faults[static_cast<uint8_t>(bytes.at(1) - 'a') % faults.size()];
    answer.mayHaveBeenSent = (static_cast<uint8_t>(bytes.at(1)) & 0x80) == 0;
    const qsizetype end = bytes.indexOf("\n\n");
    const QByteArray head = bytes.mid(2, end < 0 ? 0 : end - 2);
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            answer.headers.append(
                {.name = line.first(colon).trimmed().toLower(), .value = line.sliced(colon + 1).trimmed()});
    }
    answer.body = end < 0 ? bytes.sliced(2) : bytes.sliced(end + 2);
    return answer;
}

template <typename... Readers>
void readAll(const Envelope &envelope, const QString &host, Readers... readers)
{
    (static_cast<void>(readers(envelope, host)), ...);
}

void readEverything(const Envelope &envelope, const QString &host)
{
    readAll(envelope, host, Wire::readManagementToken, Wire::readUserPage, Wire::readUser, Wire::readUsers,
            Wire::readApplicationPage, Wire::readApplications, Wire::readSessionState, Wire::readLoginPage,
            Wire::readAuditPage, Wire::readSecuritySettings);
}

} // namespace

/// Whatever arrives: nothing crashes, success is told only where the narrow rule holds, and a failure has
/// words.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const HttpAnswer answer = answerFrom(bytes);
    const QString host = u"api.authing.cn"_s;

    const Result<Envelope> judged = Envelopes::judge(answer, host);
    const Result<ServerReply> kick =
        judged ? Envelopes::readIsSuccess(*judged, host) : Result<ServerReply>(judged.error());
    if (kick.hasValue() && !NarrowRule::holds(answer))
        qFatal("success against the rule");
    if (!kick && errorText(kick.error()).isEmpty())
        qFatal("a failure without words");

    // The readers take whatever data there may be, whether or not the envelope around it is good.
    if (judged)
        readEverything(*judged, host);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    readEverything(
        {.data = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())}, host);
    return 0;
}
