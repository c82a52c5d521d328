// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/files/settings.h"

#include <QObject>

#include <functional>

class Translation;

/// The settings in force, and the file that keeps them.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// Reads the file of the data folder. @p translation must outlive it.
    explicit Preferences(Translation *translation, QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }

    /// Lets @p change work on the settings, and keeps them.
    void change(const std::function<void(Settings *)> &change);
    /// Speaks @p language from now on, and keeps it.
    void choose(Language language);
    /// Speaks the language of the settings, else the system's.
    void speak();

Q_SIGNALS:
    /// @p file cannot be written: the settings hold for this run only.
    void unwritable(const QString &file);

private:
    SettingsFile m_file;
    Settings m_settings;
    Translation *m_translation;
};
