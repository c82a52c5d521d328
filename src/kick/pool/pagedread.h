// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "core/async/paging.h"
#include "core/async/pendingcall.h"

#include <functional>
#include <utility>

/// Reads all pages of one list, one after the other. A list that does not agree with itself may have moved
/// while it was read, so it is read again; then it is answered with PagesIncomplete, never as it is.
template <typename T>
class PagedRead : public PendingAnswer<Result<QList<T>>>
{
public:
    using Handler = ResultHandler<QList<T>>;
    /// Asks for one page, of Client::maximumLimit items.
    using Ask = std::function<void(int page, QObject *context, ResultHandler<Page<T>> handler)>;

    static constexpr int maximumReadings = 3;

    /// A list of more than @p maximumPages is incomplete from the start.
    PagedRead(Ask ask, int maximumPages, QObject *context, Handler handler)
        : PendingAnswer<Result<QList<T>>>(context, std::move(handler))
        , m_ask(std::move(ask))
        , m_maximumPages(maximumPages)
    {
        askNext();
    }

private:
    void askNext()
    {
        m_ask(static_cast<int>(m_paging.pagesRead() + 1), this,
              [this](const Result<Page<T>> &page) { take(page); });
    }

    void take(const Result<Page<T>> &page)
    {
        if (!page) {
            this->finish(page.error());
            return;
        }
        m_paging.take(*page);
        m_items += page->list;
        if (m_paging.isWhole()) {
            this->finish(m_items);
        } else if (m_paging.lastPage() > m_maximumPages) {
            this->finish(m_paging.incomplete());
        } else if (!m_paging.isRead()) {
            askNext();
        } else if (++m_readings < maximumReadings) {
            m_paging.begin();
            m_items.clear();
            askNext();
        } else {
            this->finish(m_paging.incomplete());
        }
    }

    Ask m_ask;
    int m_maximumPages;
    Paging m_paging{Client::maximumLimit};
    QList<T> m_items;
    int m_readings = 0;
};
