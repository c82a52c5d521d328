// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Chinese texts as they are typed with Latin letters.
namespace Pinyin {

/// The first Mandarin reading of @p character, without its tone and with v for ü; empty where none is known.
QByteArray syllable(QChar character);

/// True when it makes sense to ask contains() for @p wanted: it has a Latin letter, and is short.
bool isTyped(const QString &wanted);

/// True when @p text has @p wanted in it, each Chinese character typed as itself or as one letter or more of
/// the beginning of its syllable: caiwu, cwbx and caiwbx find 财务报销. All other characters stand for
/// themselves, in any case.
bool contains(const QString &text, const QString &wanted);

} // namespace Pinyin
