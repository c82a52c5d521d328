// SPDX-License-Identifier: Apache-2.0
#include "gui/widgettexts.h"

#include "models/user/applicationmodel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Names, IDs, addresses, and what the server said.
bool showsData(const QObject *object)
{
    static const QStringList names{
        u"nameLabel"_s,          u"contactLabel"_s,    u"userIdLabel"_s,      u"sheetUserIdLabel"_s,
        u"sheetContactLabel"_s,  u"sheetPoolLabel"_s,  u"sheetAppsText"_s,    u"resultTargetLabel"_s,
        u"serverMessageLabel"_s, u"connectionLabel"_s, u"identifyCombo"_s,    u"replyLabel"_s,
        u"stateDetailLabel"_s,   u"sheetTitle"_s,      u"chineseAction"_s,    u"englishAction"_s,
        u"listNameLabel"_s,      u"listColumnCombo"_s, u"listOnlineCombo"_s,  u"listEncodingCombo"_s,
        u"listResolveTitle"_s,   u"listPoolLabel"_s,   u"listRunPoolLabel"_s, u"resultPanel"_s};
    return names.contains(object->objectName());
}

/// Names, keys and codes, which are the same in every language.
QString withoutNames(QString text)
{
    static const QRegularExpression names(
        uR"(\b(Kickdesk|CSV|Access Key|Secret|Authing|Apache-2\.0|Qt|ID|IP|Enter|OA|Wiki|CRM|GitLab|U)\b|Ctrl\+\S+|[a-z]+(-[a-z]+)+)"
        uR"(|\b(statusCode|apiCode|requestId|lark|wechatwork)\b|SHA-256 [0-9a-f]+|\d[\d.:]*|\(&[A-Z]\))"_s);
    return text.remove(names);
}

/// Words of a view: its headers, and the column that says the state of a session.
void addView(const QAbstractItemView *view, QList<WidgetText> *texts)
{
    const QAbstractItemModel *model = view->model();
    if (model == nullptr || view->objectName().isEmpty())
        return;
    if (view->objectName() == "applicationTable"_L1) {
        for (int row = 0; row < model->rowCount(); ++row)
            texts->append(
                {view->objectName(), model->index(row, ApplicationModel::StateColumn).data().toString()});
    }
    // The preview of a list shows the headings of its file.
    const bool hasHeadings = view->inherits("QTreeView") || view->inherits("QTableView");
    if (hasHeadings && view->objectName() != "listPreviewTable"_L1) {
        for (int column = 0; column < model->columnCount(); ++column)
            texts->append({view->objectName(), model->headerData(column, Qt::Horizontal).toString()});
    }
}

void addWidget(const QWidget *widget, QList<WidgetText> *texts)
{
    const QString owner = widget->objectName();
    texts->append({owner, widget->accessibleName()});
    texts->append({owner, widget->toolTip()});
    texts->append({owner, widget->windowTitle()});
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts->append({owner, label->text()});
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts->append({owner, button->text()});
    else if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && owner == "filterEdit"_L1)
        texts->append({owner, edit->placeholderText()});
    else if (const auto *menu = qobject_cast<const QMenu *>(widget))
        texts->append({owner, menu->title()});
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
        addView(view, texts);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts->append({owner, combo->itemText(i)});
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts->append({owner, tabs->tabText(i)});
    }
}

} // namespace

QList<WidgetText> WidgetTexts::ofProgram(const QWidget *window)
{
    QList<WidgetText> texts{{window->objectName(), window->windowTitle()}};
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        // What Qt makes for itself (scroll bars, the clear button, arrows of tabs) carries Qt's own texts.
        const bool isQts = widget->objectName().startsWith("qt_"_L1) ||
                           (widget->parentWidget() != nullptr && widget->parentWidget()->inherits("QTabBar"));
        if (!showsData(widget) && !isQts)
            addWidget(widget, &texts);
    }
    for (const QAction *action : window->findChildren<QAction *>()) {
        if (!showsData(action) && !action->objectName().isEmpty() && !action->objectName().startsWith(u'_'))
            texts.append({action->objectName(), action->text()});
    }
    texts.removeIf([](const WidgetText &text) { return text.text.isEmpty(); });
    return texts;
}

QStringList WidgetTexts::foreign(const QWidget *window, Language language)
{
    static const QRegularExpression englishWord(u"[A-Za-z]{2,}"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    const QRegularExpression &other = language == Language::Chinese ? englishWord : chinese;
    QStringList found;
    for (const WidgetText &text : ofProgram(window)) {
        if (withoutNames(text.text).contains(other))
            found << text.owner + u": "_s + text.text;
    }
    return found;
}
