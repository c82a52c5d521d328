// SPDX-License-Identifier: Apache-2.0
#include "gui/style/kickstyle.h"

#include "gui/style/complexcontrols.h"
#include "gui/style/ink.h"
#include "gui/style/shapes.h"
#include "gui/style/tokens.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The height that a control with @p option's font takes.
int controlHeight(const QStyleOption *option, int least)
{
    return qMax(least, option->fontMetrics.height() + 2 * Tokens::controlPadding);
}

void drawHeader(const QStyleOptionHeader &header, QPainter *painter)
{
    painter->fillRect(header.rect, header.palette.color(QPalette::Active, QPalette::AlternateBase));
    painter->setPen(QPen(Ink::divider(header.palette), Tokens::line));
    painter->drawLine(header.rect.bottomLeft(), header.rect.bottomRight());
}

void drawTab(const QStyleOptionTab &tab, QPainter *painter)
{
    constexpr int underline = 3;
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    if (!isSelected && tab.state.testFlag(QStyle::State_MouseOver))
        Shapes::rounded(painter, tab.rect.adjusted(2, 2, -2, -2), Tokens::radiusButton,
                        Ink::tint(tab.palette, tab.palette.color(QPalette::Active, QPalette::Window), 0.06));
    if (!isSelected)
        return;
    const QRect line(tab.rect.left() + Tokens::gap, tab.rect.bottom() - underline + 1,
                     tab.rect.width() - 2 * Tokens::gap, underline);
    Shapes::rounded(painter, line, underline / 2, Ink::accent(tab.palette));
}

void drawProgress(const QStyleOptionProgressBar &bar, QPainter *painter)
{
    const double range = static_cast<double>(bar.maximum) - bar.minimum;
    if (range <= 0)
        return;
    const double part = qBound(0.0, (static_cast<double>(bar.progress) - bar.minimum) / range, 1.0);
    QRect done = bar.rect;
    done.setWidth(static_cast<int>(part * bar.rect.width()));
    if (done.width() > 0)
        Shapes::rounded(painter, done, Tokens::radiusField,
                        bar.palette.color(QPalette::Active, QPalette::Highlight));
}

/// A push button whose text can be read on its ground, and that looks like a link where it has none.
QStyleOptionButton withReadableText(const QStyleOptionButton &button, const QWidget *widget)
{
    QStyleOptionButton result = button;
    const Ink::Role role = Shapes::buttonRole(&button, widget);
    const bool isFilled = role == Ink::Role::Primary || role == Ink::Role::Danger;
    if (!button.state.testFlag(QStyle::State_Enabled))
        return result;
    if (isFilled)
        result.palette.setColor(QPalette::ButtonText, Ink::onFilled(button.palette, role));
    else if (role == Ink::Role::Quiet)
        result.palette.setColor(QPalette::ButtonText, Ink::accent(button.palette));
    return result;
}

bool isFirstCell(const QStyleOptionViewItem &item)
{
    // A table takes each of its cells for the only one.
    if (item.viewItemPosition == QStyleOptionViewItem::Invalid ||
        item.viewItemPosition == QStyleOptionViewItem::OnlyOne)
        return item.index.column() == 0;
    return item.viewItemPosition == QStyleOptionViewItem::Beginning;
}

} // namespace

KickStyle::KickStyle()
    : QProxyStyle(u"fusion"_s)
{
    setObjectName(styleName());
}

QString KickStyle::styleName()
{
    return u"kickdesk"_s;
}

void KickStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view != nullptr)
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QTabBar *>(widget) != nullptr || qobject_cast<QLineEdit *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget);
        header != nullptr && header->orientation() == Qt::Horizontal) {
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        header->setHighlightSections(false);
    }
}

int KickStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        // A combo box and a spin box draw their own frame around the field in them.
        return Tokens::line;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Tokens::indicator;
    case PM_ScrollBarExtent:
        return Tokens::scrollBarExtent;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin:
        // The room beside the text of a cell and of its heading.
        return Tokens::cellPadding;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Tokens::gap;
    case PM_SplitterWidth:
        return Tokens::gap - 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KickStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_Widget_Animation_Duration:
    case SH_TabBar_ElideMode:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize KickStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (option == nullptr)
        return own;
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const Ink::Role role = Shapes::buttonRole(option, widget);
        const bool isPrimary = role == Ink::Role::Primary || role == Ink::Role::Danger;
        const bool hasText = button == nullptr || !button->text.isEmpty();
        const int width = hasText ? size.width() + 2 * Tokens::buttonSidePadding : own.width();
        return {qMax(width, hasText ? own.width() : 0),
                controlHeight(option, isPrimary ? Tokens::primaryHeight : Tokens::controlHeight)};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {own.width(), qMax(own.height(), controlHeight(option, Tokens::controlHeight))};
    case CT_HeaderSection:
        return {own.width(), qMax(own.height(), controlHeight(option, Tokens::headerHeight))};
    case CT_TabBarTab:
        return {own.width(), qMax(own.height(), controlHeight(option, Tokens::primaryHeight))};
    default:
        return own;
    }
}

QRect KickStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget)
            .adjusted(Tokens::gapTight, 0, -Tokens::gapTight, 0);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect KickStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar != nullptr)
            return ComplexControls::scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void KickStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        Shapes::button(painter, option, widget);
        return;
    case PE_PanelButtonTool:
        Shapes::toolButton(painter, option, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_FrameButtonTool:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameLineEdit:
        return;
    case PE_PanelLineEdit:
        // The field in a combo box or spin box stands on the ground of that one.
        if (widget == nullptr ||
            (qobject_cast<const QComboBox *>(widget->parentWidget()) == nullptr &&
             qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) == nullptr)) {
            const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
            if (panel == nullptr || panel->lineWidth > 0)
                Shapes::field(painter, option);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        Shapes::checkBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        Shapes::radioButton(painter, option);
        return;
    case PE_FrameFocusRect:
        Shapes::focusRing(painter, option, widget);
        return;
    case PE_Frame:
        // What scrolls in it has square corners, which would cut off round ones.
        Shapes::rounded(painter, option->rect,
                        qobject_cast<const QAbstractScrollArea *>(widget) != nullptr ? 0 : Tokens::radiusCard,
                        Qt::NoBrush, QPen(Ink::divider(option->palette), Tokens::line));
        return;
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
    case PE_FrameWindow:
        Shapes::rounded(painter, option->rect, Tokens::radiusCard, Qt::NoBrush,
                        QPen(Ink::divider(option->palette), Tokens::line));
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        Shapes::arrow(painter, option->rect, Qt::DownArrow, option->palette.color(QPalette::ButtonText));
        return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        Shapes::arrow(painter, option->rect, Qt::UpArrow, option->palette.color(QPalette::ButtonText));
        return;
    case PE_IndicatorArrowLeft:
        Shapes::arrow(painter, option->rect, Qt::LeftArrow, option->palette.color(QPalette::ButtonText));
        return;
    case PE_IndicatorArrowRight:
        Shapes::arrow(painter, option->rect, Qt::RightArrow, option->palette.color(QPalette::ButtonText));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option); item != nullptr) {
            if (item->features.testFlag(QStyleOptionViewItem::Alternate))
                painter->fillRect(option->rect, option->palette.alternateBase());
        }
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option); item != nullptr) {
            if (item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(option->rect, item->backgroundBrush);
            Shapes::row(painter, option, isFirstCell(*item));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KickStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button != nullptr) {
            const QStyleOptionButton readable = withReadableText(*button, widget);
            QProxyStyle::drawControl(element, &readable, painter, widget);
        }
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header != nullptr)
            drawHeader(*header, painter);
        return;
    case CE_HeaderEmptyArea: {
        QStyleOptionHeader header;
        header.QStyleOption::operator=(*option);
        drawHeader(header, painter);
        return;
    }
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option); tab != nullptr)
            drawTab(*tab, painter);
        return;
    case CE_ProgressBarGroove:
        Shapes::rounded(
            painter, option->rect, Tokens::radiusField,
            Ink::tint(option->palette, option->palette.color(QPalette::Active, QPalette::Window), 0.1));
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar != nullptr && bar->maximum > bar->minimum) {
            drawProgress(*bar, painter);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void KickStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo != nullptr) {
            ComplexControls::comboBox(
                painter, *combo, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), widget);
            return;
        }
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin != nullptr) {
            ComplexControls::spinBox(painter, *spin,
                                     proxy()->subControlRect(control, option, SC_SpinBoxUp, widget),
                                     proxy()->subControlRect(control, option, SC_SpinBoxDown, widget));
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar != nullptr) {
            ComplexControls::scrollBar(painter, *bar);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}
