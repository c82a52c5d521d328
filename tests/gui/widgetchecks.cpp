// SPDX-License-Identifier: Apache-2.0
#include "gui/widgetchecks.h"

#include "gui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTableView>
#include <QTreeView>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

bool isCut(const QWidget *widget)
{
    const QRect window = widget->window()->rect();
    const QRect place(widget->mapTo(widget->window(), QPoint()), widget->size());
    if (!window.contains(place))
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (qobject_cast<const ElidedLabel *>(widget) != nullptr)
            return label->height() < label->sizeHint().height();
        return label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                 : label->width() < label->sizeHint().width() ||
                                       label->height() < label->sizeHint().height();
    }
    if (qobject_cast<const QAbstractButton *>(widget) != nullptr)
        return widget->width() < widget->sizeHint().width() || widget->height() < widget->sizeHint().height();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        return combo->width() < combo->minimumSizeHint().width() ||
               combo->height() < combo->minimumSizeHint().height();
    if (qobject_cast<const QLineEdit *>(widget) != nullptr)
        return widget->height() < widget->minimumSizeHint().height();
    return false;
}

} // namespace

QStringList WidgetChecks::cutWidgets(const QWidget *window)
{
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isOurs = !widget->objectName().isEmpty() && !widget->objectName().startsWith("qt_"_L1);
        if (isOurs && widget->isVisible() && isCut(widget))
            found << nameOf(widget);
    }
    QList<std::pair<const QAbstractItemView *, const QHeaderView *>> views;
    for (const QTreeView *view : window->findChildren<QTreeView *>())
        views.append({view, view->header()});
    for (const QTableView *view : window->findChildren<QTableView *>())
        views.append({view, view->horizontalHeader()});
    for (const auto &[view, header] : std::as_const(views)) {
        for (int section = 0; view->isVisible() && section < header->count(); ++section) {
            const QString title = view->model()->headerData(section, Qt::Horizontal).toString();
            if (!header->isSectionHidden(section) &&
                header->fontMetrics().horizontalAdvance(title) > header->sectionSize(section))
                found << view->objectName() + u" header "_s + title;
        }
    }
    return found;
}

QStringList WidgetChecks::unnamedControls(const QWidget *window)
{
    QStringList found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        // The viewport and the scroll bars of a view are parts of it.
        const bool isPart = widget->objectName().startsWith("qt_"_L1) || widget->objectName().isEmpty();
        if (widget->focusPolicy() == Qt::NoFocus || isPart || !widget->isVisible() ||
            qobject_cast<QLabel *>(widget) != nullptr)
            continue;
        const bool isContainer = widget->inherits("QSplitter") || widget->inherits("QStackedWidget") ||
                                 widget->inherits("QTabWidget");
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!isContainer && (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty()))
            found << nameOf(widget);
    }
    return found;
}

QStringList WidgetChecks::muteLabels(const QWidget *window)
{
    // Places to break a line and the space that levels two fonts are for the eye.
    const auto spoken = [](QString text) { return text.remove(QChar(0x200B)).remove(QChar(0x3000)); };
    QStringList found;
    for (QLabel *label : window->findChildren<QLabel *>()) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(label);
        const QString name = accessible != nullptr ? accessible->text(QAccessible::Name) : QString();
        // Mnemonics are not spoken.
        const QString text = label->buddy() != nullptr ? QString() : label->text();
        if (label->isVisible() && !spoken(name).contains(spoken(text)))
            found << nameOf(label) + u' ' + text;
    }
    return found;
}

QStringList WidgetChecks::collidingMnemonics(const QWidget *window)
{
    QStringList found;
    const auto add = [&found](QSet<QString> *seen, const QString &name, const QString &text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (seen->contains(key))
            found << name + u' ' + text;
        if (!key.isEmpty())
            seen->insert(key);
    };
    QSet<QString> ofWindow;
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            add(&ofWindow, nameOf(button), button->text());
    }
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            add(&ofWindow, nameOf(label), label->text());
    }
    // The menus of the bar answer to Alt like the buttons; the entries of a menu only among themselves.
    for (const QMenuBar *bar : window->findChildren<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            add(&ofWindow, nameOf(bar), menu->text());
    }
    for (const QMenu *menu : window->findChildren<QMenu *>()) {
        QSet<QString> ofMenu;
        for (const QAction *action : menu->actions())
            add(&ofMenu, nameOf(menu), action->text());
    }
    return found;
}
