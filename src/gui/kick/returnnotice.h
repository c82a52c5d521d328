// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kick/receipt.h"
#include "kick/single/returnwatch.h"

#include <QFrame>
#include <QList>

#include <memory>
#include <vector>

namespace Ui {
class ReturnNotice;
}

class Session;

/// Watches for a while whether users who were kicked come back, and says so in a bar of its own, one user
/// after the other; also how a kick ended whose user is not open any more. Leads to the user whom it names.
class ReturnNotice : public QFrame
{
    Q_OBJECT

public:
    /// Users watched at the same time; with more, the one who was kicked first is not watched any longer.
    static constexpr qsizetype maximumWatches = 10;

    explicit ReturnNotice(QWidget *parent = nullptr);
    ~ReturnNotice() override;

    /// @p session must outlive the notice.
    void start(Session *session) { m_session = session; }

    /// How long users are watched from now on; 0: not at all.
    void setDuration(std::chrono::milliseconds duration) { m_duration = duration; }

    /// Begins to watch the user of @p receipt, in the place of an older watch of the same user; null where
    /// nothing was done or the user is not known. The watch is deleted when a newer one takes its
    /// place.
    ReturnWatch *watch(const Receipt &receipt);

    /// Tells how the kick of @p receipt ended, whose user is not open.
    void tell(const Receipt &receipt);

    /// The user of Receipts::key() @p key is open: to that one the bar need not lead.
    void setOpen(const QString &key);

Q_SIGNALS:
    /// The user of Receipts::key() @p key is back, and is told of from now on.
    void returned(const QString &key, const UserReturn &back);
    /// The agent wants to see the user of @p plan.
    void showRequested(const KickPlan &plan);
    /// The agent wants the user who is back to be kicked like before.
    void kickAgainRequested(const KickPlan &plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Watched
    {
        KickPlan plan;
        std::unique_ptr<ReturnWatch> watch;
    };
    struct Notice
    {
        KickPlan plan;
        /// Nothing where the bar tells how a kick ended.
        std::optional<UserReturn> back;
        KickFacts facts;
    };

    static QString where(const Notice &notice);
    void add(const Notice &notice);
    void close();
    void retranslate();

    std::unique_ptr<Ui::ReturnNotice> m_ui;
    Session *m_session = nullptr;
    std::vector<Watched> m_watches;
    QList<Notice> m_notices;
    QString m_openKey;
    std::chrono::milliseconds m_duration = ReturnWatchRequest().duration;
};
