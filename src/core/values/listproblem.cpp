// SPDX-License-Identifier: Apache-2.0
#include "core/values/listproblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProblemInfo
{
    ListProblem problem;
    QLatin1StringView name;
    const char *text;
};

constexpr std::array problemTable{
    ProblemInfo{ListProblem::TooLarge, "too-large"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The list is larger than 64 MB. Keep only the column with the identifiers, "
                                  "or divide the list.")},
    ProblemInfo{ListProblem::NotText, "not-text"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is neither text nor an Excel workbook. Save the list as an Excel "
                                  "workbook (.xlsx) or as CSV UTF-8.")},
    ProblemInfo{ListProblem::EncodingUnclear, "encoding-unclear"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The encoding of the file is not clear: it is not UTF-8, and it could be "
                                  "Big5, Shift-JIS, Windows-1252 or another one. Choose the encoding, or "
                                  "save the list as CSV UTF-8.")},
    ProblemInfo{ListProblem::WebPage, "web-page"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a web page (HTML), whatever its name says. Open it in Excel "
                                  "and save it as an Excel workbook (.xlsx).")},
    ProblemInfo{ListProblem::RichText, "rich-text"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is formatted text (RTF). Open it, copy the identifiers and paste "
                                  "them here.")},
    ProblemInfo{ListProblem::Json, "json"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is JSON, not a table. Write one identifier in each line of a "
                                  "text file, or save a table as CSV.")},
    ProblemInfo{ListProblem::Ldif, "ldif"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is an export of a directory (LDIF), not a table. Export the "
                                  "users as CSV.")},
    ProblemInfo{ListProblem::VCard, "vcard"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file has contacts (vCard), not a table. Export the contacts as CSV.")},
    ProblemInfo{ListProblem::Xml, "xml"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is XML, not a table. Open it in Excel and save it as an Excel "
                                  "workbook (.xlsx).")},
    ProblemInfo{ListProblem::Pdf, "pdf"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a PDF. Copy the identifiers from it and paste them here.")},
    ProblemInfo{ListProblem::Document, "document"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a text document or a presentation, not a table. Copy the "
                                  "identifiers from it and paste them here.")},
    ProblemInfo{ListProblem::OldWorkbook, "old-workbook"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a workbook of Excel 97 to 2003 (.xls). Open it in Excel and "
                                  "save it as an Excel workbook (.xlsx).")},
    ProblemInfo{ListProblem::BinaryWorkbook, "binary-workbook"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a binary workbook (.xlsb). Open it in Excel and save it as an "
                                  "Excel workbook (.xlsx).")},
    ProblemInfo{ListProblem::OpenDocument, "open-document"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is an OpenDocument spreadsheet (.ods). Save it as an Excel "
                                  "workbook (.xlsx).")},
    ProblemInfo{ListProblem::Numbers, "numbers"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is a spreadsheet of Numbers. Export it as an Excel workbook "
                                  "(.xlsx) there.")},
    ProblemInfo{ListProblem::OtherArchive, "archive"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The file is an archive, not a workbook. Unpack it and open the list that "
                                  "is in it.")},
    ProblemInfo{ListProblem::PasswordProtected, "password-protected"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The workbook is protected with a password. Open it in Excel and save it "
                                  "without one.")},
    ProblemInfo{ListProblem::Damaged, "damaged-workbook"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The workbook is damaged or incomplete. Open it in Excel and save it "
                                  "again, or get the file anew.")},
    ProblemInfo{ListProblem::Oversized, "oversized-workbook"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "Unpacked, the workbook is larger than 200 MB, or it is packed in a way "
                                  "that no spreadsheet program uses. Copy the column with the identifiers "
                                  "into a new workbook.")},
    ProblemInfo{ListProblem::TooManySheets, "too-many-sheets"_L1,
                QT_TRANSLATE_NOOP("ListProblem",
                                  "The workbook has more than 1,000 sheets. Copy the sheet with the users "
                                  "into a new workbook.")},
    ProblemInfo{ListProblem::SheetMissing, "sheet-missing"_L1,
                QT_TRANSLATE_NOOP("ListProblem", "The workbook has no sheet of that name.")},
    ProblemInfo{
        ListProblem::SeveralSheets, "several-sheets"_L1,
        QT_TRANSLATE_NOOP("ListProblem",
                          "Several sheets of the workbook have rows. Choose the one with the users.")},
};

const ProblemInfo &info(ListProblem problem)
{
    return *std::ranges::find(problemTable, problem, &ProblemInfo::problem);
}

} // namespace

QString ListProblems::name(ListProblem problem)
{
    return info(problem).name;
}

std::optional<ListProblem> ListProblems::fromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(problemTable, [name](const ProblemInfo &each) { return name == each.name; });
    return row == problemTable.end() ? std::nullopt : std::optional(row->problem);
}

QString ListProblems::text(ListProblem problem)
{
    return QCoreApplication::translate("ListProblem", info(problem).text);
}
