// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/statepane.h"
#include "store/history/historyexport.h"
#include "store/history/historytypes.h"
#include "store/journal/journalverdict.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

class HistoryModel;

/// One line of what is known about a kick.
struct HistoryFact
{
    QString label;
    /// Plain; may have several lines.
    QString value;
};

/// What the history page said last about a task that takes a while; facts only.
struct HistoryNotice
{
    enum class Kind {
        None,
        Verifying,
        Verified,
        Exporting,
        Exported,
        Failed,
    };
    Kind kind = Kind::None;
    JournalVerdict verdict;
    Reports::Receipt receipt;
    QString file;
    std::optional<Error> error;
};

/// What the history page says.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)

public:
    /// The target and the outcome.
    static QList<HistoryFact> outcomeFacts(const HistoryDetail &detail);
    /// What was sent, by whom and from where.
    static QList<HistoryFact> requestFacts(const HistoryDetail &detail);

    /// Why there are no rows. @p putAside: the files of earlier histories, which were damaged.
    static StatePane::Content state(const HistoryModel &model, bool isFiltered, const QStringList &putAside);
    /// How many rows there are.
    static QString count(const HistoryModel &model);
    static QString notice(const HistoryNotice &notice);
};
