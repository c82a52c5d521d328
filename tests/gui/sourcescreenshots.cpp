// SPDX-License-Identifier: Apache-2.0
#include "gui/sourcescreenshots.h"

#include "gui/list/listsourcepanel.h"
#include "gui/listfixture.h"
#include "support/madeworkbook.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longTime = 20'000;

/// A file to be read as a list.
struct Source
{
    QString picture;
    QString name;
    QByteArray content;
};

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Source> sources()
{
    const QByteArray ids = ListFixture::userIds(6).join(u'\n').toUtf8() + '\n';
    const QByteArray mails = "m@corp.example.com,luo@corp.example.com\nm@corp.example.com,tian@example.com\n";
    return {
        {u"70-source-no-heading"_s, u"leavers.txt"_s, ids},
        {u"71-source-column-unclear"_s, u"leavers.csv"_s, mails},
        {u"72-source-odd-heading"_s, u"title.csv"_s,
         fixture(u"field/08-title-row-above-headings/title.csv"_s)},
        {u"73-source-sheets"_s, u"two-sheets.xlsx"_s, fixture(u"workbooks/two-sheets.xlsx"_s)},
        {u"75-source-web-page"_s, u"export.xls"_s, fixture(u"field/24-other-text-formats/export.xls"_s)},
        {u"76-source-encoding"_s, u"big5.csv"_s, fixture(u"field/22-big5-shiftjis-cp1252/big5.csv"_s)},
        {u"77-source-old-workbook"_s, u"old.xls"_s,
         QByteArray::fromHex("d0cf11e0a1b11ae1") + QByteArray(600, '\0')},
        {u"78-source-refused-rows"_s, u"phones.csv"_s, fixture(u"field/11-float-phone/float.csv"_s)},
        {u"87-source-open-document"_s, u"leavers.ods"_s,
         MadeWorkbooks::archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})},
        {u"88-source-numbers"_s, u"leavers.numbers"_s, MadeWorkbooks::archive({{"Index/Document.iwa", "x"}})},
        {u"89-source-password"_s, u"secret.xlsx"_s,
         MadeWorkbooks::archive(MadeWorkbooks::workbookParts({{"name=\"a\"", MadeWorkbooks::rows({})}}),
                                "secret")},
    };
}

class Sources
{
public:
    explicit Sources(const Look &look)
        : m_window(look.language)
    {
        m_window.window()->resize(look.size);
    }

    const ListFixture &window() const { return m_window; }

    void read(const QList<Source> &files) const
    {
        QStringList names;
        for (const Source &source : files) {
            QFile file(m_folder.filePath(source.name));
            if (!isReady(file.open(QIODevice::WriteOnly), "the file"))
                return;
            file.write(source.content);
            names << file.fileName();
        }
        auto *panel = m_window.find<ListSourcePanel>("listSourcePanel");
        panel->openFiles(names);
        isReady(QTest::qWaitFor([panel] { return panel->findChild<PendingCall *>() == nullptr; }, longTime),
                "the list");
    }

private:
    ListFixture m_window;
    QTemporaryDir m_folder;
};

/// The users step behind a source.
void photographTheUsers(const Sources &page, const Source &source, const QString &file)
{
    const ListFixture &f = page.window();
    page.read({source});
    // Somebody has to choose the column first where none fits.
    if (!f.find<QPushButton>("listResolveButton")->isEnabled())
        return;
    f.click("listResolveButton");
    const auto isThere = [&f] { return f.isShown("listRowTable") && !f.isShown("listResolveProgress"); };
    isReady(QTest::qWaitFor(isThere, longTime), "the look-up");
    photograph(f.window(), file);
    f.click("listResolveBackButton");
}

void photographTheDialog(const ListFixture &f, const QString &prefix)
{
    f.click("listPoolButton");
    auto *dialog = f.find<QDialog>("PoolDialog");
    photograph(dialog, prefix + u"79-source-status.png"_s);
    dialog->findChild<QRadioButton *>(u"poolDepartmentRadio"_s)->click();
    auto *tree = dialog->findChild<QTreeView *>(u"poolDepartmentTree"_s);
    const auto isThere = [tree] { return tree->model()->rowCount(tree->model()->index(0, 0)) > 0; };
    isReady(QTest::qWaitFor(isThere, longTime), "the departments");
    tree->setCurrentIndex(tree->model()->index(0, 0, tree->model()->index(0, 0)));
    photograph(dialog, prefix + u"82-source-department.png"_s);
    dialog->reject();
}

} // namespace

void photographTheSources(const Look &look, const QString &prefix)
{
    const Sources page(look);
    const QList<Source> all = sources();
    for (const Source &source : all) {
        page.read({source});
        photograph(page.window().window(), prefix + source.picture + u".png"_s);
    }
    const QList<std::pair<int, QString>> looked{{0, u"83-users-no-heading"_s},
                                                {2, u"84-users-odd-heading"_s},
                                                {3, u"85-users-sheet"_s},
                                                {7, u"86-users-refused-rows"_s}};
    for (const auto &[at, picture] : looked)
        photographTheUsers(page, all.at(at), prefix + picture + u".png"_s);
    page.read(all.mid(2, 2));
    photograph(page.window().window(), prefix + u"74-source-files.png"_s);
    photographTheDialog(page.window(), prefix);
}
