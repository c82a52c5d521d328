// SPDX-License-Identifier: Apache-2.0
#include "gui/receipt.h"

#include "gui/errorwords.h"
#include "models/sessionwords.h"
#include "models/timetext.h"
#include "models/useragent.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int acceptedStatusCode = 200;

constexpr std::array provedOutcomes{KickOutcome::Accepted, KickOutcome::Verified, KickOutcome::StillOnline};

QString words(const char *text)
{
    return QCoreApplication::translate("Receipts", text);
}

QString duration(std::chrono::milliseconds time)
{
    const double seconds = static_cast<double>(time.count()) / 1000;
    return QCoreApplication::translate("Receipts", "after %1 s").arg(QLocale().toString(seconds, 'f', 1));
}

/// The outcome tells what the checks found.
bool hasProof(const Receipt &receipt)
{
    return receipt.result &&
           std::ranges::find(provedOutcomes, receipt.result->outcome) != provedOutcomes.end();
}

/// The server never said so, but the check has shown it.
bool isProvedWithoutAnswer(const Receipt &receipt)
{
    return Receipts::isProved(receipt) && receipt.result->reply.statusCode == 0;
}

/// What is proved of one application; a sign goes with the words.
QString proof(const Receipt &receipt, const AppProof &app)
{
    switch (app.after) {
    case SessionState::Offline:
        return u"✔ "_s + KickOutcomes::label(KickOutcome::Verified);
    case SessionState::Online:
        return receipt.result ? u"✖ "_s + KickOutcomes::label(KickOutcome::StillOnline)
                              : QCoreApplication::translate("Receipts", "Accepted, checking");
    case SessionState::Unknown:
        return receipt.result ? u"? "_s + KickOutcomes::label(KickOutcome::Unknown)
                              : QCoreApplication::translate("Receipts", "Accepted, checking");
    }
    return {};
}

QString applicationLine(const Receipt &receipt, const Application &application)
{
    QStringList parts{KickPlans::name(application)};
    AppProof app = receipt.proofs.value(application.appId);
    app.before = receipt.plan.before.value(application.appId, SessionState::Unknown);
    const bool isKnown = receipt.proofs.contains(application.appId);
    if (isKnown)
        parts << SessionWords::marked(app.before) + u" → "_s + SessionWords::marked(app.after);
    if (Receipts::isAccepted(receipt) || hasProof(receipt))
        parts << proof(receipt, app);
    if (app.after == SessionState::Offline && app.confirmedAfter)
        parts << duration(*app.confirmedAfter);
    return parts.join(u" · "_s);
}

QString reloginNote(const LoginRecord &relogin)
{
    return QCoreApplication::translate("Receipts",
                                       "The user signed in again at %1 from %2 with %3. It may be the "
                                       "rightful owner.")
        .arg(timeText(relogin.time), relogin.clientIp.plain(), UserAgents::summary(relogin.userAgent));
}

QString progressText(const KickProgress &progress)
{
    switch (progress.stage) {
    case KickProgress::Stage::Sending:
        return QCoreApplication::translate("Receipts", "Sending…");
    case KickProgress::Stage::Waiting:
        return QCoreApplication::translate(
            "Receipts", "The server asks to come back later. Sending again in %Ln second(s)…", "",
            static_cast<int>(progress.pause.count()));
    case KickProgress::Stage::Checking:
        return QCoreApplication::translate(
            "Receipts", "Nobody knows what became of the request. Checking before anything else is sent…");
    case KickProgress::Stage::Proving:
        return QCoreApplication::translate("Receipts", "Accepted, checking");
    }
    return {};
}

} // namespace

bool Receipts::isAccepted(const Receipt &receipt)
{
    if (!receipt.result)
        return receipt.progress.stage == KickProgress::Stage::Proving;
    // A check can prove or disprove what the server never said.
    return hasProof(receipt) && receipt.result->reply.statusCode == acceptedStatusCode;
}

bool Receipts::isProved(const Receipt &receipt)
{
    return receipt.result && receipt.result->outcome == KickOutcome::Verified;
}

QString Receipts::headline(const Receipt &receipt)
{
    if (isAccepted(receipt))
        return QCoreApplication::translate("Receipts", "Operation succeeded");
    return receipt.result ? KickOutcomes::label(receipt.result->outcome)
                          : QCoreApplication::translate("Receipts", "Sending…");
}

QString Receipts::status(const Receipt &receipt)
{
    if (!receipt.result)
        return progressText(receipt.progress);
    return isAccepted(receipt) ? KickOutcomes::label(receipt.result->outcome) : QString();
}

QString Receipts::notes(const Receipt &receipt)
{
    if (!receipt.result)
        return {};
    const KickResult &result = *receipt.result;
    QStringList lines;
    if (result.error)
        lines << errorText(*result.error);
    if (isProvedWithoutAnswer(receipt))
        lines << words(QT_TRANSLATE_NOOP(
            "Receipts", "No usable answer came, but the sessions that were there have ended."));
    if (result.journalError && result.attempts > 0)
        lines << words(
            QT_TRANSLATE_NOOP("Receipts", "What came of it could not be written into the history."));
    if (result.checkError && !isProved(receipt))
        lines << words(QT_TRANSLATE_NOOP("Receipts",
                                         "It could not be checked everywhere whether the user is offline.")) +
                     u' ' + errorText(*result.checkError);
    if (result.relogin)
        lines << reloginNote(*result.relogin);
    return lines.join(u'\n');
}

QStringList Receipts::applicationLines(const Receipt &receipt)
{
    QStringList lines;
    for (const Application &application : receipt.plan.applications)
        lines << applicationLine(receipt, application);
    return lines;
}

QString Receipts::numbers(const Receipt &receipt)
{
    if (!receipt.result)
        return {};
    QStringList parts;
    if (receipt.result->error)
        parts << errorCodeName(receipt.result->error->code);
    parts << ErrorWords::reply(receipt.result->reply);
    if (receipt.result->journalId != 0)
        parts << QCoreApplication::translate("Receipts", "no. %1 in the history")
                     .arg(receipt.result->journalId);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString Receipts::text(const Receipt &receipt)
{
    const KickPlan &plan = receipt.plan;
    QStringList lines{headline(receipt), status(receipt),
                      QLocale().toString(receipt.time.toLocalTime(), QLocale::ShortFormat),
                      KickPlans::title(plan),
                      IdTypes::wireName(plan.userIdType) + u": "_s + ServerText(plan.userId).plain()};
    if (plan.user && plan.userIdType != IdType::UserId)
        lines << u"user_id: "_s + ServerText(plan.user->userId).plain();
    lines << plan.pool << applicationLines(receipt);
    if (!plan.ticket.isEmpty())
        lines << QCoreApplication::translate("Receipts", "Ticket: %1").arg(ServerText(plan.ticket).plain());
    if (!plan.reason.isEmpty())
        lines << QCoreApplication::translate("Receipts", "Reason: %1").arg(ServerText(plan.reason).plain());
    lines << notes(receipt);
    if (receipt.result) {
        lines << receipt.result->reply.message.plain() << numbers(receipt);
        if (!receipt.result->journalHead.isEmpty())
            lines << u"head "_s + QString::fromLatin1(receipt.result->journalHead);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}
