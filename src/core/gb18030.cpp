// SPDX-License-Identifier: Apache-2.0
#include "core/gb18030.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <QString>

#include <windows.h>
#else
#include <iconv.h>
#endif

#ifdef Q_OS_WIN

std::optional<QByteArray> gb18030ToUtf8(QByteArrayView bytes)
{
    constexpr UINT codePage = 54936;
    if (bytes.isEmpty())
        return QByteArray();
    const int size = static_cast<int>(bytes.size());
    const int length = MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.data(), size, nullptr, 0);
    if (length <= 0)
        return {};
    QString text(length, Qt::Uninitialized);
    MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.data(), size,
                        reinterpret_cast<wchar_t *>(text.data()), length);
    return text.toUtf8();
}

#else

std::optional<QByteArray> gb18030ToUtf8(QByteArrayView bytes)
{
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how iconv says no.
    if (converter == reinterpret_cast<iconv_t>(-1))
        return {};
    // Two bytes become three at most, and four become four.
    QByteArray result(bytes.size() / 2 * 3 + 4, Qt::Uninitialized);
    QByteArray input = bytes.toByteArray();
    char *in = input.data();
    char *out = result.data();
    auto inLeft = static_cast<size_t>(input.size());
    auto outLeft = static_cast<size_t>(result.size());
    const size_t converted = iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv_close(converter);
    if (converted == static_cast<size_t>(-1) || inLeft != 0)
        return {};
    result.truncate(result.size() - static_cast<qsizetype>(outLeft));
    return result;
}

#endif
