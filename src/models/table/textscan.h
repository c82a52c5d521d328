// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <array>

/// Finds a text in UTF-8, one place after the other, whatever the case of its letters. A letter whose cases
/// are not equally long in UTF-8 is found as it was typed.
class TextScan
{
public:
    /// @p text must outlive the scan; @p wanted must not be empty.
    TextScan(const QString &wanted, QByteArrayView text);

    /// The first place at @p from or behind it; -1 when there is none. @p from never falls.
    qsizetype next(qsizetype from);

private:
    struct Letter
    {
        qsizetype place = 0;
        qsizetype size = 0;
    };

    void chooseAnchor();
    bool isAt(const char *begin) const;

    QByteArrayView m_text;
    /// What is wanted in both cases, byte by byte equally long.
    QByteArray m_lower;
    QByteArray m_upper;
    /// Letters of several bytes whose cases differ: a mixture of both cases may be another letter.
    QList<Letter> m_wideLetters;
    /// The byte of what is wanted that is looked for first: the rarest one.
    qsizetype m_anchor = 0;
    /// Where the anchor stands next in lower and in upper case.
    std::array<const char *, 2> m_found{};
};
