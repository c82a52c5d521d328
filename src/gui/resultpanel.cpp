// SPDX-License-Identifier: Apache-2.0
#include "gui/resultpanel.h"

#include "ui_resultpanel.h"

#include "core/translation.h"
#include "gui/colors.h"
#include "gui/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

ResultPanel::ResultPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ResultPanel>())
{
    m_ui->setupUi(this);
    m_ui->resultAppsList->setModel(&m_lines);
    m_ui->copyResultButton->setIcon(Icons::tinted(u"copy"_s));
    connect(m_ui->copyResultButton, &QPushButton::clicked, this, &ResultPanel::copy);
    connect(m_ui->closeResultButton, &QPushButton::clicked, this, &ResultPanel::closed);
    connect(m_ui->againButton, &QPushButton::clicked, this,
            [this] { Q_EMIT againRequested(m_receipt.plan); });
    m_ui->copyMenuButton->setMenu(new QMenu(this));
    m_ui->copyMenuButton->setIcon(Icons::tinted(u"language"_s));
    constexpr int secondMs = 1000;
    m_second.setInterval(secondMs);
    connect(&m_second, &QTimer::timeout, this, &ResultPanel::countDown);
    retranslate();
}

ResultPanel::~ResultPanel() = default;

void ResultPanel::showSending(const KickPlan &plan)
{
    m_receipt = {.plan = plan, .time = QDateTime::currentDateTimeUtc()};
    retranslate();
    show();
}

void ResultPanel::showProgress(const KickProgress &progress)
{
    if (m_receipt.result)
        return;
    m_receipt.progress = progress;
    if (progress.app)
        m_receipt.proofs.insert(progress.app->appId, *progress.app);
    if (progress.stage == KickProgress::Stage::Waiting)
        m_second.start();
    else
        m_second.stop();
    retranslate();
}

void ResultPanel::showResult(const KickResult &result)
{
    m_second.stop();
    m_receipt.result = result;
    m_receipt.time = QDateTime::currentDateTimeUtc();
    m_receipt.proofs.clear();
    for (const AppProof &app : result.apps) {
        if (result.attempts > 0)
            m_receipt.proofs.insert(app.appId, app);
    }
    retranslate();
    m_ui->copyResultButton->setFocus();
}

void ResultPanel::copy() const
{
    copyIn({m_translation->language()});
}

void ResultPanel::copyIn(const QList<Language> &languages) const
{
    QStringList texts;
    for (const Language language : languages)
        texts << m_translation->inLanguage(language, [this] { return Receipts::text(m_receipt); });
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void ResultPanel::fillCopyMenu()
{
    const struct
    {
        QString text;
        QList<Language> languages;
    } entries[] = {
        {tr("Copy in Chinese"), {Language::Chinese}},
        {tr("Copy in English"), {Language::English}},
        {tr("Copy in both languages"), {Language::Chinese, Language::English}},
    };
    QMenu *menu = m_ui->copyMenuButton->menu();
    menu->clear();
    for (const auto &entry : entries)
        menu->addAction(entry.text, this, [this, languages = entry.languages] { copyIn(languages); });
}

void ResultPanel::countDown()
{
    KickProgress &progress = m_receipt.progress;
    if (progress.pause > std::chrono::seconds(1))
        --progress.pause;
    m_ui->resultStatusLabel->setText(Receipts::status(m_receipt));
}

void ResultPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawHeadline();
    }
    QFrame::changeEvent(event);
}

void ResultPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

void ResultPanel::retranslate()
{
    const bool hasResult = m_receipt.result.has_value();
    drawHeadline();
    m_ui->resultTargetLabel->setText(KickPlans::title(m_receipt.plan));
    m_lines.setStringList(Receipts::applicationLines(m_receipt));
    constexpr int mostLines = 4;
    const int lines = qBound(1, m_lines.rowCount(), mostLines);
    m_ui->resultAppsList->setFixedHeight(lines * m_ui->resultAppsList->sizeHintForRow(0) +
                                         2 * m_ui->resultAppsList->frameWidth());

    const QString notes = Receipts::notes(m_receipt);
    m_ui->resultErrorLabel->setVisible(!notes.isEmpty());
    m_ui->resultErrorLabel->setText(notes);
    m_ui->resultStatusLabel->setText(Receipts::status(m_receipt));
    const ServerReply reply = hasResult ? m_receipt.result->reply : m_receipt.progress.reply;
    m_ui->serverMessageLabel->setText(reply.message.isEmpty() ? QString()
                                                              : tr("Server: %1").arg(reply.message.plain()));
    m_ui->replyLabel->setText(Receipts::numbers(m_receipt));
    m_ui->againButton->setVisible(hasResult && m_receipt.result->relogin);
    fillCopyMenu();
    m_ui->resultNoteLabel->setText(Receipts::isAccepted(m_receipt)
                                       ? tr("Tokens already issued may keep working until they expire.")
                                       : QString());
    m_ui->copyResultButton->setText(tr("Copy for the ticket"));
    m_ui->copyResultButton->setEnabled(hasResult);
    m_ui->copyMenuButton->setEnabled(hasResult);
    m_ui->closeResultButton->setEnabled(hasResult);
}

void ResultPanel::drawHeadline()
{
    constexpr int iconSize = 20;
    const bool isAccepted = Receipts::isAccepted(m_receipt);
    const bool isGood = Receipts::isProved(m_receipt) || (isAccepted && !m_receipt.result);
    const QString icon = isGood ? u"done"_s : m_receipt.result ? u"warning"_s : u"offline"_s;
    m_ui->resultIconLabel->setPixmap(Icons::tinted(icon).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->headlineLabel->setText(Receipts::headline(m_receipt));
    QPalette headline = palette();
    if (m_receipt.result)
        headline.setColor(QPalette::WindowText, isGood       ? Colors::good(palette())
                                                : isAccepted ? Colors::caution(palette())
                                                             : Colors::bad(palette()));
    m_ui->headlineLabel->setPalette(headline);
}
