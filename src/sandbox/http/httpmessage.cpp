// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/httpmessage.h"

#include <algorithm>
#include <array>

namespace Simulated {

namespace {

constexpr QByteArrayView apiPrefix = "/api/v3/";

struct Reason
{
    int status;
    const char *phrase;
};

constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{408, "Request Timeout"},
    Reason{413, "Content Too Large"},
    Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{502, "Bad Gateway"},
    Reason{503, "Service Unavailable"},
    Reason{504, "Gateway Timeout"},
};

const char *phrase(int status)
{
    const auto *const found = std::ranges::find(reasons, status, &Reason::status);
    return found == reasons.end() ? "Unknown" : found->phrase;
}

HeaderList::const_iterator find(const HeaderList &headers, QByteArrayView name)
{
    return std::ranges::find_if(headers, [name](const auto &header) {
        return QByteArrayView(header.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    const auto found = find(headers, name);
    return found == headers.cend() ? QByteArray() : found->second;
}

bool HttpRequest::hasHeader(QByteArrayView name) const
{
    return find(headers, name) != headers.cend();
}

QByteArray HttpRequest::path() const
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

QByteArray HttpRequest::endpoint() const
{
    const QByteArray where = path();
    return where.startsWith(apiPrefix) ? where.sliced(apiPrefix.size()) : QByteArray();
}

QByteArray HttpReply::head(const QByteArray &framing) const
{
    QByteArray result;
    result.reserve(256);
    result += "HTTP/1.1 " + QByteArray::number(status) + ' ' + phrase(status) + "\r\n";
    result += "Date: " + date + "\r\n";
    if (!contentType.isEmpty())
        result += "Content-Type: " + contentType + "\r\n";
    for (const auto &[name, value] : headers)
        result += name + ": " + value + "\r\n";
    return result + framing + "\r\n";
}

QByteArray HttpReply::head() const
{
    // 204 has no body by definition and must not announce one.
    return head(status == 204 ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n");
}

} // namespace Simulated
