// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/resultpanel.h"

#include "ui_resultpanel.h"

#include "core/program/translation.h"
#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "gui/widgets/errorwords.h"
#include "kick/single/returnwatch.h"
#include "models/words/environmentwords.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
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
        if (const KeptReceipt *shown = m_shelf.find(m_shownKey); shown != nullptr && shown->watch)
            shown->watch->stop();
    });
    connect(m_ui->copyResultButton, &QPushButton::clicked, this, &ResultPanel::copy);
    connect(m_ui->closeResultButton, &QPushButton::clicked, this, &ResultPanel::close);
    connect(m_ui->nextStepButton, &QPushButton::clicked, this, &ResultPanel::takeNextStep);
    connect(m_ui->detailsButton, &QToolButton::toggled, this, &ResultPanel::updateDetails);
    makeCopyMenu();
    retranslate();
}

ResultPanel::~ResultPanel() = default;

void ResultPanel::showSending(const KickPlan &plan, const QDateTime &sentAt)
{
    KeptReceipt kept{.key = Receipts::key(plan), .receipt = {}, .watch = {}};
    kept.receipt.plan = plan;
    kept.receipt.sentAt = sentAt;
    kept.receipt.time = QDateTime::currentDateTimeUtc();
    m_shelf.add(kept);
    m_shownKey = kept.key;
    m_newestKey = kept.key;
    retranslate();
    show();
    m_ui->resultAppsList->setFocus();
}

void ResultPanel::showProgress(const KickProgress &progress)
{
    KeptReceipt *kept = m_shelf.find(m_newestKey);
    if (kept == nullptr)
        return;
    const auto stage = kept->receipt.stage;
    Receipts::note(&kept->receipt, progress, QDateTime::currentDateTimeUtc());
    if (kept->receipt.stage == KickProgress::Stage::Waiting)
        m_countdown.start();
    else
        m_countdown.stop();
    if (m_shownKey != m_newestKey)
        return;
    if (stage == kept->receipt.stage)
        m_lines.setStringList(Receipts::applicationLines(kept->receipt));
    else
        retranslate();
}

void ResultPanel::showResult(const KickResult &result)
{
    m_countdown.stop();
    KeptReceipt *kept = m_shelf.find(m_newestKey);
    if (kept == nullptr)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Receipts::note(&kept->receipt, result, now);
    kept->receipt.time = now;
    kept->isClosed = false;
    if (m_shownKey != m_newestKey)
        return;
    retranslate();
    show();
    // Who has gone on to the next user keeps the keyboard there.
    const QWidget *focus = window()->focusWidget();
    if (focus == nullptr || isAncestorOf(focus) || !focus->isVisible())
        m_ui->copyResultButton->setFocus();
    announce();
}

void ResultPanel::setWatch(ReturnWatch *watch)
{
    if (KeptReceipt *kept = m_shelf.find(m_newestKey))
        kept->watch = watch;
    if (watch != nullptr)
        connect(watch, &ReturnWatch::ended, this, &ResultPanel::updateWatch);
    updateWatch();
}

void ResultPanel::showFor(const QString &key)
{
    const KeptReceipt *kept = m_shelf.find(key);
    const bool isThere = kept != nullptr && !kept->isClosed;
    if (m_shownKey != key) {
        m_shownKey = key;
        if (isThere)
            retranslate();
    }
    setVisible(isThere);
}

void ResultPanel::noteCheck(const QString &key, const QString &appId, SessionState state)
{
    KeptReceipt *kept = m_shelf.find(key);
    if (kept == nullptr || !kept->receipt.result)
        return;
    const auto fact = Receipts::fact(kept->receipt);
    Receipts::note(&kept->receipt, appId, state, QDateTime::currentDateTimeUtc());
    if (m_shownKey == key) {
        retranslate();
        if (isVisible() && Receipts::fact(kept->receipt) != fact)
            announce();
    }
    tellChange(kept->receipt, fact);
}

void ResultPanel::noteProof(const QString &key, const Proof &proof)
{
    KeptReceipt *kept = m_shelf.find(key);
    if (kept == nullptr || !kept->receipt.result)
        return;
    const auto fact = Receipts::fact(kept->receipt);
    kept->receipt.result->checkError = proof.checkError;
    if (proof.relogin)
        kept->receipt.back = UserReturn{.signIn = proof.relogin, .appId = {}};
    tellChange(kept->receipt, fact);
    for (const AppProof &app : proof.apps)
        noteCheck(key, app.appId, app.after);
}

void ResultPanel::noteReturn(const QString &key, const UserReturn &back)
{
    KeptReceipt *kept = m_shelf.find(key);
    if (kept == nullptr || !kept->receipt.result)
        return;
    const auto fact = Receipts::fact(kept->receipt);
    kept->receipt.back = back;
    if (!back.appId.isEmpty())
        Receipts::note(&kept->receipt, back.appId, SessionState::Online, QDateTime::currentDateTimeUtc());
    if (m_shownKey == key)
        retranslate();
    tellChange(kept->receipt, fact);
}

void ResultPanel::tellChange(const Receipt &receipt, std::optional<WorstFact> before)
{
    if (Receipts::fact(receipt) != before)
        Q_EMIT factChanged(receipt);
}

void ResultPanel::copy() const
{
    QGuiApplication::clipboard()->setText(Receipts::text(receipt()));
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
        close();
    else
        QFrame::keyPressEvent(event);
}

void ResultPanel::close()
{
    if (receipt().result)
        m_shelf.remove(m_shownKey);
    else if (KeptReceipt *kept = m_shelf.find(m_shownKey))
        kept->isClosed = true;
    Q_EMIT closed();
}

void ResultPanel::takeNextStep()
{
    switch (Receipts::nextStep(receipt())) {
    case NextStep::None:
        return;
    case NextStep::KickAgain:
    case NextStep::TryAgain:
        Q_EMIT kickAgainRequested(Receipts::repeated(receipt()));
        return;
    case NextStep::CheckAgain:
        Q_EMIT checkRequested();
        return;
    case NextStep::CheckConnection:
        Q_EMIT connectionCheckRequested();
        return;
    }
}

/// Tells those who cannot see the panel how it ended.
void ResultPanel::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
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
        texts << m_translation->rendered(language, [this] { return Receipts::text(receipt()); });
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void ResultPanel::retranslate()
{
    const Receipt &shown = receipt();
    const QStringList copies{tr("Copy in &Chinese"), tr("Copy in &English"), tr("Copy in &both languages")};
    const QList<QAction *> actions = m_copyMenu->actions();
    for (qsizetype at = 0; at < actions.size(); ++at)
        actions.at(at)->setText(copies.at(at));
    m_ui->copyResultButton->setText(tr("Copy receipt"));
    // Nothing is shown, and the first paint does not wait for it.
    if (m_shelf.find(m_shownKey) == nullptr)
        return;
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->copyResultButton, m_ui->copyMenuButton,
                                                            m_ui->closeResultButton, m_ui->detailsButton})
        button->setEnabled(shown.result.has_value());
    const QString step = Receipts::label(Receipts::nextStep(shown));
    m_ui->nextStepButton->setText(step);
    m_ui->nextStepButton->setVisible(!step.isEmpty());
    m_ui->resultTargetLabel->setText(KickPlans::title(shown.plan));
    setAccessibleName(shown.result ? Receipts::announcement(shown) : QString());
    drawHeadline();
    updateWatch();
    showWords();
    m_lines.setStringList(Receipts::applicationLines(shown));
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
    const Receipt &shown = receipt();
    QStringList numbers;
    if (shown.result && shown.result->error)
        numbers << errorCodeName(shown.result->error->code);
    numbers << ErrorWords::reply(shown.reply);
    numbers.removeAll(QString());
    show(m_ui->resultErrorLabel, Receipts::failure(shown));
    show(m_ui->resultRemarkLabel, Receipts::remarks(shown).join(u'\n'));
    show(m_ui->serverMessageLabel, Receipts::answer(shown));
    m_ui->replyLabel->setText(numbers.join(u" · "_s));
    m_ui->resultRecordLabel->setText(Receipts::record(shown, shownDigits));
    const bool hasActed = shown.result && Headlines::mayHaveActed(shown.result->outcome);
    m_ui->resultNoteLabel->setText(hasActed ? tr("Tokens already issued may keep working until they expire.")
                                            : QString());
    updateDetails();
}

void ResultPanel::updateDetails()
{
    const bool isOpen = m_ui->detailsButton->isChecked() && receipt().result;
    m_ui->detailsButton->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    for (QLabel *label : {m_ui->replyLabel, m_ui->resultRecordLabel})
        label->setVisible(isOpen && !label->text().isEmpty());
}

void ResultPanel::updateWatch()
{
    const KeptReceipt *shown = m_shelf.find(m_shownKey);
    const QPointer<ReturnWatch> watch = shown != nullptr ? shown->watch : QPointer<ReturnWatch>();
    const bool isRunning = watch && watch->isRunning();
    if (isRunning)
        m_watchClock.start();
    else
        m_watchClock.stop();
    QString text;
    if (isRunning) {
        const QTime left = QTime(0, 0).addSecs(static_cast<int>(watch->remaining().count()));
        text = tr("Watching for a new sign-in: %1 left").arg(left.toString(u"m:ss"_s));
    } else if (watch && watch->error()) {
        text = tr("Can't watch for new sign-ins: %1").arg(errorText(*watch->error()));
    }
    m_ui->watchLabel->setText(text);
    m_ui->watchLabel->setVisible(!text.isEmpty());
    m_ui->watchStopButton->setVisible(isRunning);
}

void ResultPanel::drawHeadline()
{
    constexpr int iconSize = 20;
    const Receipt &shown = receipt();
    const auto fact = Receipts::fact(shown);
    const QString icon = !fact ? u"offline"_s : fact == WorstFact::Confirmed ? u"done"_s : u"warning"_s;
    m_ui->resultIconLabel->setPixmap(Icons::tinted(icon).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->headlineLabel->setText(Receipts::headline(shown));
    const QString progress = Receipts::progress(shown);
    m_ui->resultProgressLabel->setText(progress);
    m_ui->resultProgressLabel->setVisible(!progress.isEmpty());
    QPalette headline = palette();
    if (fact)
        headline.setColor(QPalette::WindowText, Colors::fact(*fact, palette()));
    m_ui->headlineLabel->setPalette(headline);
    QPalette remark = palette();
    remark.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->resultRemarkLabel->setPalette(remark);
    // As in the band: the result shows where it was.
    const Environment environment = shown.plan.environment;
    m_ui->resultEnvironmentLabel->setText(environmentLabel(environment));
    m_ui->resultEnvironmentLabel->setPalette(Colors::band(environment, QGuiApplication::palette()));
}
