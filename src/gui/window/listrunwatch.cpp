// SPDX-License-Identifier: Apache-2.0
#include "ui_mainwindow.h"

#include "core/program/translation.h"
#include "gui/list/listpage.h"
#include "gui/window/desktopnotice.h"
#include "gui/window/mainwindow.h"
#include "kick/session.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

// What the window has to do with lists, beside their page.

void MainWindow::connectLists()
{
    const auto paste = [this] {
        showPage(m_ui->pageStack->indexOf(listPage()));
        m_listPage->paste();
    };
    connect(m_ui->pasteListAction, &QAction::triggered, this, paste);
    connect(m_ui->kickPage, &KickPage::pasteListRequested, this, paste);
    connect(m_ui->chosenUsersAction, &QAction::triggered, this, &MainWindow::takeChosenUsers);
    connect(m_ui->kickPage, &KickPage::listOfChosenRequested, this, &MainWindow::takeChosenUsers);
    connect(m_ui->listOffer, &InterruptedListBar::goOnRequested, this,
            [this](const ListRecord &record) { showRun(record, true); });
    connect(m_ui->listOffer, &InterruptedListBar::lookRequested, this,
            [this](const ListRecord &record) { showRun(record, false); });
    constexpr std::chrono::milliseconds lookTime(500);
    m_listClock.setInterval(lookTime);
    connect(&m_listClock, &QTimer::timeout, this, &MainWindow::showListProgress);
}

ListPage *MainWindow::listPage()
{
    if (m_listPage != nullptr)
        return m_listPage;
    m_jobs.profile = m_session->profile();
    m_jobs.language = m_translation->language();
    m_listPage = new ListPage({.session = m_session, .history = m_history, .translation = m_translation},
                              m_jobs, this);
    m_listPage->setObjectName(u"listPage"_s);
    m_ui->pageStack->addWidget(m_listPage);
    connect(m_listPage, &ListPage::runningChanged, this, &MainWindow::updateActions);
    connect(m_listPage, &ListPage::receiptChanged, this, &MainWindow::updateActions);
    connect(m_listPage, &ListPage::runningChanged, this, &MainWindow::showListProgress);
    connect(m_listPage, &ListPage::answered, m_ui->connectionBand, &ConnectionBand::setAnswered);
    connect(m_listPage, &ListPage::journalNoticed, this, &MainWindow::showNotice);
    connect(m_listPage, &ListPage::canaryEnded, this, [this] {
        m_desktopNotice->show(tr("The list waits for you"), tr("The first users are done. Go on with all?"));
    });
    connect(m_listPage, &ListPage::ended, this, &MainWindow::endList);
    return m_listPage;
}

void MainWindow::showListProgress()
{
    if (!m_listPage->isRunning()) {
        m_listClock.stop();
        m_desktopNotice->clearProgress();
        return;
    }
    const ListRunSummary summary = m_listPage->summary();
    m_desktopNotice->setProgress(summary.done(), summary.total);
    m_listClock.start();
}

void MainWindow::endList()
{
    if (m_leaving) {
        leaveIfFree();
        return;
    }
    const ListRunSummary summary = m_listPage->summary();
    const QLocale locale;
    m_desktopNotice->show(summary.error ? tr("The list was halted") : tr("The list has ended"),
                          tr("%1 of %2 users are confirmed offline.")
                              .arg(locale.toString(summary.confirmed()), locale.toString(summary.total)));
}

void MainWindow::showRun(const ListRecord &record, bool isToGoOn)
{
    if (isToGoOn)
        listPage()->resume(record);
    else
        listPage()->look(record);
    showPage(m_ui->pageStack->indexOf(m_listPage));
}

void MainWindow::leaveIfFree()
{
    if (!m_leaving || isKicking())
        return;
    if (m_waitBox)
        m_waitBox->close();
    std::exchange(m_leaving, {})();
}

void MainWindow::leave(const std::function<void()> &go)
{
    if (m_listPage == nullptr || !m_listPage->isRunning()) {
        m_leaving = go;
        leaveIfFree();
        if (m_leaving)
            offerToStay();
        return;
    }
    auto *box = new QMessageBox(this);
    box->setObjectName(u"leaveBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("A list is being run"));
    const auto count = [this, box] {
        const ListRunSummary summary = m_listPage->summary();
        box->setText(
            tr("%1 of %2 users are done. If you stop now, you can resume later. No users are skipped.")
                .arg(QLocale().toString(summary.done()), QLocale().toString(summary.total)));
    };
    count();
    connect(&m_listClock, &QTimer::timeout, box, count);
    const QPushButton *stopButton = box->addButton(tr("&Stop the list"), QMessageBox::AcceptRole);
    QPushButton *stayButton = box->addButton(tr("&Let it run"), QMessageBox::RejectRole);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    connect(stopButton, &QPushButton::clicked, this, [this, go] {
        m_leaving = go;
        if (m_listPage->isRunning())
            m_listPage->stop();
        else
            leaveIfFree();
    });
    box->open();
}

void MainWindow::offerToStay()
{
    if (m_waitBox)
        return;
    m_waitBox = new QMessageBox(
        QMessageBox::Information, tr("A sign-out is under way"),
        tr("Kickdesk continues with what you chose as soon as the result is on record."), {}, this);
    m_waitBox->setObjectName(u"waitBox"_s);
    m_waitBox->setAttribute(Qt::WA_DeleteOnClose);
    m_waitBox->setTextFormat(Qt::PlainText);
    const QPushButton *stayButton = m_waitBox->addButton(tr("&Stay here"), QMessageBox::RejectRole);
    connect(stayButton, &QPushButton::clicked, this, [this] { m_leaving = {}; });
    m_waitBox->open();
}

bool MainWindow::hasListReceipt() const
{
    return m_listPage != nullptr && m_ui->pageStack->currentWidget() == m_listPage &&
           m_listPage->hasReceipt();
}

void MainWindow::copyReceipt()
{
    if (hasListReceipt())
        m_listPage->copyReceipt();
    else
        m_ui->kickPage->copyResult();
}

void MainWindow::takeChosenUsers()
{
    QList<ListUser> users;
    const QList<User> chosen = m_ui->kickPage->chosenUsers();
    for (const User &user : chosen)
        users << ListUsers::of(m_session->profile(), user);
    showPage(m_ui->pageStack->indexOf(listPage()));
    m_listPage->takeUsers(ListResolutions::ofUsers(users));
}
