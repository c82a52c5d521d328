// SPDX-License-Identifier: Apache-2.0
#include "gui/mainwindow.h"

#include "ui_mainwindow.h"

#include "core/translation.h"
#include "kick/session.h"

#include <QActionGroup>
#include <QEvent>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(Session *session, Translation *translation, Environment environment, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_session(session)
    , m_translation(translation)
{
    m_ui->setupUi(this);
    auto *languages = new QActionGroup(this);
    languages->addAction(m_ui->chineseAction);
    languages->addAction(m_ui->englishAction);
    connectActions();

    m_session->setLanguage(translation->language());
    m_ui->connectionBand->start(session, environment);
    m_ui->kickPage->start(session, translation);
    retranslate();
    m_ui->kickPage->findUser();
}

MainWindow::~MainWindow() = default;

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::connectActions()
{
    KickPage *page = m_ui->kickPage;
    connect(m_ui->findAction, &QAction::triggered, page, &KickPage::findUser);
    connect(m_ui->kickAction, &QAction::triggered, page, &KickPage::kick);
    connect(m_ui->everywhereAction, &QAction::triggered, page, &KickPage::kickEverywhere);
    connect(m_ui->tickAllAction, &QAction::triggered, page, &KickPage::tickAll);
    connect(m_ui->tickNoneAction, &QAction::triggered, page, &KickPage::tickNone);
    connect(m_ui->tickOnlineAction, &QAction::triggered, page, &KickPage::tickOnline);
    connect(m_ui->recheckAction, &QAction::triggered, page, &KickPage::recheck);
    connect(m_ui->copyResultAction, &QAction::triggered, page, &KickPage::copyResult);
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::close);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->chineseAction, &QAction::triggered, this,
            [this] { m_translation->setLanguage(Language::Chinese); });
    connect(m_ui->englishAction, &QAction::triggered, this,
            [this] { m_translation->setLanguage(Language::English); });
    connect(m_translation, &Translation::languageChanged, this,
            [this](Language language) { m_session->setLanguage(language); });
    connect(page, &KickPage::actionsChanged, this, &MainWindow::updateActions);
    connect(page, &KickPage::answered, m_ui->connectionBand, &ConnectionBand::setAnswered);
}

void MainWindow::retranslate()
{
    m_ui->chineseAction->setChecked(m_translation->language() == Language::Chinese);
    m_ui->englishAction->setChecked(m_translation->language() == Language::English);
    setWindowTitle(tr("Force sign-out – Kickdesk"));
    updateActions();
}

void MainWindow::updateActions()
{
    const KickPage *page = m_ui->kickPage;
    m_ui->kickAction->setEnabled(page->canKick());
    m_ui->everywhereAction->setEnabled(page->canKickEverywhere());
    m_ui->copyResultAction->setEnabled(page->hasResult());
    for (QAction *action :
         {m_ui->tickAllAction, m_ui->tickNoneAction, m_ui->tickOnlineAction, m_ui->recheckAction})
        action->setEnabled(page->canTick());
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Kickdesk"));
    box->setTextFormat(Qt::PlainText);
    box->setText(
        tr("Kickdesk %1\nForces users offline in Authing, and proves it.\nLicence: Apache-2.0; uses Qt %2.")
            .arg(QStringLiteral(KICKDESK_VERSION), QString::fromLatin1(qVersion())));
    box->open();
}
