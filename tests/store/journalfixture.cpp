// SPDX-License-Identifier: Apache-2.0
#include "store/journalfixture.h"

#include "support/answer.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

JournalFixture::JournalFixture()
    : m_journal(std::make_unique<Journal>(file()))
{
}

JournalFixture::~JournalFixture()
{
    const QString name = m_sql.connectionName();
    m_sql = {};
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

std::optional<JournalReceipt> JournalFixture::take(const std::optional<Result<JournalReceipt>> &result)
{
    m_error.reset();
    if (!result)
        qFatal("The journal did not answer");
    if (*result)
        return **result;
    m_error = result->error();
    return {};
}

std::optional<JournalReceipt> JournalFixture::begin(const JournalItem &item, const JournalJob &job)
{
    QObject context;
    return take(answerOf<Result<JournalReceipt>>(
        [&](const auto &handler) { m_journal->begin(job, item, &context, handler); }));
}

std::optional<JournalReceipt> JournalFixture::intent(const JournalKey &key)
{
    QObject context;
    const JournalIntent intent{.key = key, .nonce = "nonce", .bodyHash = "hash"};
    return take(answerOf<Result<JournalReceipt>>(
        [&](const auto &handler) { m_journal->recordIntent(intent, &context, handler); }));
}

std::optional<JournalReceipt> JournalFixture::answer(const JournalKey &key)
{
    QObject context;
    const JournalAnswer answer{.key = key,
                               .state = ItemState::Accepted,
                               .reply = {.httpStatus = 200,
                                         .statusCode = 200,
                                         .message = ServerText(u"操作成功"_s),
                                         .requestId = u"r-1"_s}};
    return take(answerOf<Result<JournalReceipt>>(
        [&](const auto &handler) { m_journal->recordAnswer(answer, &context, handler); }));
}

std::optional<JournalReceipt> JournalFixture::outcome(const JournalKey &key, const JournalItem &item,
                                                      KickOutcome outcome)
{
    QObject context;
    JournalOutcome end{.key = key,
                       .userId = item.userId,
                       .userIdType = item.userIdType,
                       .state = ItemState::Verified,
                       .outcome = outcome,
                       .reply = {.statusCode = 200, .requestId = u"r-1"_s}};
    for (const QString &appId : item.appIds)
        end.apps.append({.appId = appId, .before = SessionState::Online, .after = SessionState::Offline});
    return take(answerOf<Result<JournalReceipt>>(
        [&](const auto &handler) { m_journal->recordOutcome(end, &context, handler); }));
}

JournalKey JournalFixture::kick(const JournalItem &item, const JournalJob &job, KickOutcome end)
{
    const auto begun = begin(item, job);
    const auto sent = intent(begun->key);
    answer(sent->key);
    outcome(begun->key, item, end);
    return sent->key;
}

QVariant JournalFixture::sql(const QString &statement) const
{
    if (!m_sql.isValid()) {
        m_sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
        m_sql.setDatabaseName(file());
    }
    if (!m_sql.isOpen() && !m_sql.open())
        qFatal("The file does not open");
    QSqlQuery query(m_sql);
    if (!query.exec(statement))
        qFatal("%s", qPrintable(query.lastError().text()));
    return query.next() ? query.value(0) : QVariant();
}

JournalVerdict JournalFixture::verify() const
{
    HistoryReader reader(file());
    QObject context;
    const auto verdict =
        answerOf<Result<JournalVerdict>>([&](const auto &handler) { reader.verify(&context, handler); });
    if (!verdict || !*verdict)
        qFatal("The journal could not be verified");
    return **verdict;
}

void JournalFixture::reopen()
{
    m_journal.reset();
    m_journal = std::make_unique<Journal>(file());
}
