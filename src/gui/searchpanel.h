// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/types.h"
#include "models/namemarks.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SearchPanel;
}

class PendingCall;
class Session;
class UserSearchModel;
struct FoundUsers;

/// Finds the user: search while typing in *Any*, an exact look-up on Enter with an ID type chosen.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);
    ~SearchPanel() override;

    /// @p session must outlive the panel.
    void start(Session *session);

    /// Puts the keyboard into the search box, its text selected.
    void focusSearch();
    /// As if the agent had typed @p text.
    void search(const QString &text);
    void setPhoneMasked(bool isMasked);
    /// The users that are marked in the list of those found.
    QList<User> chosenUsers() const;
    /// Whether the name of @p user can be taken for that of another one in the list.
    NameMark nameMark(const User &user) const;

Q_SIGNALS:
    /// The agent opened @p user, or the only hit opened itself.
    void userChosen(const User &user);
    /// The key may not look users up, and the agent goes on without.
    void manualRequested(const QString &text, const std::optional<IdType> &type);
    /// The agent wants to paste a list of users.
    void pasteListRequested();
    /// Other users are marked.
    void chosenUsersChanged();
    /// A search was answered; @p error tells why not.
    void answered(const std::optional<Error> &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void fillTypes();
    void updateState();
    void changeText();
    void changeType();
    void submit();
    void sendSearch();
    void find();
    void takeSearch();
    void takeFound(const FoundUsers &found);
    void triggerAction();
    void useSuggestion();
    void openIfOnly();
    bool isExactHit() const;
    void openCurrent();
    void open(int row);
    void enterList();
    void reset();
    const std::optional<Error> &error() const;
    std::optional<IdType> type() const;
    std::optional<IdType> suggestion() const;

    std::unique_ptr<Ui::SearchPanel> m_ui;
    Session *m_session = nullptr;
    std::unique_ptr<UserSearchModel> m_users;
    QPointer<PendingCall> m_findCall;
    QTimer m_debounce;
    QString m_searched;
    std::optional<IdFault> m_fault;
    std::optional<Error> m_findError;
    /// The text in the box has been searched or looked up, and the list shows what came of it.
    bool m_hasAnswer = false;
    bool m_isOpenWanted = false;
    /// The text was pasted: an exact hit opens itself.
    bool m_isExactWanted = false;
    /// The user that is shown was found by an identity which the server does not show.
    bool m_isUncompared = false;
    qsizetype m_textLength = 0;
};
