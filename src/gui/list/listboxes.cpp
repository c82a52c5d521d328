// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listboxes.h"

#include "models/words.h"
#include "models/words/timetext.h"
#include "store/journal/journaltypes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ListBoxes", text);
}

QMessageBox *box(QWidget *parent, const QString &title, const QString &text)
{
    auto *result = new QMessageBox(parent);
    result->setAttribute(Qt::WA_DeleteOnClose);
    result->setTextFormat(Qt::PlainText);
    result->setWindowTitle(title);
    result->setText(text);
    return result;
}

/// The question of @p result, which calls @p go for @p yes only.
void ask(QMessageBox *result, const QString &yes, const QString &no, const std::function<void()> &go)
{
    result->setIcon(QMessageBox::Question);
    const QPushButton *goButton = result->addButton(yes, QMessageBox::AcceptRole);
    QPushButton *stayButton = result->addButton(no, QMessageBox::RejectRole);
    result->setDefaultButton(stayButton);
    result->setEscapeButton(stayButton);
    QObject::connect(goButton, &QPushButton::clicked, result->parentWidget(), go);
    result->open();
}

} // namespace

void ListBoxes::askToReplace(QWidget *parent, qsizetype users, const std::function<void()> &replace)
{
    // lupdate drops a call whose number has a template argument.
    const int count = static_cast<int>(users);
    const QString list =
        users > 0
            ? QCoreApplication::translate("ListBoxes",
                                          "You are working on a list with %Ln user(s). It has not been sent.",
                                          nullptr, count)
            : words(QT_TRANSLATE_NOOP("ListBoxes", "You are working on a list. It has not been sent."));
    QMessageBox *question =
        box(parent, words(QT_TRANSLATE_NOOP("ListBoxes", "Replace the list?")),
            list + u'\n' +
                words(QT_TRANSLATE_NOOP("ListBoxes", "If another one replaces it, your choices are lost.")));
    question->setObjectName(u"listReplaceBox"_s);
    ask(question, words(QT_TRANSLATE_NOOP("ListBoxes", "&Replace the list")),
        words(QT_TRANSLATE_NOOP("ListBoxes", "&Keep the list")), replace);
}

void ListBoxes::tellThatOneRuns(QWidget *parent, const ListRunSummary &summary)
{
    const QLocale locale;
    QMessageBox *notice =
        box(parent, words(QT_TRANSLATE_NOOP("ListBoxes", "A list is being run")),
            words(QT_TRANSLATE_NOOP(
                      "ListBoxes",
                      "%1 of %2 users are done. Wait for the end of this list, or stop it, before you "
                      "take up another one."))
                .arg(locale.toString(summary.done()), locale.toString(summary.total)));
    notice->setObjectName(u"listRunsBox"_s);
    notice->setIcon(QMessageBox::Information);
    notice->setStandardButtons(QMessageBox::Ok);
    notice->open();
}

void ListBoxes::askToRetry(QWidget *parent, const ListRunSummary &summary, const std::function<void()> &retry)
{
    const QLocale locale;
    HistoryCount failures = summary.outcomes;
    failures.removeIf([](const auto &each) { return !JournalText::isRetryable(each.key()); });
    qint64 users = 0;
    QStringList outcomes;
    for (const FactCount &each : Headlines::counts(failures, summary.signedInAgain, summary.postponed)) {
        users += each.count;
        outcomes << OutcomeWords::marked(each.fact) + u": "_s + locale.toString(each.count);
    }
    const int failed = static_cast<int>(users);
    const int others = static_cast<int>(summary.total - users);
    QStringList lines{
        QCoreApplication::translate("ListBoxes", "%Ln user(s) without a good result:", nullptr, failed)};
    lines << outcomes;
    if (summary.count(KickOutcome::Unknown) > 0)
        lines << words(QT_TRANSLATE_NOOP("ListBoxes", "Those with an unknown result are checked first."));
    lines << QCoreApplication::translate("ListBoxes", "Nothing is sent for the other %Ln user(s).", nullptr,
                                         others);
    QMessageBox *question =
        box(parent, words(QT_TRANSLATE_NOOP("ListBoxes", "Force offline once more?")), lines.join(u'\n'));
    question->setObjectName(u"listRetryBox"_s);
    ask(question, QCoreApplication::translate("ListBoxes", "&Force %Ln user(s) offline", nullptr, failed),
        words(QT_TRANSLATE_NOOP("ListBoxes", "&Cancel")), retry);
}

void ListBoxes::askToResume(QWidget *parent, const ListRecord &record, const std::function<void()> &resume,
                            const std::function<void()> &begin)
{
    const QLocale locale;
    QMessageBox *question = box(
        parent, words(QT_TRANSLATE_NOOP("ListBoxes", "Resume the unfinished list?")),
        words(QT_TRANSLATE_NOOP(
                  "ListBoxes", "List %1 of %2 is for the same users and isn't finished: %3 of %4 users are "
                               "done.\nResuming first checks the users that were in progress, then continues "
                               "with the rest. A new list would send to all of them again."))
            .arg(locale.toString(record.jobId), timeText(record.createdAt),
                 locale.toString(record.total - record.open()), locale.toString(record.total)));
    question->setObjectName(u"listUnfinishedBox"_s);
    question->setIcon(QMessageBox::Question);
    const QPushButton *resumeButton = question->addButton(
        words(QT_TRANSLATE_NOOP("ListBoxes", "&Resume that list")), QMessageBox::AcceptRole);
    const QPushButton *beginButton = question->addButton(
        words(QT_TRANSLATE_NOOP("ListBoxes", "&Start a new list")), QMessageBox::DestructiveRole);
    QPushButton *cancelButton =
        question->addButton(words(QT_TRANSLATE_NOOP("ListBoxes", "&Cancel")), QMessageBox::RejectRole);
    question->setDefaultButton(cancelButton);
    question->setEscapeButton(cancelButton);
    QObject::connect(resumeButton, &QPushButton::clicked, parent, resume);
    QObject::connect(beginButton, &QPushButton::clicked, parent, begin);
    question->open();
}
