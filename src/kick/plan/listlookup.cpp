// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listlookup.h"

#include "kick/pool/usermatch.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype batchSize = 50;
/// Half a page, so that the equal numbers of a second country still fit on it.
constexpr qsizetype searchSize = 25;

/// The answer says nothing of any one identifier: it has to be asked for alone.
bool refusesTheWhole(const Error &error)
{
    return error.kind == ErrorKind::Rejected;
}

} // namespace

ListLookup::ListLookup(Session *session, const IdList &list, Uncompared uncompared, QObject *context,
                       ListProgress::Handler progress, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_session(session)
    , m_uncompared(uncompared)
    , m_progress(std::move(progress))
{
    takeRows(list);
    connect(&m_gate, &ReadGate::opened, this, &ListLookup::askMore);
    // Nothing may be called back before the starting function has returned.
    QTimer::singleShot(0, this, &ListLookup::askMore);
}

void ListLookup::takeRows(const IdList &list)
{
    m_resolution.idType = list.idType;
    m_resolution.headings = list.headings;
    m_resolution.blankLines = list.blankLines;
    m_resolution.rows.reserve(list.rows.size());
    for (const IdListRow &row : list.rows)
        m_resolution.rows.append({.number = row.number,
                                  .text = row.text,
                                  .value = row.value,
                                  .countryCode = row.countryCode,
                                  .fault = row.fault,
                                  .file = row.file,
                                  .protection = Protections::of(m_session->profile(), row.value)});
    // Finds the texts that stand there twice: they are asked for once.
    ListResolutions::settle(m_resolution);
    for (qsizetype row = 0; row < m_resolution.rows.size(); ++row) {
        if (m_resolution.rows.at(row).bucket == ListBucket::NotFound)
            addQuestions(row);
    }
}

void ListLookup::addQuestions(qsizetype row)
{
    const QString &value = m_resolution.rows.at(row).value;
    const QList<IdType> types =
        m_resolution.idType ? QList<IdType>{*m_resolution.idType} : IdTypes::suggested(value);
    for (const IdType type : types) {
        const IdCheck check = IdTypes::check(type, m_resolution.rows.at(row).text.verbatim());
        const Question question{
            .row = row, .type = type, .value = check.value, .countryCode = check.countryCode};
        // A batch is one text with commas between.
        if (isBatched(type) && !question.value.contains(u','))
            m_batched[type].append(question);
        else
            m_singles.append(question);
        ++m_asked;
    }
}

bool ListLookup::isBatched(IdType type) const
{
    return type != IdType::Identity && type != IdType::SyncRelation;
}

void ListLookup::askMore()
{
    while (!m_isOver && m_gate.isOpen() && askNext()) {
    }
    if (!m_isOver && m_answered == m_asked)
        end();
}

bool ListLookup::askNext()
{
    for (const IdType type : IdTypes::all()) {
        const QList<Question> batch = takeBatch(type);
        if (batch.isEmpty())
            continue;
        if (isSearched(type))
            searchPhones(batch);
        else
            askBatch(batch);
        return true;
    }
    if (m_singles.isEmpty())
        return false;
    askSingle(m_singles.takeLast());
    return true;
}

QList<ListLookup::Question> ListLookup::takeBatch(IdType type)
{
    QList<Question> &waiting = m_batched[type];
    const qsizetype size = std::min(waiting.size(), isSearched(type) ? searchSize : batchSize);
    // From the end, which costs nothing; the order of the questions does not matter.
    QList<Question> batch = waiting.last(size);
    waiting.resize(waiting.size() - size);
    return batch;
}

void ListLookup::askBatch(const QList<Question> &batch)
{
    if (m_isBatchForbidden) {
        askSingly(batch);
        return;
    }
    QStringList values;
    for (const Question &question : batch)
        values << question.value;
    const ReadGate::Start<QList<User>> start =
        [client = m_session->client(), values,
         type = batch.constFirst().type](QObject *context, ResultHandler<QList<User>> handler) {
            client->getUserBatch(values, type, context, std::move(handler));
        };
    m_gate.read<QList<User>>(
        start, [this, batch](const Result<QList<User>> &users) { takeBatchAnswer(batch, users); });
}

void ListLookup::takeBatchAnswer(const QList<Question> &batch, const Result<QList<User>> &users)
{
    if (!users) {
        m_isBatchForbidden = m_isBatchForbidden || isNotPermitted(users.error());
        if (isNotPermitted(users.error()) || refusesTheWhole(users.error()))
            askSingly(batch);
        else
            fail(batch, users.error());
        return;
    }
    for (const User &user : *users) {
        for (const Question &question : batch) {
            if (UserMatches::carries(user, question.type, question.value))
                addMatch(question, user);
        }
    }
    settleQuestions(batch.size());
}

void ListLookup::searchPhones(const QList<Question> &batch)
{
    UserQuery query{.filterField = QStringLiteral("phone")};
    for (const Question &question : batch)
        query.filterValues << question.value;
    const ReadGate::Start<Page<User>> start = [client = m_session->client(),
                                               query](QObject *context, ResultHandler<Page<User>> handler) {
        client->listUsers(query, context, std::move(handler));
    };
    m_gate.read<Page<User>>(start,
                            [this, batch](const Result<Page<User>> &page) { takeSearch(batch, page); });
}

void ListLookup::takeSearch(const QList<Question> &batch, const Result<Page<User>> &page)
{
    if (!page) {
        if (isNotPermitted(page.error()) || refusesTheWhole(page.error())) {
            m_isSearchUnusable = true;
            m_isSearchForbidden = m_isSearchForbidden || isNotPermitted(page.error());
            // Where only the search of many is refused, that of one may do; a batch would not see two
            // countries.
            if (m_isSearchForbidden)
                m_batched[IdType::Phone] += batch;
            else
                askSingly(batch + std::exchange(m_batched[IdType::Phone], {}));
        } else {
            fail(batch, page.error());
        }
        return;
    }
    const auto isAsked = [&batch](const User &user) {
        return std::ranges::any_of(batch, [&user](const Question &question) {
            return UserMatches::carries(user, question.type, question.value);
        });
    };
    const bool isWhole = page->totalCount == page->list.size();
    // A server that did not understand the filter gives strangers, or none.
    if (page->list.isEmpty() || !isWhole || !std::ranges::all_of(page->list, isAsked)) {
        askSingly(batch);
        return;
    }
    takeBatchAnswer(batch, page->list);
}

void ListLookup::askSingly(const QList<Question> &batch)
{
    m_singles += batch;
}

void ListLookup::askSingle(const Question &question)
{
    // A country code is typed in front again, so that it has to match.
    const QString text = question.countryCode + question.value;
    const ReadGate::Start<FoundUsers> start = [resolver = m_session->resolver(), type = question.type,
                                               text](QObject *context, ResultHandler<FoundUsers> handler) {
        resolver->find(type, text, context, std::move(handler));
    };
    m_gate.read<FoundUsers>(
        start, [this, question](const Result<FoundUsers> &found) { takeSingle(question, found); });
}

void ListLookup::takeSingle(const Question &question, const Result<FoundUsers> &found)
{
    if (found && !found->isCompared && m_uncompared == Uncompared::Refuse) {
        m_resolution.rows[question.row].failure = ErrorCode::IdentityNotCompared;
        settleQuestions(1);
        return;
    }
    if (found) {
        for (const User &user : found->users)
            addMatch(question, user, found->isCompared);
        settleQuestions(1);
        return;
    }
    const Error &error = found.error();
    if (isNotPermitted(error)) {
        sendAsTyped(error);
    } else if (error.code == ErrorCode::InvalidIdentifier) {
        m_resolution.rows[question.row].fault = error.idFault;
        settleQuestions(1);
    } else if (error.code == ErrorCode::OtherUserReturned) {
        settleQuestions(1);
    } else {
        fail({question}, error);
    }
}

void ListLookup::addMatch(const Question &question, const User &user, bool isCompared)
{
    ListRow &row = m_resolution.rows[question.row];
    if (UserMatches::isOfOtherCountry(user, question.countryCode)) {
        row.fault = IdFault::ForeignCountryCode;
        return;
    }
    const auto isSame = [&user](const ListUser &known) { return known.userId == user.userId; };
    if (std::ranges::any_of(row.matches, isSame))
        return;
    row.matches.append(ListUsers::of(m_session->profile(), user));
    row.matches.last().isIdentityUnverified = !isCompared;
}

void ListLookup::fail(const QList<Question> &questions, const Error &error)
{
    if (error.kind == ErrorKind::Halted || m_gate.isBroken()) {
        m_isOver = true;
        finish(error);
        return;
    }
    for (const Question &question : questions)
        m_resolution.rows[question.row].failure = error.code;
    settleQuestions(questions.size());
}

void ListLookup::sendAsTyped(const Error &error)
{
    m_isOver = true;
    if (!m_resolution.idType) {
        finish(error);
        return;
    }
    for (ListRow &row : m_resolution.rows) {
        row.matches.clear();
        // A country code that was typed has to match, and it is unknown whether it does.
        row.isLookedUp = !row.countryCode.isEmpty();
        row.failure = row.isLookedUp ? std::optional(error.code) : std::nullopt;
    }
    ListResolutions::settle(m_resolution);
    finish(m_resolution);
}

void ListLookup::settleQuestions(qsizetype count)
{
    m_answered += count;
    if (m_progress)
        m_progress({.done = m_answered, .total = m_asked});
}

void ListLookup::end()
{
    m_isOver = true;
    m_resolution.isUniquenessUnproved = m_isSearchForbidden;
    for (ListRow &row : m_resolution.rows) {
        // One of two countries' numbers is the one that was typed.
        if (row.fault == IdFault::ForeignCountryCode && !row.matches.isEmpty())
            row.fault.reset();
    }
    ListResolutions::settle(m_resolution);
    // Of a long list this took a while, and so does what its reader does with it.
    finishLater(m_resolution);
}
