// SPDX-License-Identifier: Apache-2.0
#include "core/list/codepage.h"

#include <QString>

#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <iconv.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

struct PageInfo
{
    CodePage page;
    QLatin1StringView name;
    /// For iconv().
    const char *converter;
    /// The number that Windows gives it.
    unsigned number;
};

constexpr std::array pageTable{
    PageInfo{CodePage::Gb18030, "GB18030"_L1, "GB18030", 54936},
    PageInfo{CodePage::Big5, "Big5"_L1, "BIG5-HKSCS", 950},
    PageInfo{CodePage::ShiftJis, "Shift-JIS"_L1, "CP932", 932},
    PageInfo{CodePage::EucKr, "EUC-KR"_L1, "CP949", 949},
    PageInfo{CodePage::Windows1252, "Windows-1252"_L1, "CP1252", 1252},
};

const PageInfo &info(CodePage page)
{
    return *std::ranges::find(pageTable, page, &PageInfo::page);
}

/// How often which characters of GB18030 occur in a text.
struct GbCount
{
    /// All that are not ASCII.
    qsizetype all = 0;
    /// Characters that GB2312 does not have: rare in names, and half of those that other encodings give.
    qsizetype rare = 0;
    /// In the second level of GB2312, ordered by radical: one character in ten of a Chinese text.
    qsizetype second = 0;
    /// Behind 0xC8, where the Korean syllables of EUC-KR end.
    qsizetype late = 0;
    /// Japanese syllables stand at the same place in EUC-JP.
    qsizetype kana = 0;
};

void add(GbCount *count, unsigned char lead, unsigned char trail)
{
    constexpr unsigned char firstOfGb2312 = 0xA1;
    constexpr unsigned char lastSign = 0xA3;
    constexpr unsigned char lastKana = 0xA5;
    constexpr unsigned char firstHanzi = 0xB0;
    constexpr unsigned char lastSyllable = 0xC8;
    constexpr unsigned char firstOfSecondLevel = 0xD8;
    constexpr unsigned char lastHanzi = 0xF7;
    ++count->all;
    const bool isKana = lead > lastSign && lead <= lastKana;
    const bool isHanzi = lead >= firstHanzi && lead <= lastHanzi;
    if (trail < firstOfGb2312 || lead < firstOfGb2312 || (lead > lastSign && !isKana && !isHanzi))
        ++count->rare;
    else if (isKana)
        ++count->kana;
    else if (lead >= firstOfSecondLevel)
        ++count->second;
    if (lead > lastSyllable)
        ++count->late;
}

GbCount counted(QByteArrayView bytes)
{
    GbCount count;
    for (qsizetype at = 0; at + 1 < bytes.size(); ++at) {
        const auto lead = static_cast<unsigned char>(bytes.at(at));
        if (lead < 0x80)
            continue;
        const auto trail = static_cast<unsigned char>(bytes.at(++at));
        add(&count, lead, trail);
        // A character of four bytes has a digit in second place.
        if (trail >= '0' && trail <= '9')
            at += 2;
    }
    return count;
}

/// Words that stand in the headings of Chinese lists.
bool hasKnownWord(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 12> words{
        "\xD0\xD5\xC3\xFB", // 姓名
        "\xB9\xA4\xBA\xC5", // 工号
        "\xD3\xCA\xCF\xE4", // 邮箱
        "\xD3\xCA\xBC\xFE", // 邮件
        "\xCA\xD6\xBB\xFA", // 手机
        "\xB5\xE7\xBB\xB0", // 电话
        "\xB2\xBF\xC3\xC5", // 部门
        "\xD5\xCA\xBA\xC5", // 帐号
        "\xD5\xCB\xBA\xC5", // 账号
        "\xD3\xC3\xBB\xA7", // 用户
        "\xD4\xB1\xB9\xA4", // 员工
        "\xB1\xE0\xBA\xC5", // 编号
    };
    return std::ranges::any_of(words, [bytes](QByteArrayView word) {
        return QByteArray::fromRawData(bytes.data(), bytes.size()).contains(word);
    });
}

} // namespace

QString CodePages::name(CodePage page)
{
    return info(page).name;
}

bool CodePages::looksLikeGb18030(QByteArrayView bytes)
{
    const GbCount count = counted(bytes);
    if (hasKnownWord(bytes))
        return count.rare * 5 <= count.all;
    constexpr qsizetype enough = 4;
    const bool isKorean = count.all >= enough && count.late == 0;
    const bool isSingleBytes = count.all >= enough && count.second * 2 > count.all;
    return count.rare * 10 <= count.all && count.kana * 10 <= count.all && !isKorean && !isSingleBytes;
}

#ifdef Q_OS_WIN

std::optional<QByteArray> CodePages::toUtf8(QByteArrayView bytes, CodePage page)
{
    if (bytes.isEmpty())
        return QByteArray();
    // Where a Windows lacks the table of GB18030, its part of two bytes is still there, which is nearly every
    // list.
    constexpr UINT gbk = 936;
    const UINT known = info(page).number;
    const UINT codePage = page == CodePage::Gb18030 && !IsValidCodePage(known) ? gbk : known;
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

std::optional<QByteArray> CodePages::toUtf8(QByteArrayView bytes, CodePage page)
{
    const iconv_t converter = iconv_open("UTF-8", info(page).converter);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how iconv says no.
    if (converter == reinterpret_cast<iconv_t>(-1))
        return {};
    // One byte becomes three at most: "€" of Windows-1252.
    QByteArray result(bytes.size() * 3 + 4, Qt::Uninitialized);
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
    result.squeeze();
    return result;
}

#endif
