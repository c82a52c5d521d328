// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"

#include <QObject>

#include <optional>

class IdTypeCombo;
class SearchEdit;

/// What the agent asks for: the text in the search box and its ID type, and the keys that lead on from there.
class SearchBox : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SearchBox(SearchEdit *edit, IdTypeCombo *combo, QObject *parent = nullptr);

    QString text() const;
    /// Nothing while every field is searched.
    std::optional<IdType> type() const;
    bool isBlank() const { return text().trimmed().isEmpty(); }
    /// True when the text came at once.
    bool isPasted() const;
    /// Why the text cannot be looked up as this type.
    std::optional<IdFault> fault() const;

    /// Searches every field for @p text from now on, without changed().
    void setText(const QString &text);
    void clear();
    /// Puts the keyboard into the box, its text selected.
    void focus();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Another text, or another ID type.
    void changed();
    /// The agent pressed Enter.
    void submitted();
    /// The agent goes down into the list of users found.
    void listWanted();

private:
    SearchEdit *m_edit;
    IdTypeCombo *m_combo;
};
