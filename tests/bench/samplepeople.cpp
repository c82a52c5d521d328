// SPDX-License-Identifier: Apache-2.0
#include "bench/samplepeople.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Scatters neighbours.
constexpr quint32 scatter = 2654435761U;

QString pick(const QStringList &words, quint32 number)
{
    return words.at(static_cast<qsizetype>(number) % words.size());
}

} // namespace

SamplePerson SamplePerson::at(int number)
{
    static const QStringList surnames{u"王"_s, u"李"_s, u"张"_s, u"刘"_s, u"陈"_s, u"杨"_s, u"欧阳"_s};
    static const QStringList givenNames{u"芳"_s, u"伟"_s, u"娜"_s, u"秀英"_s, u"敏"_s, u"静怡"_s, u"磊"_s};
    static const QStringList latin{u"Wang Fang"_s,    u"Li Qiang"_s,      u"Alice Smith"_s, u"Zhang Wei"_s,
                                   u"Dmitri Orlov"_s, u"Chen Xiaoming"_s, u"Bob Jones"_s};
    const auto place = static_cast<quint32>(number);
    const quint32 hash = place * scatter;
    const bool isChinese = hash % 2 == 0;
    const QString id = QString::number(hash, 16).rightJustified(8, u'0');
    const QString digits = QString::number(place, 16).rightJustified(8, u'0');
    const QString name = isChinese ? pick(surnames, hash >> 8) + pick(givenNames, hash >> 16)
                                   : u"%1 %2"_s.arg(pick(latin, hash >> 8), QString::number(number));
    const QString phone = u"13%1****%2"_s.arg(QString::number(hash % 10),
                                              QString::number(hash % 10000).rightJustified(4, u'0'));
    return {.userId = u"62f0a1b2"_s + id + digits,
            .name = name,
            .contact = isChinese ? phone : u"w***%1@example.com"_s.arg(number % 1000)};
}
