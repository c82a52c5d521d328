// SPDX-License-Identifier: Apache-2.0
#include "support/madeworkbook.h"

#include <QFile>
#include <QTemporaryDir>

#include <zip.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

} // namespace

QByteArray MadeWorkbooks::archive(const QList<Part> &parts, const char *password)
{
    const QTemporaryDir folder;
    const QByteArray file = folder.filePath(u"book.zip"_s).toUtf8();
    zip_t *zip = zip_open(file.constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    // A libzip without ciphers has the oldest one only.
    const zip_uint16_t method =
        zip_encryption_method_supported(ZIP_EM_AES_256, 1) != 0 ? ZIP_EM_AES_256 : ZIP_EM_TRAD_PKWARE;
    for (const Part &part : parts) {
        zip_source_t *source = zip_source_buffer(zip, part.content.constData(),
                                                 static_cast<zip_uint64_t>(part.content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, part.name.constData(), source, ZIP_FL_OVERWRITE);
        if (password != nullptr)
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), method, password);
    }
    if (zip_close(zip) != 0)
        qFatal("The archive could not be written");
    QFile written(QString::fromUtf8(file));
    if (!written.open(QIODevice::ReadOnly))
        qFatal("The archive could not be read");
    return written.readAll();
}

QByteArray MadeWorkbooks::relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + relationships.toByteArray() + "/" + type +
           "\" Target=\"" + target + "\"/>";
}

QList<MadeWorkbooks::Part> MadeWorkbooks::workbookParts(const QList<SheetPart> &sheets,
                                                        const QByteArray &styles, const QByteArray &strings,
                                                        const QByteArray &properties)
{
    QByteArray names;
    QByteArray targets;
    QList<Part> parts;
    for (qsizetype at = 0; at < sheets.size(); ++at) {
        const QByteArray number = QByteArray::number(at + 1);
        names +=
            "<sheet " + sheets.at(at).attributes + " sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>";
        targets += relation("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts << Part{"xl/worksheets/sheet" + number + ".xml",
                      "<?xml version=\"1.0\"?><worksheet>" + sheets.at(at).content + "</worksheet>"};
    }
    targets +=
        relation("st", "styles", "/xl/styles.xml") + relation("ss", "sharedStrings", "sharedStrings.xml");
    parts << Part{"_rels/.rels",
                  "<Relationships>" + relation("d", "officeDocument", "xl/workbook.xml") + "</Relationships>"}
          << Part{"xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>"}
          << Part{"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"}
          << Part{"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"}
          << Part{"xl/workbook.xml", "<workbook xmlns:r=\"" + relationships.toByteArray() + "\">" +
                                         properties + "<sheets>" + names + "</sheets></workbook>"};
    return parts;
}

QByteArray MadeWorkbooks::rows(const QByteArray &content)
{
    return "<sheetData>" + content + "</sheetData>";
}

QByteArray MadeWorkbooks::longList(int users)
{
    QByteArray content;
    QByteArray strings;
    for (int user = 0; user < users; ++user) {
        const QByteArray number = QByteArray::number(user);
        strings += "<si><t>user" + number + "@example.com</t></si>";
        content += "<row r=\"" + QByteArray::number(user + 1) + "\"><c r=\"A" + QByteArray::number(user + 1) +
                   "\" t=\"s\"><v>" + number + "</v></c><c r=\"B" + QByteArray::number(user + 1) +
                   "\"><v>13800138000</v></c></row>";
    }
    return archive(workbookParts({{"name=\"a\"", rows(content)}}, {}, strings));
}
