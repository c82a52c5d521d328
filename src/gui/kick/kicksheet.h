// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kick/sheetlookup.h"
#include "kick/pool/protection.h"
#include "kick/single/kickplan.h"
#include "models/user/namemarks.h"
#include "models/user/openchecks.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <memory>

namespace Ui {
class KickSheet;
}

class Session;
class SheetFields;

/// The question before a kick: names the target and what ends, and sends nothing before the user has been
/// looked up again and what the profile asks for has been given. Whom it is about is frozen when it opens.
class KickSheet : public QFrame
{
    Q_OBJECT

public:
    explicit KickSheet(QWidget *parent = nullptr);
    ~KickSheet() override;

    /// @p session must outlive the sheet.
    void start(Session *session) { m_session = session; }
    /// The connection may ask for more, or less, than when the sheet was opened.
    void takeProfile()
    {
        if (m_ui) {
            retranslate();
            keepFocus();
        }
    }

    void open(const KickPlan &plan);
    /// Whether the name of the user can be taken for that of another one who was found.
    void setNameMark(NameMark mark);
    /// What the checks that were under way have said so far. Nothing can be sent before the last of them is
    /// in or the agent includes what is not checked; what they find online is then added, and shown for a
    /// moment before it can be sent.
    void setChecks(const OpenCheckState &state);
    /// Closes without sending, as Cancel does.
    void cancel();

Q_SIGNALS:
    /// The agent wants @p plan to be sent.
    void confirmed(const KickPlan &plan);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// The keyboard stays within the sheet.
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Makes the widgets: the window is painted before they are needed.
    void fill();
    void retranslate();
    void fillTypes();
    void updatePool();
    void fillFields();
    void updateProtection();
    void updateSend();
    /// The first thing that the agent still owes; empty when it may be sent.
    QString missing() const;
    bool isUnsettled() const;
    bool isGuarded() const;
    void moveFocus();
    void keepFocus();
    void updateLookup();
    void updateRequest();
    void lookUp();
    void chooseType();
    void takeInFound();
    void include(const QList<Application> &applications);
    void updateApplications();
    void confirm();
    void close();

    /// Null until open().
    std::unique_ptr<Ui::KickSheet> m_ui;
    Session *m_session = nullptr;
    KickPlan m_plan;
    SheetLookup m_lookup;
    Protection m_protection = Protection::None;
    std::unique_ptr<SheetFields> m_fields;
    OpenCheckState m_checks;
    /// What the checks have added.
    QList<Application> m_added;
    /// Runs for a moment after that.
    QTimer m_settle;
    /// Something was added, and Enter was not pressed since.
    bool m_isUnseen = false;
    QElapsedTimer m_sinceOpen;
};
