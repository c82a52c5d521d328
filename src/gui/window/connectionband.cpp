// SPDX-License-Identifier: Apache-2.0
#include "gui/window/connectionband.h"

#include "ui_connectionband.h"

#include "core/values/host.h"
#include "gui/style/colors.h"
#include "gui/style/kickstyle.h"
#include "gui/widgets/errorwords.h"
#include "kick/session.h"
#include "models/words/environmentwords.h"

#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

ConnectionBand::ConnectionBand(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ConnectionBand>())
{
    m_ui->setupUi(this);
    suitStyle();
}

ConnectionBand::~ConnectionBand() = default;

void ConnectionBand::start(Session *session)
{
    m_session = session;
    connect(session->client(), &Client::answered, this, &ConnectionBand::setAnswered);
    connect(session, &Session::profileChanged, this, &ConnectionBand::retranslate);
    connect(session->authenticator(), &Authenticator::clockOffsetChanged, this, &ConnectionBand::retranslate);
    connect(session->authenticator(), &Authenticator::poolIdChanged, this, &ConnectionBand::retranslate);
    connect(session->authenticator(), &Authenticator::clockCorrected, this, [this] {
        m_isClockCorrected = true;
        retranslate();
    });
    retranslate();
}

void ConnectionBand::setMenu(QMenu *menu)
{
    // A menu of the button itself makes Fusion paint an arrow over the text, where there is no room for it.
    connect(m_ui->switchButton, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_ui->switchButton->mapToGlobal(QPoint(0, m_ui->switchButton->height())));
    });
}

void ConnectionBand::setAnswered(const std::optional<Error> &error)
{
    State state = State::Connected;
    if (error && ErrorWords::isConnection(error->code))
        state = State::NotConnected;
    else if (error && error->kind == ErrorKind::Halted && !isNotPermitted(*error))
        state = State::KeyRefused;
    else if (error && error->reply.statusCode == 0)
        // Something has answered that need not be the server.
        return;
    const std::optional<Error> reason = state == State::Connected ? std::nullopt : error;
    const bool isSameReason =
        reason.has_value() == m_error.has_value() && (!reason || reason->code == m_error->code);
    if (state == m_state && isSameReason)
        return;
    m_state = state;
    m_error = reason;
    retranslate();
}

void ConnectionBand::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::ApplicationPaletteChange && m_session != nullptr) {
        retranslate();
    } else if (event->type() == QEvent::StyleChange) {
        suitStyle();
    }
    QFrame::changeEvent(event);
}

void ConnectionBand::suitStyle()
{
    // A style of the system draws the ground of a button in its own light colour, under the white text of the
    // band.
    m_ui->switchButton->setAutoRaise(style()->objectName() != KickStyle::styleName());
}

void ConnectionBand::retranslate()
{
    if (m_session == nullptr)
        return;
    setPalette(Colors::band(m_session->profile().environment, QGuiApplication::palette()));
    QStringList connection{m_session->profile().name, Hosts::displayName(m_session->profile().host),
                           ServerText(m_session->authenticator()->poolId()).plain()};
    connection.removeAll(QString());
    connection.removeDuplicates();
    m_ui->environmentLabel->setText(environmentText());
    m_ui->connectionLabel->setText(connection.join(u" · "_s));
    m_ui->connectionStateLabel->setText(stateText());
    const QString reason = reasonText();
    m_ui->connectionReasonLabel->setText(reason);
    m_ui->connectionReasonLabel->setVisible(!reason.isEmpty());
    m_ui->clockLabel->setText(clockText());
    m_ui->noticeLabel->setVisible(m_isClockCorrected);
    m_ui->noticeLabel->setText(tr("⚠ The clock of this computer is wrong; the server's is used."));
}

QString ConnectionBand::environmentText() const
{
    const Environment environment = m_session->profile().environment;
    return environment == Environment::Sandbox ? tr("Sandbox: invented users, nothing real is touched")
                                               : environmentLabel(environment);
}

QString ConnectionBand::stateText() const
{
    switch (m_state) {
    case State::Connecting:
        return tr("… connecting");
    case State::Connected:
        return tr("● connected");
    case State::NotConnected:
        return tr("✖ no connection");
    case State::KeyRefused:
        return tr("✖ key refused");
    }
    return {};
}

QString ConnectionBand::reasonText() const
{
    return m_error ? errorText(*m_error) : QString();
}

QString ConnectionBand::clockText() const
{
    const auto offset = m_session->authenticator()->clockOffset();
    if (!offset)
        return {};
    const QString seconds = QLocale().toString(static_cast<qlonglong>(offset->count()));
    return tr("clock %1 s").arg(offset->count() > 0 ? u'+' + seconds : seconds);
}
