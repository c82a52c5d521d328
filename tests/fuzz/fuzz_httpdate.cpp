// SPDX-License-Identifier: Apache-2.0
#include "api/net/httpdate.h"

#include <cstdint>

/// Any bytes as a date and as a wait: a date comes back as it was, and no wait is negative.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QDateTime time = HttpDates::parse(text);
    if (time.isValid() && HttpDates::parse(HttpDates::format(time)) != time)
        qFatal("a date that does not come back");
    const qsizetype middle = text.size() / 2;
    for (const QByteArray &date : {QByteArray(), text, text.sliced(middle)}) {
        const auto wait = HttpDates::retryAfter(text.first(middle), date);
        if (wait && wait->count() < 0)
            qFatal("a wait that is over before it begins");
    }
    return 0;
}
