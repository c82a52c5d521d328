// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

namespace {

QLocale localeOf(Language language)
{
    return language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                         : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

/// The catalogues of every language behind one installed translator, so that another language can be read
/// without installing anything.
class Translation::Catalogues : public QTranslator
{
public:
    Catalogues()
    {
        // English texts are in the source; its catalogue holds the plural forms.
        (void)m_english.load(u":/i18n/kickdesk_en.qm"_s);
        (void)m_chinese.load(u":/i18n/kickdesk_zh_CN.qm"_s);
        (void)m_chineseQt.load(u":/i18n/qtbase_zh_CN.qm"_s);
    }

    void choose(Language language) { m_language = language; }

    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *source, const char *disambiguation,
                      int number) const override
    {
        if (m_language == Language::English)
            return m_english.translate(context, source, disambiguation, number);
        const QString ours = m_chinese.translate(context, source, disambiguation, number);
        return ours.isNull() ? m_chineseQt.translate(context, source, disambiguation, number) : ours;
    }

private:
    Language m_language = Language::English;
    QTranslator m_english;
    QTranslator m_chinese;
    QTranslator m_chineseQt;
};

Translation::Translation(QObject *parent)
    : QObject(parent)
{
}

Translation::~Translation()
{
    // Threads of the network may be asking for words at this moment; QTranslator takes itself out only after
    // its catalogues are gone.
    if (m_catalogues)
        QCoreApplication::removeTranslator(m_catalogues.get());
}

void Translation::setLanguage(Language language)
{
    m_language = language;
    QLocale::setDefault(localeOf(language));
    if (m_catalogues == nullptr) {
        m_catalogues = std::make_unique<Catalogues>();
        m_catalogues->choose(language);
        QCoreApplication::installTranslator(m_catalogues.get());
    } else {
        m_catalogues->choose(language);
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
    }
    Q_EMIT languageChanged(language);
}

QString Translation::rendered(Language language, const std::function<QString()> &render)
{
    if (language == m_language || m_catalogues == nullptr)
        return render();
    m_catalogues->choose(language);
    QLocale::setDefault(localeOf(language));
    QString text = render();
    m_catalogues->choose(m_language);
    QLocale::setDefault(localeOf(m_language));
    return text;
}
