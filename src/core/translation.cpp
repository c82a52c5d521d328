// SPDX-License-Identifier: Apache-2.0
#include "core/translation.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QTranslator>

#include <array>

using namespace Qt::Literals::StringLiterals;

/// Every catalogue of the program, of which the chosen language's are asked. The program installs this one
/// translator and never another, because installing one makes the whole window read its texts again.
class Translation::Catalogues : public QTranslator
{
public:
    Catalogues()
    {
        // English texts are in the source; its catalogue holds the plural forms.
        m_isReady = m_english.load(u":/i18n/kickdesk_en.qm"_s) &&
                    m_chinese.load(u":/i18n/kickdesk_zh_CN.qm"_s) &&
                    m_chineseQt.load(u":/i18n/qtbase_zh_CN.qm"_s);
    }

    void setLanguage(Language language) { m_language = language; }

    bool isEmpty() const override { return !m_isReady; }

    QString translate(const char *context, const char *source, const char *disambiguation,
                      int n) const override
    {
        if (m_language == Language::English)
            return m_english.translate(context, source, disambiguation, n);
        const QString ours = m_chinese.translate(context, source, disambiguation, n);
        return ours.isNull() ? m_chineseQt.translate(context, source, disambiguation, n) : ours;
    }

private:
    QTranslator m_english;
    QTranslator m_chinese;
    QTranslator m_chineseQt;
    Language m_language = Language::English;
    bool m_isReady = false;
};

Translation::Translation(QObject *parent)
    : QObject(parent)
    , m_catalogues(std::make_unique<Catalogues>())
{
    QCoreApplication::installTranslator(m_catalogues.get());
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(m_catalogues.get());
}

void Translation::setLanguage(Language language)
{
    m_language = language;
    apply(language);
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    Q_EMIT languageChanged(language);
}

QString Translation::inLanguage(Language language, const std::function<QString()> &render)
{
    apply(language);
    const QString text = render();
    apply(m_language);
    return text;
}

void Translation::apply(Language language)
{
    QLocale::setDefault(language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                      : QLocale(QLocale::English, QLocale::UnitedStates));
    m_catalogues->setLanguage(language);
}
