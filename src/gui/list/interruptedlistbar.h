// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/listreader.h"
#include "store/journal/listlock.h"

#include <QFrame>

#include <memory>
#include <optional>

namespace Ui {
class InterruptedListBar;
}

class Session;

/// Above every page while a list is on record that did not come to its end: what is known of it, and the ways
/// forward.
class InterruptedListBar : public QFrame
{
    Q_OBJECT

public:
    explicit InterruptedListBar(QWidget *parent = nullptr);
    ~InterruptedListBar() override;

    /// Looks for such a list. @p session must outlive the offer.
    void start(Session *session);

Q_SIGNALS:
    /// The agent wants to go on with the list, or to look at it first.
    void goOnRequested(const ListRecord &record);
    void lookRequested(const ListRecord &record);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const ListRecord &record);
    void retranslate();
    bool isOfThisPool() const;
    QString place() const;
    QString words() const;

    std::unique_ptr<Ui::InterruptedListBar> m_ui;
    Session *m_session = nullptr;
    std::unique_ptr<ListReader> m_reader;
    ListRecord m_record;
    /// Another program that runs it.
    std::optional<ListOwner> m_owner;
};
