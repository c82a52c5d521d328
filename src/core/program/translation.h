// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

/// The program's texts and Qt's own in the chosen language. Both are resources of the program; choosing a
/// language makes every widget receive LanguageChange.
class Translation : public QObject
{
    Q_OBJECT

public:
    explicit Translation(QObject *parent = nullptr);
    ~Translation() override;

    Language language() const { return m_language; }

    /// Swaps every text of the program. Unknown texts stay as they are in the source, which is English.
    void setLanguage(Language language);

    /// What @p render makes of its texts in @p language, numbers and dates included. Nothing on the screen
    /// changes: no event is sent.
    QString rendered(Language language, const std::function<QString()> &render);

Q_SIGNALS:
    void languageChanged(Language language);

private:
    class Catalogues;

    Language m_language = Language::English;
    std::unique_ptr<Catalogues> m_catalogues;
};
