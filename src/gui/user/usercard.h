// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"
#include "kick/pool/protection.h"
#include "models/user/namemarks.h"

#include <QWidget>

#include <memory>

namespace Ui {
class UserCard;
}

/// Who is open: name, status, last sign-in, masked contact, whether the user is protected, and the ID, which
/// can be selected and copied.
class UserCard : public QWidget
{
    Q_OBJECT

public:
    explicit UserCard(QWidget *parent = nullptr);
    ~UserCard() override;

    void setUser(const User &user, Protection protection = Protection::None);
    /// Whether the name can be taken for that of another user who was found.
    void setNameMark(NameMark mark);

    /// Whether phone and e-mail are shown masked, which they are at first.
    void setPhoneMasked(bool isMasked);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copyId();

    std::unique_ptr<Ui::UserCard> m_ui;
    User m_user;
    Protection m_protection = Protection::None;
    NameMark m_nameMark = NameMark::None;
    bool m_isPhoneMasked = true;
};
