// SPDX-License-Identifier: Apache-2.0
#include "gui/search/userdelegate.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "models/user/namemarks.h"
#include "models/user/usersearchmodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int lineGap = 2;

/// The first line of a row.
struct UserLine
{
    QRect place;
    QString name;
    QString mark;
    QString lastLogin;
    bool isSelected = false;
};

QString idTail(const QModelIndex &index)
{
    constexpr int tailLength = 6;
    return u"…"_s + index.data(UserSearchModel::UserIdRole).toString().right(tailLength);
}

/// Draws @p icon at the beginning of @p line, in the size of the text; the rest of the line.
QRect drawIcon(QPainter *painter, const QRect &line, const QString &icon, bool isSelected)
{
    const int side = painter->fontMetrics().height();
    const QRect place(line.left(), line.top() + (line.height() - side) / 2, side, side);
    Icons::tinted(icon).paint(painter, place, Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    return line.adjusted(side + lineGap, 0, 0, 0);
}

/// Draws @p right at the end of @p line and @p left, shortened, in what remains.
void drawLine(QPainter *painter, const QRect &line, const QString &left, const QString &right)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int rightWidth = right.isEmpty() ? 0 : metrics.horizontalAdvance(right) + padding;
    painter->drawText(line, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, right);
    const QRect rest = line.adjusted(0, 0, -rightWidth, 0);
    painter->drawText(rest, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      metrics.elidedText(left, Qt::ElideRight, rest.width()));
}

/// Draws the name and, at the end of the line, the last sign-in; between them why the name does not tell who
/// is meant.
void drawName(QPainter *painter, const UserLine &line)
{
    if (line.mark.isEmpty()) {
        drawLine(painter, line.place, line.name, line.lastLogin);
        return;
    }
    const QFontMetrics metrics = painter->fontMetrics();
    const int loginWidth = line.lastLogin.isEmpty() ? 0 : metrics.horizontalAdvance(line.lastLogin) + padding;
    const int markWidth = metrics.height() + lineGap + metrics.horizontalAdvance(line.mark);
    const QRect mark(line.place.right() + 1 - loginWidth - markWidth, line.place.top(), markWidth,
                     line.place.height());
    drawLine(painter, line.place, {}, line.lastLogin);
    drawLine(painter, line.place.adjusted(0, 0, -loginWidth - markWidth - padding, 0), line.name, {});
    drawLine(painter, drawIcon(painter, mark, u"users-alike"_s, line.isSelected), line.mark, {});
}

} // namespace

void UserDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget != nullptr ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool isSelected = row.state.testFlag(QStyle::State_Selected);
    const auto group =
        row.state.testFlag(QStyle::State_Enabled)
            ? (row.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive)
            : QPalette::Disabled;
    const QRect inner = row.rect.adjusted(padding, padding - lineGap, -padding, -padding + lineGap);
    const QRect first(inner.left(), inner.top(), inner.width(), (inner.height() - lineGap) / 2);
    const QRect second = first.translated(0, first.height() + lineGap);

    painter->save();
    painter->setFont(row.font);
    painter->setPen(row.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    const auto mark = static_cast<NameMark>(index.data(UserSearchModel::NameMarkRole).toInt());
    drawName(painter, {.place = first,
                       .name = index.data(Qt::DisplayRole).toString(),
                       .mark = NameMarks::label(mark),
                       .lastLogin = index.data(UserSearchModel::LastLoginTextRole).toString(),
                       .isSelected = isSelected});
    const QString protection = index.data(UserSearchModel::ProtectionTextRole).toString();
    const auto status = static_cast<UserStatus>(index.data(UserSearchModel::StatusRole).toInt());
    QString right = idTail(index);
    if (status != UserStatus::Activated)
        right = Users::statusLabel(status) + u" · "_s + right;
    if (status != UserStatus::Activated && !isSelected)
        painter->setPen(Colors::caution(row.palette));
    QString left = index.data(UserSearchModel::ContactRole).toString();
    QRect rest = second;
    if (!protection.isEmpty()) {
        rest = drawIcon(painter, second, u"shield"_s, isSelected);
        left = protection + u" · "_s + left;
    }
    drawLine(painter, rest, left, right);
    painter->restore();
}

QSize UserDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, 2 * option.fontMetrics.height() + lineGap + 2 * (padding - lineGap)};
}
