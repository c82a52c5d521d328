// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/countfilterbar.h"

#include <QGridLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columns = 5;

} // namespace

CountFilterBar::CountFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    constexpr int spacing = 4;
    m_layout->setContentsMargins({});
    m_layout->setSpacing(spacing);
    for (int column = 0; column < columns; ++column)
        m_layout->setColumnStretch(column, 1);
}

void CountFilterBar::setEntries(const QList<Entry> &entries)
{
    QList<int> keys;
    m_first = entries.isEmpty() ? 0 : entries.constFirst().key;
    for (const Entry &entry : entries) {
        const bool isShown = entry.count > 0 || entry.key == m_first || entry.key == m_current;
        QToolButton *button = m_buttons.value(entry.key);
        if (button == nullptr && isShown)
            button = addButton(entry.key);
        if (button == nullptr)
            continue;
        button->setText(entry.text + u"  "_s + QLocale().toString(entry.count));
        button->setVisible(isShown);
        if (isShown)
            keys << entry.key;
    }
    if (keys == m_keys)
        return;
    m_keys = keys;
    QWidget *previous = nullptr;
    for (int place = 0; place < keys.size(); ++place) {
        QToolButton *button = m_buttons.value(keys.at(place));
        m_layout->addWidget(button, place / columns, place % columns);
        if (previous != nullptr)
            setTabOrder(previous, button);
        previous = button;
    }
}

void CountFilterBar::setCurrent(int key)
{
    m_current = key;
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button)
        (*button)->setChecked(button.key() == key);
}

void CountFilterBar::choose(int key)
{
    // A second click on what is shown shows everything again.
    const int wanted = key == m_current ? m_first : key;
    setCurrent(wanted);
    Q_EMIT chosen(wanted);
}

QToolButton *CountFilterBar::addButton(int key)
{
    auto *button = new QToolButton(this);
    button->setProperty("role", u"segment"_s);
    button->setObjectName(u"%1Button%2"_s.arg(objectName(), QString::number(key)));
    button->setCheckable(true);
    button->setChecked(key == m_current);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &QToolButton::clicked, this, [this, key] { choose(key); });
    m_buttons.insert(key, button);
    return button;
}
