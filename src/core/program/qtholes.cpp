// SPDX-License-Identifier: Apache-2.0
#include "core/program/qtholes.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Major, minor, micro.
using Version = std::array<int, 3>;

/// From the first version that has it to the first that has it no more; of no Qt where both are zero.
struct Span
{
    Version first;
    Version repaired;
};

constexpr std::size_t mostSpans = 3;

struct Row
{
    QLatin1StringView id;
    QLatin1StringView part;
    bool isReached;
    std::array<Span, mostSpans> spans;
};

constexpr Span noSpan{{0, 0, 0}, {0, 0, 0}};

/// The versions are those of the records of the CVE Program, github.com/CVEProject/cvelistV5, where each row
/// has a file of its name; HSTS from GitHub's advisory GHSA-j8jh-fhfw-jx2c, which repeats that record.
constexpr std::array rows{
    // The root of a chain is not always looked for among the chosen ones. codereview.qt-project.org 477560
    Row{"CVE-2023-34410"_L1,
        "TLS"_L1,
        true,
        {Span{{6, 0, 0}, {6, 2, 9}}, Span{{6, 3, 0}, {6, 5, 2}}, noSpan}},
    // With OpenSSL a file in the working folder is taken for a root of the system. codereview.qt-project.org
    // 642967
    Row{"CVE-2025-14575"_L1,
        "TLS"_L1,
        true,
        {Span{{6, 0, 0}, {6, 5, 10}}, Span{{6, 6, 0}, {6, 8, 4}}, Span{{6, 9, 0}, {6, 9, 2}}}},
    // Strict transport security is missed. Every address of this program says https itself.
    Row{"CVE-2023-32762"_L1,
        "HSTS"_L1,
        false,
        {Span{{6, 0, 0}, {6, 2, 9}}, Span{{6, 3, 0}, {6, 5, 1}}, noSpan}},
    // A crafted answer of a name server. Only QHostInfo is used. codereview.qt-project.org 477644
    Row{"CVE-2023-33285"_L1,
        "QDnsLookup"_L1,
        false,
        {Span{{6, 0, 0}, {6, 2, 9}}, Span{{6, 3, 0}, {6, 5, 1}}, noSpan}},
    // HTTP/2 is off below Qt 6.8 (api/qnamtransport). codereview.qt-project.org 524864, 571601
    Row{"CVE-2023-51714"_L1,
        "HTTP/2"_L1,
        false,
        {Span{{6, 0, 0}, {6, 2, 11}}, Span{{6, 3, 0}, {6, 5, 4}}, Span{{6, 6, 0}, {6, 6, 2}}}},
    Row{"CVE-2024-39936"_L1,
        "HTTP/2"_L1,
        false,
        {Span{{6, 0, 0}, {6, 2, 13}}, Span{{6, 3, 0}, {6, 5, 7}}, Span{{6, 6, 0}, {6, 7, 3}}}},
    // From Qt 6.8 on it is used.
    Row{"CVE-2025-5991"_L1, "HTTP/2"_L1, true, {Span{{6, 9, 0}, {6, 9, 1}}, noSpan, noSpan}},
    Row{"CVE-2026-95620"_L1, "HTTP/2"_L1, true, {Span{{6, 9, 0}, {6, 11, 3}}, noSpan, noSpan}},
};

} // namespace

QList<QtHole> QtHoles::in(const QVersionNumber &version)
{
    const Version asked{version.majorVersion(), version.minorVersion(), version.microVersion()};
    QList<QtHole> result;
    for (const Row &row : rows) {
        const bool isThere = std::ranges::any_of(
            row.spans, [&asked](const Span &span) { return span.first <= asked && asked < span.repaired; });
        if (isThere)
            result.append({.id = row.id, .part = row.part, .isReached = row.isReached});
    }
    return result;
}
