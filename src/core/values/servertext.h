// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>

#include <utility>

/// Text that a server, a file or the clipboard supplied, and that is not to be trusted.
///
/// A screen, a log and a report read it through plain() or escaped() only. verbatim() is for comparing and
/// for sending; tst_house keeps it out of the rooms that draw.
class ServerText
{
public:
    /// Characters kept by plain() unless the caller asks for another number.
    static constexpr qsizetype defaultMaximumLength = 200;
    /// Combining marks kept on one base character; more would paint over the lines above and below.
    static constexpr int maximumCombiningMarks = 4;

    ServerText() = default;
    explicit ServerText(QString text)
        : m_text(std::move(text))
    {
    }

    bool isEmpty() const { return m_text.isEmpty(); }

    /// One line for a plain-text widget: control, direction and invisible characters are replaced by their
    /// visible name such as "[U+202E]", combining marks are capped, and anything past @p maximumLength
    /// characters is cut with an ellipsis. The result may still contain "<"; show it as plain text.
    QString plain(qsizetype maximumLength = defaultMaximumLength) const;

    /// plain() with every HTML special character escaped, for places that insist on rich text (tooltips).
    QString escaped(qsizetype maximumLength = defaultMaximumLength) const;

    /// True for a control, direction or invisible character, which plain() shows by its name.
    static bool isHidden(char32_t character);

    /// True when plain() had to make a control, direction or invisible character visible.
    bool hasHiddenCharacters() const;

    /// The text as it arrived, for comparing with it and for sending it back to the server. Never for
    /// display.
    const QString &verbatim() const { return m_text; }

    friend bool operator==(const ServerText &, const ServerText &) = default;

private:
    QString m_text;
};

Q_DECLARE_METATYPE(ServerText)
