// SPDX-License-Identifier: Apache-2.0
#include "core/list/listformat.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What tells a text format stands near its beginning.
constexpr qsizetype headBytes = 4096;

/// The name of a stream within a compound file, which is UTF-16.
QByteArray streamName(const char *name)
{
    QByteArray result;
    for (const char *letter = name; *letter != '\0'; ++letter)
        result.append(*letter).append('\0');
    return result;
}

/// A compound file of OLE: workbooks and documents up to Office 2003, and newer ones with a password.
ListProblem compoundProblem(const QByteArray &bytes)
{
    if (bytes.contains(streamName("EncryptedPackage")))
        return ListProblem::PasswordProtected;
    return bytes.contains(streamName("WordDocument")) || bytes.contains(streamName("PowerPoint Document"))
               ? ListProblem::Document
               : ListProblem::OldWorkbook;
}

struct TextShape
{
    ListProblem problem;
    const char *pattern;
};

constexpr std::array shapes{
    TextShape{ListProblem::WebPage, R"(^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|)"
                                    R"(meta|body|table|style|div|frameset)\b)"},
    TextShape{ListProblem::WebPage, R"(^(MIME-Version:|From: <Saved by).*?Content-Type:\s*multipart)"},
    TextShape{ListProblem::Xml, R"(^\s*<(\?xml|!doctype|[a-z][\w.:-]*(\s+[\w.:-]+\s*=|\s*>\s*<)))"},
    TextShape{ListProblem::RichText, R"(^\s*\{\\rtf)"},
    TextShape{ListProblem::VCard, R"(^\s*BEGIN:(VCARD|VCALENDAR)\s*[\r\n])"},
    TextShape{
        ListProblem::Ldif,
        R"(^\s*((#[^\r\n]*|version:\s*\d+)\s*[\r\n]+\s*)*dn::?\s*[^\r\n]*(\r?\n [^\r\n]*)*\r?\n[\w;-]+::?\s)"},
};

/// An object or a list, as APIs answer, or one of them in each line.
bool isJson(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    if (!trimmed.startsWith('{') && !trimmed.startsWith('['))
        return false;
    static const QRegularExpression begin(uR"re(^([{\[]\s*)+("(\\.|[^"\\])*"\s*[:,\]}]|[}\]]))re"_s);
    const QString head = QString::fromUtf8(trimmed.first(std::min(headBytes, trimmed.size())));
    return begin.match(head).hasMatch() || !QJsonDocument::fromJson(trimmed).isNull();
}

} // namespace

bool ListFormats::isArchive(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

std::optional<ListProblem> ListFormats::binaryProblem(const QByteArray &bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return compoundProblem(bytes);
    // A workbook of Excel 2 to 4 is its stream alone.
    if (bytes.startsWith(QByteArrayView("\x09\x00\x04\x00", 4)) ||
        bytes.startsWith(QByteArrayView("\x09\x02\x06\x00", 4)) ||
        bytes.startsWith(QByteArrayView("\x09\x04\x06\x00", 4)) ||
        bytes.startsWith(QByteArrayView("\x09\x08", 2)))
        return ListProblem::OldWorkbook;
    if (bytes.startsWith("%PDF-"))
        return ListProblem::Pdf;
    if (bytes.startsWith("\x1F\x8B") || bytes.startsWith("7z\xBC\xAF\x27\x1C") ||
        bytes.startsWith("Rar!\x1A"))
        return ListProblem::OtherArchive;
    return {};
}

std::optional<ListProblem> ListFormats::textProblem(const QByteArray &utf8)
{
    const QString head = QString::fromUtf8(utf8.first(std::min(headBytes, utf8.size())));
    for (const TextShape &shape : shapes) {
        const QRegularExpression expression(QString::fromLatin1(shape.pattern),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
        if (expression.match(head).hasMatch())
            return shape.problem;
    }
    return isJson(utf8) ? std::optional(ListProblem::Json) : std::nullopt;
}
