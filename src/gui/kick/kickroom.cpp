// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kickroom.h"

#include "gui/user/userpanel.h"

#include <QLayout>

void KickRoom::update()
{
    // At the smallest window sizes the checklist needs the room of the sign-ins while a sheet or a result is
    // open.
    constexpr int roomForAll = 720;
    const bool isSheetOpen = m_parts.sheet->isVisibleTo(m_parts.page);
    const bool isBottomOpen = isSheetOpen || m_parts.receipt->isVisibleTo(m_parts.page);
    m_parts.user->setHistoryVisible(!isBottomOpen || m_parts.page->height() >= roomForAll);
    m_parts.content->setVisible(!isSheetOpen || fitsBesideTheSheet());
}

/// The sheet names what it is about, so what lies behind it can be hidden where there is no room.
bool KickRoom::fitsBesideTheSheet() const
{
    const QLayout *layout = m_parts.page->layout();
    const int width = layout->contentsRect().width();
    const int notice = m_parts.notice->isVisibleTo(m_parts.page) ? m_parts.notice->sizeHint().height() : 0;
    const int sheet = qMax(m_parts.sheet->heightForWidth(width), m_parts.sheet->sizeHint().height());
    const int needed = notice + m_parts.content->minimumSizeHint().height() + sheet +
                       m_parts.footer->sizeHint().height() + 6 * layout->spacing();
    return needed <= m_parts.page->height();
}
