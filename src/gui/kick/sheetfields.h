// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QStringList>

class QLabel;
class QLineEdit;
struct KickPlan;

/// The fields of the kick sheet that the agent fills in. Each of them says itself while it is owed: in its
/// caption, and in the field as long as that is empty.
class SheetFields : public QObject
{
    Q_OBJECT

public:
    struct Field
    {
        QLabel *caption = nullptr;
        QLineEdit *edit = nullptr;
    };
    /// All must outlive it.
    struct Parts
    {
        Field ticket;
        Field reason;
        Field overrideReason;
        Field confirmation;
    };
    /// What is asked for.
    struct Terms
    {
        bool isTicketRequired = false;
        bool isReasonRequired = false;
        bool isProtected = false;
        /// The target has to be named once more.
        bool isGuarded = false;
        bool isLookedUp = true;
        /// What names the target, in any case of letters.
        QStringList names;
    };

    explicit SheetFields(const Parts &parts, QObject *parent = nullptr);

    /// Begins with what @p plan has; the confirmation is empty.
    void begin(const KickPlan &plan);
    void setTerms(const Terms &terms);
    /// Puts what was filled in into @p plan.
    void write(KickPlan *plan) const;

    /// The first thing that is owed; empty when nothing is.
    QString missing() const;
    /// The first field that is owed; null when none is.
    QLineEdit *next() const;

Q_SIGNALS:
    void changed();

private:
    struct Duty
    {
        Field field;
        QString caption;
        QString sentence;
        bool isShown = true;
        bool isOwed = false;
    };

    QList<Duty> duties() const;
    bool isNamed() const;
    void update();

    Parts m_parts;
    Terms m_terms;
};
