// SPDX-License-Identifier: Apache-2.0
#include "api/sign/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

namespace {

/// The compact form of one JSON value, without the array that Qt needs around it.
QByteArray compact(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// Walks over a text that QJsonDocument has already accepted, so it only has to find where each token ends.
class Reader
{
public:
    explicit Reader(QByteArrayView json)
        : m_json(json)
    {
    }

    QList<CanonicalJson::Member> object()
    {
        QList<CanonicalJson::Member> members;
        take();
        while (peek() != '}') {
            const QByteArray name = string().toString().toUtf8();
            take();
            const bool isString = peek() == '"';
            members.append({.name = name, .value = isString ? string().toString().toUtf8() : value()});
            if (peek() == ',')
                take();
        }
        take();
        return members;
    }

private:
    char peek()
    {
        while (m_at < m_json.size() && QByteArrayView(" \t\r\n").contains(m_json.at(m_at)))
            ++m_at;
        return m_json.at(m_at);
    }

    void take()
    {
        peek();
        ++m_at;
    }

    QByteArray value()
    {
        switch (peek()) {
        case '{':
            return nested('}');
        case '[':
            return nested(']');
        case '"':
            return compact(string());
        default:
            return scalar();
        }
    }

    QByteArray nested(char close)
    {
        QByteArray result(1, peek());
        take();
        while (peek() != close) {
            const char next = peek();
            if (next == ',' || next == ':') {
                result += next;
                take();
            } else {
                result += value();
            }
        }
        take();
        return result + close;
    }

    QJsonValue string()
    {
        peek();
        const qsizetype start = m_at++;
        while (m_json.at(m_at) != '"')
            m_at += m_json.at(m_at) == '\\' ? 2 : 1;
        ++m_at;
        return parsed(start);
    }

    /// A number, true, false or null.
    QByteArray scalar()
    {
        const qsizetype start = m_at;
        while (m_at < m_json.size() && !QByteArrayView(",]} \t\r\n").contains(m_json.at(m_at)))
            ++m_at;
        return compact(parsed(start));
    }

    QJsonValue parsed(qsizetype start) const
    {
        const QByteArray token = '[' + m_json.sliced(start, m_at - start).toByteArray() + ']';
        return QJsonDocument::fromJson(token).array().at(0);
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

/// Brackets outside strings, to keep the recursion of Reader bounded.
int deepestNesting(QByteArrayView json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char character = json.at(at);
        if (inString) {
            if (character == '\\')
                ++at;
            else
                inString = character != '"';
        } else if (character == '"') {
            inString = true;
        } else if (character == '{' || character == '[') {
            deepest = qMax(deepest, ++depth);
        } else if (character == '}' || character == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

std::optional<QList<CanonicalJson::Member>> CanonicalJson::topLevelMembers(const QByteArray &json)
{
    // Qt skips a byte order mark that no JSON text may have.
    if (json.startsWith("\xEF\xBB\xBF") || deepestNesting(json) > maximumDepth)
        return {};
    if (!QJsonDocument::fromJson(json).isObject())
        return {};
    return Reader(json).object();
}
