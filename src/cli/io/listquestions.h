// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listdraft.h"

#include <QCoreApplication>
#include <QStringList>

/// What the command line asks about a list that it cannot decide.
class ListQuestions
{
    Q_DECLARE_TR_FUNCTIONS(ListQuestions)

public:
    /// The columns to choose from, each with three cells and what they look like, or the sheets; empty where
    /// there is nothing to choose.
    static QStringList choices(const ListDraft &draft);

    /// That rows or columns are hidden in the sheet and part of the list; empty where none are.
    static QString hidden(const ListDraft &draft);

private:
    static QStringList columns(const ListDraft &draft);
    static QStringList sheets(const ListDraft &draft);
};
