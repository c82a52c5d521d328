// SPDX-License-Identifier: Apache-2.0
#include "core/list/listguess.h"

#include "core/identifiers/idcleaning.h"
#include "core/list/headingrow.h"
#include "core/list/headings.h"
#include "core/list/idforms.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows that a guess looks at.
constexpr qsizetype sampleRows = 200;

/// In which columns are preferred: the surest identifier first.
constexpr std::array preferredTypes{IdType::UserId, IdType::Identity,   IdType::SyncRelation, IdType::Email,
                                    IdType::Phone,  IdType::ExternalId, IdType::Username};

qsizetype preference(std::optional<IdType> type)
{
    return type ? std::ranges::find(preferredTypes, *type) - preferredTypes.begin()
                : qsizetype(preferredTypes.size());
}

bool isMost(qsizetype part, qsizetype whole)
{
    return part > 0 && part * 5 >= whole * 4;
}

/// What is known about one column.
struct Reading
{
    qsizetype column = 0;
    QString title;
    Heading heading;
    /// Its first texts, without blank ones.
    QStringList texts;
    /// Rows looked at, blank cells included.
    qsizetype rows = 0;
    std::optional<IdType> form;
    /// Most texts have a form of an identifier, though not the same.
    bool isMixed = false;

    bool isEmpty() const { return texts.isEmpty(); }
    bool isHalfFilled() const { return texts.size() * 2 >= rows; }

    qsizetype fitting(IdType type) const
    {
        return std::ranges::count_if(texts, [type](const QString &text) {
            return IdTypes::check(type, text).fault != IdFault::WrongShape;
        });
    }

    /// True where the texts may well be of @p type, whether or not they can be used.
    bool allows(IdType type) const { return fitting(type) * 2 >= texts.size(); }
};

void takeForm(Reading *reading)
{
    QHash<IdType, qsizetype> found;
    qsizetype all = 0;
    for (const QString &text : reading->texts) {
        if (const auto type = IdForms::typeOf(text)) {
            ++found[*type];
            ++all;
        }
    }
    for (const IdType type : preferredTypes) {
        if (isMost(found.value(type), reading->texts.size()))
            reading->form = type;
    }
    reading->isMixed = !reading->form && isMost(all, reading->texts.size());
}

Reading readingOf(const ListTable &table, const ListGuess &guess, qsizetype column)
{
    Reading reading{.column = column};
    if (guess.headingRow) {
        reading.title = table.cell(*guess.headingRow, column).verbatim();
        reading.heading = Headings::read(reading.title);
    }
    const qsizetype end = std::min(table.rowCount(), guess.firstRow + sampleRows);
    for (qsizetype row = guess.firstRow; row < end; ++row) {
        if (table.isBlank(row) || Headings::isTotal(table, row))
            continue;
        ++reading.rows;
        const QString text = table.cell(row, column).verbatim();
        if (!IdCleaning::trimmed(text).isEmpty())
            reading.texts.append(text);
    }
    takeForm(&reading);
    return reading;
}

bool areNumbers(const QStringList &texts)
{
    static const QRegularExpression number(u"^\\s*[A-Za-z]{0,3}[0-9]+\\s*$"_s);
    return std::ranges::all_of(texts, [](const QString &text) { return number.match(text).hasMatch(); });
}

std::optional<IdType> typeOf(const Reading &reading)
{
    if (reading.form)
        return reading.form;
    if (reading.isMixed)
        return {};
    const bool isIdentifier =
        reading.heading.kind == HeadingKind::Identifier || reading.heading.kind == HeadingKind::Secondary;
    if (isIdentifier && !reading.heading.idType)
        return {};
    // A user ID of another system stands under the same heading.
    if (reading.heading.idType == IdType::UserId)
        return areNumbers(reading.texts) ? std::optional(IdType::ExternalId) : std::nullopt;
    if (reading.heading.idType)
        return reading.heading.idType;
    return areNumbers(reading.texts) ? IdType::ExternalId : IdType::Username;
}

/// How sure it is that the identifiers are there; nothing where they are not.
using Rank = std::optional<int>;

constexpr int ownHeading = 6;
constexpr int ownForm = 5;
constexpr int secondaryHeading = 4;
constexpr int principalName = 3;
constexpr int formAlone = 2;
constexpr int likeHeading = 1;

Rank rankOfAny(const Reading &reading)
{
    switch (reading.heading.kind) {
    case HeadingKind::RunningNumber:
    case HeadingKind::OtherPerson:
        return {};
    case HeadingKind::Identifier: {
        const std::optional<IdType> type = reading.heading.idType;
        return !type || reading.form || reading.isMixed || reading.allows(*type) ? Rank(ownHeading) : Rank();
    }
    case HeadingKind::Secondary:
        return secondaryHeading;
    case HeadingKind::PrincipalName:
        return principalName;
    case HeadingKind::Fact:
        // Numbers of other kinds stand there, such as that of a fax.
        return reading.form && reading.form != IdType::Phone ? Rank(formAlone) : Rank();
    case HeadingKind::Unknown:
        return reading.form || reading.isMixed ? Rank(formAlone) : Rank();
    }
    return {};
}

/// A staff number may stand under the heading of an account, and the other way round.
bool areRelated(IdType wanted, std::optional<IdType> found)
{
    const bool isName = wanted == IdType::ExternalId || wanted == IdType::Username;
    return isName &&
           (!found || found == IdType::ExternalId || found == IdType::Username || found == IdType::UserId);
}

Rank rankOf(const Reading &reading, IdType wanted)
{
    const bool isOfType = reading.form == wanted || reading.heading.idType == wanted;
    switch (reading.heading.kind) {
    case HeadingKind::RunningNumber:
    case HeadingKind::OtherPerson:
        return {};
    case HeadingKind::Secondary:
        return isOfType ? Rank(secondaryHeading) : Rank();
    case HeadingKind::PrincipalName:
        return isOfType || (wanted == IdType::Username) ? Rank(principalName) : Rank();
    case HeadingKind::Identifier:
        if (reading.heading.idType == wanted && reading.allows(wanted))
            return ownHeading;
        if (reading.form == wanted)
            return ownForm;
        return areRelated(wanted, reading.heading.idType) && !reading.form && reading.allows(wanted)
                   ? Rank(likeHeading)
                   : Rank();
    case HeadingKind::Fact:
        return reading.form == wanted && wanted != IdType::Phone ? Rank(formAlone) : Rank();
    case HeadingKind::Unknown:
        return reading.form == wanted ? Rank(formAlone) : Rank();
    }
    return {};
}

/// The greater, the better.
using Merit = std::tuple<int, bool, qsizetype>;

struct Candidate
{
    Reading reading;
    Merit merit;
};

/// True if @p one of two columns that look the same is meant: its heading is part of the other's, or it is
/// the first of two columns with the same cells.
bool isMeant(const Candidate &one, const Candidate &other)
{
    const QString mine = Headings::compared(one.reading.title);
    const QString theirs = Headings::compared(other.reading.title);
    const bool isPlainer = !mine.isEmpty() && mine != theirs && theirs.contains(mine);
    return isPlainer ||
           (one.reading.texts == other.reading.texts && one.reading.column < other.reading.column);
}

std::optional<Reading> best(const QList<Reading> &readings, std::optional<IdType> wanted)
{
    QList<Candidate> candidates;
    for (const Reading &reading : readings) {
        const Rank rank = wanted ? rankOf(reading, *wanted) : rankOfAny(reading);
        if (rank && !reading.isEmpty())
            candidates.append(
                {.reading = reading, .merit = {*rank, reading.isHalfFilled(), -preference(typeOf(reading))}});
    }
    if (candidates.isEmpty())
        return {};
    const Merit most = std::ranges::max(candidates, {}, &Candidate::merit).merit;
    candidates.removeIf([&most](const Candidate &each) { return each.merit != most; });
    for (const Candidate &each : candidates) {
        const auto isBeaten = [&each](const Candidate &other) {
            return other.reading.column == each.reading.column || isMeant(each, other);
        };
        if (std::ranges::all_of(candidates, isBeaten))
            return each.reading;
    }
    return {};
}

} // namespace

ListGuess ListGuesses::guess(const ListTable &table, const ListChoices &choices)
{
    return guessBelow(table, HeadingRows::find(table, choices.header), choices);
}

ListGuess ListGuesses::guessBelow(const ListTable &table, const ListGuess &headings,
                                  const ListChoices &choices)
{
    ListGuess guess = headings;
    std::optional<Reading> chosen;
    if (choices.column) {
        chosen = readingOf(table, guess, *choices.column);
    } else if (table.columnCount() == 1) {
        chosen = readingOf(table, guess, 0);
    } else {
        QList<Reading> readings;
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            readings.append(readingOf(table, guess, column));
        chosen = best(readings, choices.idType);
    }
    guess.idType = choices.idType;
    if (chosen) {
        guess.column = chosen->column;
        if (!choices.idType)
            guess.idType = typeOf(*chosen);
    }
    return guess;
}

QList<ListGuesses::NamedColumn> ListGuesses::columnsNamed(const ListTable &table, const ListGuess &guess,
                                                          const QString &name)
{
    const QString exact = IdCleaning::trimmed(name).toCaseFolded();
    const QString loose = Headings::compared(name);
    const qsizetype begin = guess.headingRow.value_or(guess.firstRow);
    const qsizetype end =
        guess.headingRow ? begin + 1 : std::min(table.rowCount(), begin + Headings::searchedRows);
    QList<NamedColumn> same;
    QList<NamedColumn> similar;
    for (qsizetype row = begin; row < end && same.isEmpty(); ++row) {
        for (qsizetype column = 0; column < table.cellCount(row); ++column) {
            const QString title = table.cell(row, column).verbatim();
            const NamedColumn place{.row = row, .column = column};
            if (!exact.isEmpty() && IdCleaning::trimmed(title).toCaseFolded() == exact)
                same.append(place);
            else if (!loose.isEmpty() && Headings::compared(title) == loose)
                similar.append(place);
        }
    }
    if (!same.isEmpty())
        return same;
    similar.removeIf([&similar](const NamedColumn &place) { return place.row != similar.constFirst().row; });
    return similar;
}

ListGuesses::ColumnSample ListGuesses::sample(const ListTable &table, const ListGuess &guess,
                                              qsizetype column)
{
    constexpr qsizetype shownCells = 3;
    const Reading reading = readingOf(table, guess, column);
    ColumnSample sample{.heading = reading.title};
    for (const QString &text : reading.texts.first(std::min(reading.texts.size(), shownCells)))
        sample.cells.append(ServerText(text));
    sample.idType = reading.form;
    return sample;
}
