// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journalcolumns.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Below it JSON wants an escape.
constexpr char firstPrintable = ' ';

/// A row that differs from its event would look altered.
void makeStorable(QString *text)
{
    // Qt would write no text as NULL.
    if (text->isNull())
        *text = u""_s;
    for (qsizetype at = 0; at < text->size(); ++at) {
        const QChar unit = text->at(at);
        const bool isPair =
            unit.isHighSurrogate() && at + 1 < text->size() && text->at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (unit.isSurrogate() || unit == u'\uFFFE' || unit == u'\uFFFF')
            (*text)[at] = QChar::ReplacementCharacter;
    }
}

void appendString(QByteArray *json, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    json->append('"');
    for (const char byte : utf8) {
        if (byte == '"' || byte == '\\') {
            json->append('\\').append(byte);
        } else if (byte >= 0 && byte < firstPrintable) {
            json->append("\\u").append(QByteArray::number(int{byte}, 16).rightJustified(4, '0'));
        } else {
            json->append(byte);
        }
    }
    json->append('"');
}

} // namespace

JournalColumns::JournalColumns(std::initializer_list<Column> columns)
{
    for (const Column &column : columns)
        insert(column.name, column.value);
}

void JournalColumns::insert(QLatin1StringView name, Value value)
{
    if (auto *text = std::get_if<QString>(&value))
        makeStorable(text);
    const auto known = std::ranges::find(m_columns, name, &Column::name);
    if (known != m_columns.end())
        known->value = std::move(value);
    else
        m_columns.append({.name = name, .value = std::move(value)});
}

void JournalColumns::appendJson(QByteArray *json, const JournalColumns *previous) const
{
    json->append('{');
    const char *separator = "";
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        const Column &column = m_columns.at(at);
        if (previous != nullptr && previous->m_columns.at(at).value == column.value)
            continue;
        json->append(separator).append('"').append(QByteArrayView(column.name)).append("\":");
        if (const auto *text = std::get_if<QString>(&column.value))
            appendString(json, *text);
        else if (const auto *number = std::get_if<qint64>(&column.value))
            json->append(QByteArray::number(*number));
        else
            json->append("null");
        separator = ",";
    }
    json->append('}');
}
