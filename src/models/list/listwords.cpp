// SPDX-License-Identifier: Apache-2.0
#include "models/list/listwords.h"

#include "models/words.h"
#include "models/words/protectionwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ListWords", text);
}

QString sign(ListBucket bucket)
{
    switch (bucket) {
    case ListBucket::Found:
    case ListBucket::Suspended:
        return u"✔"_s;
    case ListBucket::Protected:
        return u"!"_s;
    case ListBucket::Several:
    case ListBucket::Failed:
        return u"?"_s;
    case ListBucket::NotFound:
    case ListBucket::Malformed:
        return u"✖"_s;
    case ListBucket::Duplicate:
    case ListBucket::Blank:
        return u"–"_s;
    }
    return {};
}

QString protectedNote(const ListRow &row)
{
    if (!row.overrideReason.isEmpty())
        return translated(QT_TRANSLATE_NOOP("ListWords", "Taken all the same: %1"))
            .arg(ServerText(row.overrideReason).plain());
    const bool isByUser = row.matches.size() == 1 && row.matches.constFirst().protection != Protection::None;
    const Protection protection = isByUser ? row.matches.constFirst().protection : row.protection;
    return translated(QT_TRANSLATE_NOOP("ListWords", "Left out: %1")).arg(ProtectionWords::label(protection));
}

QString foundNote(const ListRow &row)
{
    return row.isLookedUp ? QString()
                          : translated(QT_TRANSLATE_NOOP("ListWords", "Not looked up; sent as it is"));
}

QString severalNote(const ListRow &row)
{
    // lupdate drops a call whose number has a template argument.
    const int count = static_cast<int>(row.matches.size());
    return QCoreApplication::translate("ListWords", "%Ln user(s) match; choose one", nullptr, count);
}

} // namespace

QString ListWords::marked(ListBucket bucket)
{
    return sign(bucket) + u' ' + ListBuckets::label(bucket);
}

QString ListWords::leftOutAs(const QString &name)
{
    if (name == "removed"_L1)
        return translated(QT_TRANSLATE_NOOP("ListWords", "Removed"));
    if (name == "offline"_L1)
        return translated(QT_TRANSLATE_NOOP("ListWords", "Left out: online nowhere"));
    const QList<ListBucket> buckets = ListBuckets::all();
    const auto bucket = std::ranges::find(buckets, name, ListBuckets::wireName);
    return bucket == buckets.end() ? QString() : ListBuckets::label(*bucket);
}

QString ListWords::leftOut(const ListResolution &leftOut)
{
    qsizetype offline = 0;
    qsizetype removed = 0;
    QHash<ListBucket, qsizetype> others;
    for (const ListRow &row : leftOut.rows)
        ++(row.isOffline ? offline : row.isRemoved ? removed : others[row.bucket]);
    const QLocale locale;
    QStringList parts;
    const auto add = [&](qsizetype count, const QString &reason) {
        if (count > 0)
            parts << locale.toString(count) + u' ' + reason;
    };
    add(offline, translated(QT_TRANSLATE_NOOP("ListWords", "online nowhere")));
    add(removed, translated(QT_TRANSLATE_NOOP("ListWords", "Removed")));
    for (const ListBucket bucket : ListBuckets::all())
        add(others.value(bucket), ListBuckets::label(bucket));
    return parts.join(u" · "_s);
}

QString ListWords::place(const QString &file, qint64 row)
{
    const QString number = QLocale().toString(row);
    return file.isEmpty() ? number : ServerText(file).plain() + u" · "_s + number;
}

QString ListWords::note(const ListRow &row)
{
    if (row.isRemoved)
        return translated(QT_TRANSLATE_NOOP("ListWords", "Removed"));
    if (row.isOffline)
        return translated(QT_TRANSLATE_NOOP("ListWords", "Left out: online nowhere"));
    switch (row.bucket) {
    case ListBucket::Found:
        return foundNote(row);
    case ListBucket::Suspended:
        return Users::statusLabel(row.matches.constFirst().status);
    case ListBucket::Protected:
        return protectedNote(row);
    case ListBucket::Several:
        return severalNote(row);
    case ListBucket::Duplicate:
        return translated(QT_TRANSLATE_NOOP("ListWords", "The same user as in row %1"))
            .arg(row.duplicateFile.isEmpty() ? QLocale().toString(row.duplicateOf)
                                             : u"%1 (%2)"_s.arg(QLocale().toString(row.duplicateOf),
                                                                ServerText(row.duplicateFile).plain()));
    case ListBucket::NotFound:
    case ListBucket::Malformed:
        return row.fault ? IdTypes::faultText(*row.fault) : ListBuckets::hint(row);
    case ListBucket::Failed:
        return row.failure ? errorText({.code = *row.failure, .isRead = true}) : QString();
    case ListBucket::Blank:
        break;
    }
    return {};
}

WorstFact ListWords::fact(const ListRunCell &cell)
{
    return Headlines::worst(cell.outcome, cell.hasSignedInAgain, cell.error && isPostponed(*cell.error));
}

QString ListWords::marked(const ListRunCell &cell, RunState state)
{
    return cell.phase == ListRunPhase::Done ? OutcomeWords::marked(fact(cell)) : marked(cell.phase, state);
}

QString ListWords::note(const ListRunCell &cell)
{
    QStringList parts;
    if (cell.error)
        parts << errorText({.code = *cell.error});
    if (cell.hasSignedInAgain)
        parts << translated(QT_TRANSLATE_NOOP("ListWords", "Has signed in again."));
    if (cell.attempts > 1)
        parts << QCoreApplication::translate("ListWords", "%Ln attempt(s)", nullptr, cell.attempts);
    return parts.join(u' ');
}

QString ListWords::marked(ListRunPhase phase, RunState state)
{
    switch (phase) {
    case ListRunPhase::Queued:
        return state == RunState::Paused ? translated(QT_TRANSLATE_NOOP("ListWords", "– Paused"))
                                         : translated(QT_TRANSLATE_NOOP("ListWords", "· Waiting"));
    case ListRunPhase::Sending:
        return translated(QT_TRANSLATE_NOOP("ListWords", "→ Being sent"));
    case ListRunPhase::Checking:
        return translated(QT_TRANSLATE_NOOP("ListWords", "… Checking"));
    case ListRunPhase::Done:
        return translated(QT_TRANSLATE_NOOP("ListWords", "Done"));
    }
    return {};
}

QString ListWords::about(std::chrono::seconds time)
{
    using namespace std::chrono;
    const QLocale locale;
    if (time < minutes(2))
        return translated(QT_TRANSLATE_NOOP("ListWords", "about %1 s")).arg(locale.toString(time.count()));
    if (time < hours(2)) {
        const qint64 count = duration_cast<minutes>(time + seconds(30)).count();
        return translated(QT_TRANSLATE_NOOP("ListWords", "about %1 min")).arg(locale.toString(count));
    }
    const qint64 count = duration_cast<hours>(time + minutes(30)).count();
    return translated(QT_TRANSLATE_NOOP("ListWords", "about %1 h")).arg(locale.toString(count));
}
