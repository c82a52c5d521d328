// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QList>
#include <QString>

#include <optional>

class QWidget;

/// The pages of the help, in the order in which they are offered.
enum class HelpPage {
    Guide,
    Administrator,
    Security,
    Journal,
};

/// A place in the help.
struct HelpTopic
{
    HelpPage page = HelpPage::Guide;
    /// The anchor of a heading, the same in every language; empty for the top of the page.
    QString anchor;

    bool operator==(const HelpTopic &) const = default;
};

namespace HelpTopics {

/// The place about @p widget or the nearest widget around it that has one; nothing where none has.
std::optional<HelpTopic> about(const QWidget *widget);

/// Every place that some widget leads to.
QList<HelpTopic> all();

/// Such as "guide.zh-CN.md".
QString fileName(HelpPage page, Language language);

/// The place that a link from one page to another means, in whichever language it was written; nothing for a
/// link that leads out of the help.
std::optional<HelpTopic> fromLink(const QString &link, HelpPage current);

} // namespace HelpTopics
