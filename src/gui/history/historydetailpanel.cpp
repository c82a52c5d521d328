// SPDX-License-Identifier: Apache-2.0
#include "gui/history/historydetailpanel.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// @p text with places to break in words that would not fit into a column.
QString breakable(const QString &text)
{
    constexpr int longestWord = 36;
    QString result;
    int length = 0;
    for (const QChar character : text) {
        length = character.isSpace() || character.isSurrogate() ? 0 : length + 1;
        result += character;
        if (length == longestWord) {
            result += QChar(0x200B);
            length = 0;
        }
    }
    return result;
}

/// @p text whose first line is as high as that of every other, whatever the script: an ideographic space
/// brings the taller font into it.
QString levelled(QString text)
{
    const qsizetype end = text.indexOf(u'\n');
    return text.insert(end < 0 ? text.size() : end, QChar(0x3000));
}

QFormLayout *form(const QList<HistoryFact> &facts)
{
    auto layout = std::make_unique<QFormLayout>();
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    for (const HistoryFact &fact : facts) {
        auto *label = new QLabel(levelled(fact.label));
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setTextFormat(Qt::PlainText);
        auto *value = new QLabel(levelled(breakable(fact.value)));
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        // The accessible name of a label stands in place of its text.
        value->setAccessibleName(fact.label + u": "_s + fact.value);
        layout->addRow(label, value);
    }
    return layout.release();
}

} // namespace

HistoryDetailPanel::HistoryDetailPanel(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    retranslate();
}

void HistoryDetailPanel::setDetail(const std::optional<HistoryDetail> &detail)
{
    m_detail = detail;
    retranslate();
}

QString HistoryDetailPanel::text() const
{
    if (!m_detail)
        return {};
    QStringList lines;
    for (const HistoryFact &fact :
         HistoryWords::outcomeFacts(*m_detail) + HistoryWords::requestFacts(*m_detail))
        lines << fact.label + u": "_s + QString(fact.value).replace(u'\n', u"; "_s);
    return lines.join(u'\n');
}

void HistoryDetailPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void HistoryDetailPanel::retranslate()
{
    setAccessibleName(tr("Details of the chosen sign-out"));
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setSpacing(24);
    if (m_detail) {
        columns->addLayout(form(HistoryWords::outcomeFacts(*m_detail)), 1);
        columns->addLayout(form(HistoryWords::requestFacts(*m_detail)), 1);
    } else {
        auto *hint = new QLabel(tr("Choose a row to see everything about it."));
        hint->setTextFormat(Qt::PlainText);
        hint->setAlignment(Qt::AlignCenter);
        columns->addWidget(hint);
    }
    setWidget(content);
    content->setBackgroundRole(QPalette::Base);
}
