// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"
#include "gui/search/searchbox.h"
#include "models/user/searchtarget.h"
#include "models/user/usersearchmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SearchPanel;
}

class Session;
class UserFinder;

/// Finds the user: search while typing in *Any*, an exact look-up on Enter with an ID type chosen. What it
/// finds and what the agent marks make the target of a kick.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget *parent = nullptr);
    ~SearchPanel() override;

    /// @p session must outlive the panel.
    void start(Session *session);

    /// Whom a kick would hit now.
    const SearchTarget &target() const { return m_target; }
    /// Keeps text, list and target as they are while a confirmation is open: answers are asked for later.
    void setHeld(bool isHeld);
    /// Shows and opens @p user, who is known from elsewhere, under the user ID as search text.
    void show(const User &user);
    /// Shows @p text, the identifier of a user who cannot be looked up, and goes on by hand.
    void showManual(const QString &text);
    /// Goes on by hand with the text in the box.
    void openManual();

    /// Puts the keyboard into the search box, its text selected.
    void focusSearch() { m_box->focus(); }
    /// As if the agent had pasted @p text.
    void search(const QString &text);
    void setPhoneMasked(bool isMasked) { m_users->setPhoneMasked(isMasked); }
    /// The users that are marked in the list of those found.
    QList<User> chosenUsers() const;
    /// Whether the name of @p user can be taken for that of another one in the list.
    NameMark nameMark(const User &user) const { return m_users->nameMark(user); }

Q_SIGNALS:
    /// target() is another one.
    void targetChanged();
    /// The agent turned to the open user, or pasted what only this user has: the keyboard may go there.
    void userChosen();
    /// The key cannot look users up, and the agent goes on without.
    void manualRequested(const QString &text, const std::optional<IdType> &type);
    /// The agent wants to paste a list of users.
    void pasteListRequested();
    /// Other users are marked.
    void chosenUsersChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// How far the agent goes by the text in the box.
    enum class Wish {
        /// Still types.
        None,
        /// Pasted what should be one user's identifier.
        Identifier,
        /// Pressed Enter: the only user found is meant.
        User,
    };

    void updateState();
    void noteTarget();
    void ask();
    bool isFaulty();
    void submit();
    void sendSearch();
    void find(IdType type);
    void takeAnswer();
    void takeMarks();
    void triggerAction();
    void chooseFound();
    void chooseCurrent();
    void openCurrent();
    void open(int row);
    void mark(int row);
    void enterList();
    void setText(const QString &text);
    QString text() const { return m_box->text(); }
    std::optional<IdType> type() const { return m_box->type(); }

    std::unique_ptr<Ui::SearchPanel> m_ui;
    std::unique_ptr<SearchBox> m_box;
    std::unique_ptr<UserSearchModel> m_users;
    std::unique_ptr<UserFinder> m_finder;
    SearchTarget m_target;
    /// Before a text that is being typed is searched.
    QTimer m_debounce;
    /// Before a user is opened on whom the arrow keys rest.
    QTimer m_openDelay;
    std::optional<IdFault> m_fault;
    Wish m_wish = Wish::None;
};
