// SPDX-License-Identifier: Apache-2.0
#include "cli/io/candidates.h"

#include "cli/io/output.h"
#include "kick/session.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many letters have to be put in, taken out or changed to make one of the other.
qsizetype distance(const QString &one, const QString &other)
{
    std::vector<qsizetype> row(static_cast<size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype at = 0; at < one.size(); ++at) {
        qsizetype diagonal = row.front();
        row.front() = at + 1;
        for (size_t to = 1; to < row.size(); ++to) {
            const bool isSame = one.at(at) == other.at(static_cast<qsizetype>(to) - 1);
            const qsizetype above = row[to];
            row[to] = std::min({above + 1, row[to - 1] + 1, diagonal + (isSame ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

QString line(const Application &application)
{
    const QStringList parts{ServerText(application.appId).plain(), application.appName.plain()};
    return u"  "_s + parts.join(u"  "_s);
}

} // namespace

void Candidates::tell(Output *output, const QList<User> &users)
{
    if (users.isEmpty())
        return;
    output->note(tr("These users match:"));
    for (const User &user : users.first(std::min(most, users.size()))) {
        QStringList parts{ServerText(user.userId).plain(), Users::displayName(user).plain(),
                          Users::maskedContact(user), Users::statusLabel(user.status)};
        parts.removeAll(QString());
        output->note(u"  "_s + parts.join(u"  "_s));
    }
    if (const auto others = static_cast<int>(users.size() - most); others > 0)
        output->note(tr("… and %Ln more user(s).", nullptr, others));
}

void Candidates::tell(Output *output, Session *session, const QStringList &appIds, QObject *context,
                      std::function<void()> then)
{
    session->applicationLister()->list(
        context, [output, appIds, then = std::move(then)](const Result<QList<Application>> &applications) {
            const QList<Application> known = applications ? *applications : QList<Application>();
            for (const QString &appId : appIds) {
                if (known.isEmpty() || std::ranges::find(known, appId, &Application::appId) != known.end())
                    continue;
                output->note(tr("The user pool has no application %1.").arg(ServerText(appId).plain()));
                QStringList similar;
                for (const Application &application : known) {
                    if (similar.size() < most && (isSimilar(appId, application.appId) ||
                                                  isSimilar(appId, application.appName.verbatim())))
                        similar << line(application);
                }
                if (!similar.isEmpty())
                    output->note(tr("Similar ones:") + u'\n' + similar.join(u'\n'));
            }
            output->note(tr("“kickdesk-cli apps” lists every application with its ID."));
            then();
        });
}

bool Candidates::isSimilar(const QString &typed, const QString &known)
{
    constexpr qsizetype mostApart = 2;
    constexpr qsizetype shortestPart = 3;
    const QString one = typed.toCaseFolded();
    const QString other = known.toCaseFolded();
    const bool isPart = (one.size() >= shortestPart && other.contains(one)) ||
                        (other.size() >= shortestPart && one.contains(other));
    // Of a short word two letters are most of it.
    const bool isLong = one.size() > 2 * mostApart && std::abs(one.size() - other.size()) <= mostApart;
    return isPart || (isLong && distance(one, other) <= mostApart);
}
