// SPDX-License-Identifier: Apache-2.0
#include "gui/window/aboutdialog.h"

#include "ui_aboutdialog.h"

#include "core/program/qtholes.h"
#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "store/journal/sqliteversion.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QSslSocket>
#include <QSysInfo>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Licence
{
    QLatin1StringView component;
    QLatin1StringView licence;
    QLatin1StringView source;
};

constexpr std::array licences{
    Licence{"Kickdesk"_L1, "Apache-2.0"_L1, "LICENSE"_L1},
    Licence{"Qt 6"_L1, "LGPL-3.0-only"_L1, "https://www.qt.io/licensing"_L1},
    Licence{"OpenSSL 3"_L1, "Apache-2.0"_L1, "https://www.openssl.org"_L1},
    Licence{"SQLite"_L1, "Public Domain"_L1, "https://www.sqlite.org/copyright.html"_L1},
    Licence{"QtKeychain"_L1, "BSD-2-Clause"_L1, "https://github.com/frankosterfeld/qtkeychain"_L1},
    Licence{"Unicode data"_L1, "Unicode-DFS-2016"_L1, "https://www.unicode.org/license.txt"_L1},
    Licence{"CLI11"_L1, "BSD-3-Clause"_L1, "https://github.com/CLIUtils/CLI11"_L1},
};

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AboutDialog>())
    , m_qtVersion(QVersionNumber::fromString(QLatin1StringView(qVersion())))
{
    m_ui->setupUi(this);
    m_ui->aboutTitleLabel->setText(u"Kickdesk "_s + QStringLiteral(KICKDESK_VERSION));
    connect(m_ui->copyVersionsButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(versions()); });
    connect(m_ui->aboutButtons, &QDialogButtonBox::rejected, this, &AboutDialog::reject);
    fillLicences();
    retranslate();
}

AboutDialog::~AboutDialog() = default;

void AboutDialog::setQtVersion(const QVersionNumber &version)
{
    m_qtVersion = version;
    retranslate();
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawHead();
    }
    QDialog::changeEvent(event);
}

void AboutDialog::drawHead()
{
    constexpr int iconSize = 56;
    m_ui->aboutIconLabel->setPixmap(Icons::application().pixmap({iconSize, iconSize}, devicePixelRatioF()));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->holeLabel->setPalette(caution);
}

void AboutDialog::fillLicences()
{
    for (const Licence &licence : licences)
        m_ui->licenceTree->addTopLevelItem(
            new QTreeWidgetItem({licence.component, licence.licence, licence.source}));
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Kickdesk"));
    drawHead();
    m_ui->licenceTree->setHeaderLabels({tr("Component"), tr("Licence"), tr("Where")});
    for (int column = 0; column < m_ui->licenceTree->columnCount(); ++column)
        m_ui->licenceTree->resizeColumnToContents(column);
    const QString reached = holes(true);
    m_ui->holeLabel->setVisible(!reached.isEmpty());
    m_ui->holeLabel->setText(
        tr("⚠ Qt %1 has known holes in parts that this program uses: %2. The package of your system may have "
           "them repaired under the same number; else install a newer Qt.")
            .arg(m_qtVersion.toString(), reached));
    m_ui->versionsEdit->setPlainText(versions());
}

QString AboutDialog::versions() const
{
    QStringList lines{u"Kickdesk "_s + QStringLiteral(KICKDESK_VERSION),
                      tr("Qt %1, built with %2").arg(m_qtVersion.toString(), QStringLiteral(QT_VERSION_STR)),
                      u"TLS: "_s + QSslSocket::activeBackend() + u", "_s +
                          QSslSocket::sslLibraryVersionString(),
                      u"SQLite "_s + sqliteVersion(),
                      u"QtKeychain "_s + QStringLiteral(KICKDESK_QTKEYCHAIN_VERSION),
                      QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture()};
    const QString reached = holes(true);
    const QString others = holes(false);
    if (!reached.isEmpty())
        lines << QString() << tr("Known holes of this Qt in what the program uses: %1").arg(reached);
    if (!others.isEmpty())
        lines << QString() << tr("Known holes of this Qt in what the program does not use: %1").arg(others);
    return lines.join(u'\n');
}

QString AboutDialog::holes(bool isReached) const
{
    QStringList result;
    const QList<QtHole> known = QtHoles::in(m_qtVersion);
    for (const QtHole &hole : known) {
        if (hole.isReached == isReached)
            result << u"%1 (%2)"_s.arg(hole.id, hole.part);
    }
    return result.join(u", "_s);
}
