// SPDX-License-Identifier: Apache-2.0
#include "core/translation.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

Translation::Translation(QObject *parent)
    : QObject(parent)
{
}

void Translation::setLanguage(Language language)
{
    m_language = language;
    const bool isChinese = language == Language::Chinese;
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                  : QLocale(QLocale::English, QLocale::UnitedStates));
    for (QTranslator *translator : {&m_qt, &m_ours})
        QCoreApplication::removeTranslator(translator);
    // English texts are in the source; its catalogue holds the plural forms.
    if (m_ours.load(isChinese ? u":/i18n/kickdesk_zh_CN.qm"_s : u":/i18n/kickdesk_en.qm"_s))
        QCoreApplication::installTranslator(&m_ours);
    if (isChinese && m_qt.load(u":/i18n/qtbase_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&m_qt);
    Q_EMIT languageChanged(language);
}
