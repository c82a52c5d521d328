// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/applicationlister.h"

#include "kick/pool/pagedread.h"

#include <utility>

namespace {

/// More pages than any pool has applications for; it only bounds a server that never ends its list.
constexpr int maximumPages = 2000;

class Listing : public PendingAnswer<Result<QList<Application>>>
{
public:
    Listing(Client *client, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
    {
        read(false);
    }

private:
    void read(bool isFallback)
    {
        const auto ask = [client = m_client, isFallback](int page, QObject *context,
                                                         ResultHandler<Page<Application>> answered) {
            if (isFallback)
                client->listApplications(page, Client::maximumLimit, context, std::move(answered));
            else
                client->listApplicationSimpleInfo(page, Client::maximumLimit, context, std::move(answered));
        };
        const auto take = [this, isFallback](const Result<QList<Application>> &applications) {
            if (!applications && !isFallback && mayFallBack(applications.error()))
                read(true);
            else
                finish(applications);
        };
        new PagedRead<Application>(ask, maximumPages, this, take);
    }

    static bool mayFallBack(const Error &error)
    {
        return isNotPermitted(error) || error.code == ErrorCode::NotFound ||
               error.code == ErrorCode::HttpStatus || error.code == ErrorCode::Refused;
    }

    Client *m_client;
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
