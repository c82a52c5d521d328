// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QObject>
#include <QTranslator>

/// The program's texts and Qt's own in the chosen language. Both are resources of the program; installing
/// them makes every widget receive LanguageChange.
class Translation : public QObject
{
    Q_OBJECT

public:
    explicit Translation(QObject *parent = nullptr);

    Language language() const { return m_language; }

    /// Swaps every text of the program. Unknown texts stay as they are in the source, which is English.
    void setLanguage(Language language);

Q_SIGNALS:
    void languageChanged(Language language);

private:
    Language m_language = Language::English;
    QTranslator m_ours;
    QTranslator m_qt;
};
