// SPDX-License-Identifier: Apache-2.0
#include "kick/applicationlister.h"

namespace {

/// More pages than any pool has applications for; it only bounds a server that never ends its list.
constexpr int maximumPages = 400;

class Listing : public PendingAnswer<Result<QList<Application>>>
{
public:
    Listing(Client *client, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
    {
        fetch();
    }

private:
    void fetch()
    {
        const auto receivePage = [this](const Result<Page<Application>> &page) { receive(page); };
        if (m_isFallback)
            m_client->listApplications(m_page, Client::maximumLimit, this, receivePage);
        else
            m_client->listApplicationSimpleInfo(m_page, Client::maximumLimit, this, receivePage);
    }

    void receive(const Result<Page<Application>> &page)
    {
        if (!page) {
            const ErrorCode code = page.error().code;
            const bool mayFallBack = code == ErrorCode::Forbidden || code == ErrorCode::NotFound ||
                                     code == ErrorCode::HttpStatus || code == ErrorCode::Refused;
            if (m_isFallback || !mayFallBack) {
                finish(page.error());
                return;
            }
            m_isFallback = true;
            m_page = 1;
            m_applications.clear();
            fetch();
            return;
        }
        m_applications += page->list;
        const bool isLast = page->list.isEmpty() || m_applications.size() >= page->totalCount;
        if (isLast || m_page >= maximumPages) {
            finish(m_applications);
            return;
        }
        ++m_page;
        fetch();
    }

    Client *m_client;
    QList<Application> m_applications;
    int m_page = 1;
    bool m_isFallback = false;
};

} // namespace

ApplicationLister::ApplicationLister(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PendingCall *ApplicationLister::list(QObject *context, ResultHandler<QList<Application>> handler)
{
    return new Listing(m_client, context, std::move(handler));
}
