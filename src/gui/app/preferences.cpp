// SPDX-License-Identifier: Apache-2.0
#include "gui/app/preferences.h"

#include "core/program/translation.h"

Preferences::Preferences(Translation *translation, QObject *parent)
    : QObject(parent)
    , m_settings(m_file.read())
    , m_translation(translation)
{
}

void Preferences::change(const std::function<void(Settings *)> &change)
{
    change(&m_settings);
    if (const std::optional<Error> failure = m_file.change(change))
        Q_EMIT unwritable(failure->detail.plain());
}

void Preferences::choose(Language language)
{
    change([language](Settings *settings) { settings->language = language; });
    speak();
}

void Preferences::speak()
{
    m_translation->setLanguage(m_settings.language.value_or(Languages::fromSystem()));
}
