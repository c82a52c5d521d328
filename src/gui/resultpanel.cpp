// SPDX-License-Identifier: Apache-2.0
#include "gui/resultpanel.h"

#include "ui_resultpanel.h"

#include "gui/colors.h"
#include "gui/errorwords.h"
#include "gui/icons.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

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
    retranslate();
}

ResultPanel::~ResultPanel() = default;

void ResultPanel::showSending(const KickPlan &plan)
{
    m_receipt = {.plan = plan, .result = {}, .time = QDateTime::currentDateTimeUtc(), .after = {}};
    retranslate();
    show();
}

void ResultPanel::showResult(const KickResult &result)
{
    m_receipt.result = result;
    m_receipt.time = QDateTime::currentDateTimeUtc();
    retranslate();
    m_ui->copyResultButton->setFocus();
}

void ResultPanel::addCheck(const QString &appId, SessionState state)
{
    m_receipt.after.insert(appId, state);
    m_lines.setStringList(Receipts::applicationLines(m_receipt));
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

    const bool hasError = hasResult && m_receipt.result->error;
    m_ui->resultErrorLabel->setVisible(hasError);
    QStringList numbers;
    if (hasError) {
        m_ui->resultErrorLabel->setText(errorText(*m_receipt.result->error));
        numbers << errorCodeName(m_receipt.result->error->code);
    }
    const ServerReply reply = hasResult ? m_receipt.result->reply : ServerReply();
    numbers << ErrorWords::reply(reply);
    numbers.removeAll(QString());
    m_ui->serverMessageLabel->setText(reply.message.isEmpty() ? QString()
                                                              : tr("Server: %1").arg(reply.message.plain()));
    m_ui->replyLabel->setText(numbers.join(u" · "_s));
    m_ui->resultNoteLabel->setText(Receipts::isAccepted(m_receipt)
                                       ? tr("Tokens already issued may keep working until they expire.")
                                       : QString());
    m_ui->copyResultButton->setText(tr("Copy for the ticket"));
    m_ui->copyResultButton->setEnabled(hasResult);
    m_ui->closeResultButton->setEnabled(hasResult);
}

void ResultPanel::drawHeadline()
{
    constexpr int iconSize = 20;
    const bool isGood = Receipts::isAccepted(m_receipt);
    const QString icon = isGood ? u"done"_s : m_receipt.result ? u"warning"_s : u"offline"_s;
    m_ui->resultIconLabel->setPixmap(Icons::tinted(icon).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->headlineLabel->setText(Receipts::headline(m_receipt));
    QPalette headline = palette();
    if (m_receipt.result)
        headline.setColor(QPalette::WindowText, isGood ? Colors::good(palette()) : Colors::bad(palette()));
    m_ui->headlineLabel->setPalette(headline);
}
