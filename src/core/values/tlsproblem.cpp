// SPDX-License-Identifier: Apache-2.0
#include "core/values/tlsproblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProblemInfo
{
    TlsProblem problem;
    QLatin1StringView name;
    const char *text;
};

constexpr std::array problemTable{
    ProblemInfo{TlsProblem::Expired, "certificate-expired"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate has expired")},
    ProblemInfo{TlsProblem::NotYetValid, "certificate-not-yet-valid"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate is not valid yet")},
    ProblemInfo{TlsProblem::WrongHost, "certificate-wrong-host"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate belongs to another host")},
    ProblemInfo{TlsProblem::SelfSigned, "certificate-self-signed"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate is signed by nobody but itself")},
    ProblemInfo{TlsProblem::UnknownIssuer, "certificate-unknown-issuer"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate comes from an issuer that is not trusted")},
    ProblemInfo{TlsProblem::TooWeak, "certificate-too-weak"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate's key or signature is too weak")},
    ProblemInfo{TlsProblem::Revoked, "certificate-revoked"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the certificate has been revoked")},
    ProblemInfo{TlsProblem::OldProtocol, "protocol-too-old"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the server speaks no version of TLS that is safe today")},
    ProblemInfo{TlsProblem::NotTls, "not-tls"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the server does not speak TLS at this port")},
    ProblemInfo{TlsProblem::Other, "handshake-failed"_L1,
                QT_TRANSLATE_NOOP("TlsProblem", "the start of the encrypted connection failed")},
};

const ProblemInfo &info(TlsProblem problem)
{
    return *std::ranges::find(problemTable, problem, &ProblemInfo::problem);
}

} // namespace

QString TlsProblems::name(TlsProblem problem)
{
    return info(problem).name;
}

std::optional<TlsProblem> TlsProblems::fromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(problemTable, [name](const ProblemInfo &each) { return name == each.name; });
    return row == problemTable.end() ? std::nullopt : std::optional(row->problem);
}

QString TlsProblems::text(TlsProblem problem)
{
    return QCoreApplication::translate("TlsProblem", info(problem).text);
}
