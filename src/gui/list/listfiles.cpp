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

PendingCall *ListFiles::readLists(const QStringList &files, QObject *context, ReadingHandler handler)
{
    const auto read = [files](const auto &) {
        QList<ListDraft> drafts;
        for (const QString &file : files)
            drafts << ListDrafts::ofFile(file);
        return ListDrafts::joined(drafts);
    };
    return Background::run<ListReading>(this, &m_thread, read, context, std::move(handler));
}

PendingCall *ListFiles::readCopied(const QString &text, QObject *context, ReadingHandler handler)
{
    return Background::run<ListReading>(
        this, &m_thread, [text](const auto &) { return ListDrafts::joined({ListDrafts::ofClipboard(text)}); },
        context, std::move(handler));
}

PendingCall *ListFiles::change(const QList<ListDraft> &drafts, qsizetype at,
                               std::function<ListDraft(const ListDraft &)> change, QObject *context,
                               ReadingHandler handler)
{
    const auto changed = [drafts, at, change = std::move(change)](const auto &) {
        QList<ListDraft> all = drafts;
        all[at] = change(all.at(at));
        return ListDrafts::joined(all);
    };
    return Background::run<ListReading>(this, &m_thread, changed, context, std::move(handler));
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
