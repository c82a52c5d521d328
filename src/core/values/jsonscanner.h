// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

/// Steps over a JSON text from token to token: a string, a bracket, any other character. It judges nothing;
/// whether the text is JSON is for QJsonDocument to say.
class JsonScanner
{
public:
    explicit JsonScanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    qsizetype at() const { return m_at; }
    char current() const { return m_text.at(m_at); }
    /// How many brackets are open.
    int depth() const { return m_depth; }

    QByteArrayView between(qsizetype from, qsizetype to) const { return m_text.sliced(from, to - from); }

    /// Steps over the token that begins here.
    void step();

    /// Steps over @p token if it comes next, spaces aside.
    bool take(char token);

    /// Steps over the string that begins here, which is to be closed. The name of a member, between its
    /// quotes, where it is one: only that is followed by a colon. Else nothing.
    QByteArrayView takeName();

    static bool isBlank(QByteArrayView text);

private:
    void skipString();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};
