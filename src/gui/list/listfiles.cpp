// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listfiles.h"

#include "core/async/background.h"
#include "core/plan/listplanfile.h"

#include <QSemaphore>

#include <utility>

using namespace Qt::Literals::StringLiterals;

ListFiles::ListFiles(QObject *parent)
    : QObject(parent)
    , m_thread(u"list files"_s)
{
}

ListFiles::~ListFiles()
{
    QSemaphore done;
    m_thread.post([&done] { done.release(); });
    done.acquire();
}

PendingCall *ListFiles::readLists(const QStringList &files, QObject *context, DraftsHandler handler)
{
    const auto read = [files](const auto &) {
        QList<ListDraft> drafts;
        for (const QString &file : files)
            drafts << ListDrafts::ofFile(file);
        return drafts;
    };
    return Background::run<QList<ListDraft>>(this, &m_thread, read, context, std::move(handler));
}

PendingCall *ListFiles::readCopied(const QString &text, QObject *context, DraftHandler handler)
{
    return Background::run<ListDraft>(
        this, &m_thread, [text](const auto &) { return ListDrafts::ofClipboard(text); }, context,
        std::move(handler));
}

PendingCall *ListFiles::change(const ListDraft &draft, std::function<ListDraft(const ListDraft &)> change,
                               QObject *context, DraftHandler handler)
{
    return Background::run<ListDraft>(
        this, &m_thread, [draft, change = std::move(change)](const auto &) { return change(draft); }, context,
        std::move(handler));
}

PendingCall *ListFiles::loadPlan(const QString &file, QObject *context, ResultHandler<ListPlan> handler)
{
    return Background::run<Result<ListPlan>>(
        this, &m_thread, [file](const auto &) { return ListPlanFiles::load(file); }, context,
        std::move(handler));
}

PendingCall *ListFiles::savePlan(const ListPlan &plan, const QString &file, QObject *context,
                                 SaveHandler handler)
{
    return Background::run<std::optional<Error>>(
        this, &m_thread, [plan, file](const auto &) { return ListPlanFiles::save(plan, file); }, context,
        std::move(handler));
}
