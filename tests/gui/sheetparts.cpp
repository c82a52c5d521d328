// SPDX-License-Identifier: Apache-2.0
#include "gui/sheetparts.h"

#include "models/user/applicationmodel.h"

#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

std::unique_ptr<Session> SheetParts::sessionWith(const SandboxSession &pool,
                                                 const std::function<void(Profile *)> &change)
{
    Profile profile = pool.profile();
    change(&profile);
    return std::make_unique<Session>(profile, pool.address.secret, &pool.journal);
}

QStringList SheetParts::namesIn(const WindowFixture &f, SessionState state)
{
    QStringList result;
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(ApplicationModel::StateRole).toInt() == static_cast<int>(state))
            result << index.data().toString();
    }
    return result;
}

bool SheetParts::isChecked(const WindowFixture &f)
{
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(ApplicationModel::IsCheckingRole).toBool())
            return false;
    }
    return model->rowCount() > 0;
}

QStringList SheetParts::listed(const WindowFixture &f)
{
    return f.find<QPlainTextEdit>("sheetAppsText")->toPlainText().split(u" · "_s, Qt::SkipEmptyParts);
}

User SheetParts::userOnlineIn(const SandboxSession &pool, int least)
{
    const auto page = answerOf<Result<Page<User>>>(
        [&pool](const auto &handler) { pool.client()->listUsers({}, pool.session.get(), handler); });
    const auto apps = answerOf<Result<QList<Application>>>([&pool](const auto &handler) {
        pool.session->applicationLister()->list(pool.session.get(), handler);
    });
    for (const User &user : page->value().list) {
        int online = 0;
        for (const Application &app : apps->value()) {
            const auto state = answerOf<Result<SessionState>>([&](const auto &handler) {
                pool.client()->checkSessionStatus(app.appId, user.userId, pool.session.get(), handler);
            });
            online += state->value() == SessionState::Online ? 1 : 0;
        }
        if (online >= least)
            return user;
    }
    qFatal("No user is online in that many applications");
    return {};
}
