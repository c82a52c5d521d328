// SPDX-License-Identifier: Apache-2.0
#include "gui/resultpanel.h"

#include "ui_resultpanel.h"

#include "core/translation.h"
#include "gui/colors.h"
#include "gui/errorwords.h"
#include "gui/icons.h"
#include "kick/returnwatch.h"
#include "models/environmentwords.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Digits of the hash that fit on the screen; the copy has all of them.
constexpr qsizetype shownDigits = 12;

} // namespace

ResultPanel::ResultPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ResultPanel>())
    , m_copyMenu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_ui->resultAppsList->setModel(&m_lines);
    m_ui->copyResultButton->setIcon(Icons::tinted(u"copy"_s));
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &ResultPanel::drawHeadline);
    m_watchClock.setInterval(1s);
    connect(&m_watchClock, &QTimer::timeout, this, &ResultPanel::updateWatch);
    connect(m_ui->watchStopButton, &QPushButton::clicked, this, [this] {
        if (m_watch)
            m_watch->stop();
    });
    connect(m_ui->copyResultButton, &QPushButton::clicked, this, &ResultPanel::copy);
    connect(m_ui->closeResultButton, &QPushButton::clicked, this, &ResultPanel::closed);
    connect(m_ui->kickAgainButton, &QPushButton::clicked, this,
            [this] { Q_EMIT kickAgainRequested(Receipts::repeated(m_receipt)); });
    makeCopyMenu();
    retranslate();
}

ResultPanel::~ResultPanel() = default;

void ResultPanel::showSending(const KickPlan &plan, const QDateTime &sentAt)
{
    m_watch.clear();
    m_receipt = Receipt{};
    m_receipt.plan = plan;
    m_receipt.sentAt = sentAt;
    m_receipt.time = QDateTime::currentDateTimeUtc();
    retranslate();
    show();
    m_ui->resultAppsList->setFocus();
}

void ResultPanel::showProgress(const KickProgress &progress)
{
    const auto stage = m_receipt.stage;
    Receipts::note(&m_receipt, progress, QDateTime::currentDateTimeUtc());
    if (m_receipt.stage == KickProgress::Stage::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
    if (stage == m_receipt.stage)
        m_lines.setStringList(Receipts::applicationLines(m_receipt));
    else
        retranslate();
}

void ResultPanel::showResult(const KickResult &result)
{
    m_countdown.stop();
    Receipts::note(&m_receipt, result);
    m_receipt.time = QDateTime::currentDateTimeUtc();
    retranslate();
    show();
    // Who has gone on to the next user keeps the keyboard there.
    const QWidget *focus = window()->focusWidget();
    if (focus == nullptr || isAncestorOf(focus) || !focus->isVisible())
        m_ui->copyResultButton->setFocus();
    QAccessibleEvent alert(m_ui->headlineLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ResultPanel::setWatch(ReturnWatch *watch)
{
    m_watch = watch;
    if (watch != nullptr)
        connect(watch, &ReturnWatch::ended, this, &ResultPanel::updateWatch);
    updateWatch();
}

void ResultPanel::copy() const
{
    QGuiApplication::clipboard()->setText(Receipts::text(m_receipt));
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

void ResultPanel::makeCopyMenu()
{
    struct Entry
    {
        QString name;
        QList<Language> languages;
    };
    for (const Entry &entry : {Entry{u"copyChineseAction"_s, {Language::Chinese}},
                               Entry{u"copyEnglishAction"_s, {Language::English}},
                               Entry{u"copyBothAction"_s, {Language::Chinese, Language::English}}}) {
        QAction *action = m_copyMenu->addAction(QString(), this,
                                                [this, languages = entry.languages] { copyIn(languages); });
        action->setObjectName(entry.name);
    }
    connect(m_ui->copyMenuButton, &QToolButton::clicked, this, [this] {
        const QToolButton *button = m_ui->copyMenuButton;
        m_copyMenu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
}

void ResultPanel::copyIn(const QList<Language> &languages) const
{
    QStringList texts;
    for (const Language language : languages)
        texts << m_translation->rendered(language, [this] { return Receipts::text(m_receipt); });
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void ResultPanel::retranslate()
{
    const bool hasResult = m_receipt.result.has_value();
    const QStringList copies{tr("Copy in &Chinese"), tr("Copy in &English"), tr("Copy in &both languages")};
    const QList<QAction *> actions = m_copyMenu->actions();
    for (qsizetype at = 0; at < actions.size(); ++at)
        actions.at(at)->setText(copies.at(at));
    m_ui->copyResultButton->setText(tr("Copy for the ticket"));
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->copyResultButton, m_ui->copyMenuButton,
                                                            m_ui->closeResultButton})
        button->setEnabled(hasResult);
    m_ui->kickAgainButton->setVisible(Receipts::needsDecision(m_receipt));
    m_ui->resultTargetLabel->setText(KickPlans::title(m_receipt.plan));
    drawHeadline();
    updateWatch();
    showWords();
    m_lines.setStringList(Receipts::applicationLines(m_receipt));
    constexpr int mostLines = 4;
    const int lines = qBound(1, m_lines.rowCount(), mostLines);
    m_ui->resultAppsList->setFixedHeight(lines * m_ui->resultAppsList->sizeHintForRow(0) +
                                         2 * m_ui->resultAppsList->frameWidth());
}

void ResultPanel::showWords()
{
    const auto show = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    QStringList numbers;
    if (m_receipt.result && m_receipt.result->error)
        numbers << errorCodeName(m_receipt.result->error->code);
    const ServerReply &reply = m_receipt.reply;
    numbers << ErrorWords::reply(reply);
    numbers.removeAll(QString());
    show(m_ui->resultErrorLabel, Receipts::failure(m_receipt));
    show(m_ui->resultRemarkLabel, Receipts::remarks(m_receipt).join(u'\n'));
    m_ui->serverMessageLabel->setText(reply.message.isEmpty() ? QString()
                                                              : tr("Server: %1").arg(reply.message.plain()));
    m_ui->replyLabel->setText(numbers.join(u" · "_s));
    show(m_ui->resultRecordLabel, Receipts::record(m_receipt, shownDigits));
    m_ui->resultNoteLabel->setText(Receipts::isAccepted(m_receipt)
                                       ? tr("Tokens already issued may keep working until they expire.")
                                       : QString());
}

void ResultPanel::updateWatch()
{
    const bool isRunning = m_watch && m_watch->isRunning();
    if (isRunning)
        m_watchClock.start();
    else
        m_watchClock.stop();
    const bool isRefused = m_watch && m_watch->error();
    QString text;
    if (isRunning) {
        const QTime left = QTime(0, 0).addSecs(static_cast<int>(m_watch->remaining().count()));
        text = tr("Watching whether the user signs in again: %1 left").arg(left.toString(u"m:ss"_s));
    } else if (isRefused) {
        text = tr("Not watched: %1").arg(errorText(*m_watch->error()));
    }
    m_ui->watchLabel->setText(text);
    m_ui->watchLabel->setVisible(!text.isEmpty());
    m_ui->watchStopButton->setVisible(isRunning);
}

void ResultPanel::drawHeadline()
{
    constexpr int iconSize = 20;
    const bool isAccepted = Receipts::isAccepted(m_receipt);
    const bool isProven = Receipts::isProven(m_receipt);
    const bool isOver = m_receipt.result.has_value();
    const QString icon = isProven || (isAccepted && !isOver) ? u"done"_s
                         : isOver                            ? u"warning"_s
                                                             : u"offline"_s;
    m_ui->resultIconLabel->setPixmap(Icons::tinted(icon).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->headlineLabel->setText(Receipts::headline(m_receipt));
    const QString outcome = Receipts::outcome(m_receipt);
    m_ui->resultOutcomeLabel->setText(outcome);
    m_ui->resultOutcomeLabel->setVisible(!outcome.isEmpty());
    QPalette headline = palette();
    QPalette state = palette();
    if (isOver || isAccepted)
        headline.setColor(QPalette::WindowText,
                          isAccepted || isProven ? Colors::good(palette()) : Colors::bad(palette()));
    if (isOver)
        state.setColor(QPalette::WindowText, isProven ? Colors::good(palette()) : Colors::caution(palette()));
    m_ui->headlineLabel->setPalette(headline);
    m_ui->resultOutcomeLabel->setPalette(state);
    // As in the band: whoever reads the result sees where it was.
    const Environment environment = m_receipt.plan.environment;
    m_ui->resultEnvironmentLabel->setText(environmentLabel(environment));
    m_ui->resultEnvironmentLabel->setPalette(Colors::band(environment, QGuiApplication::palette()));
}
