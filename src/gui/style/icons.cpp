// SPDX-License-Identifier: Apache-2.0
#include "gui/style/icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QImage>
#include <QPainter>
#include <QPalette>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The sides of the masks that scripts/icons draws, in pixels.
constexpr std::array maskSides{16, 20, 24, 32, 48, 64, 96};

/// The sides of the sign of the program, in pixels.
constexpr std::array signSides{16, 22, 24, 32, 48, 64, 128, 256, 512};

QColor tint(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return QApplication::palette("QAbstractItemView").color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

/// The mask that an icon of @p side pixels is made of: its own, or one of twice the side or more, whose
/// pixels average to a line as smooth as a drawn one, or the largest.
int maskSide(int side)
{
    if (std::ranges::find(maskSides, side) != maskSides.end())
        return side;
    const auto *const fine = std::ranges::find_if(maskSides, [side](int have) { return have >= 2 * side; });
    return fine == maskSides.end() ? maskSides.back() : *fine;
}

/// The opacity of the line icon @p name, one byte for each of @p side x @p side pixels.
QImage mask(const QString &name, int side)
{
    const int drawn = maskSide(side);
    // Where the format is named, no library of another one is loaded to look whether it is that.
    QImage image(u":/masks/%1/%2.png"_s.arg(QString::number(drawn), name), "PNG");
    // In the file white is opaque.
    image.convertTo(QImage::Format_Grayscale8);
    image.reinterpretAsFormat(QImage::Format_Alpha8);
    if (drawn == side)
        return image;
    return image.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Alpha8);
}

/// Draws a picture for each size that is asked for, and reads no other: the first paint waits for it.
class DrawnIconEngine : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }
};

/// Tints the mask anew for each request, so that it follows the palette and the screen.
class TintedIconEngine : public DrawnIconEngine
{
public:
    explicit TintedIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    QIconEngine *clone() const override { return new TintedIconEngine(m_name); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        const int side = std::min(size.width(), size.height());
        QPainter painter(&image);
        painter.drawImage((size.width() - side) / 2, (size.height() - side) / 2, mask(m_name, side));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), tint(mode));
        return image;
    }

private:
    QString m_name;
};

/// The sign of the program, from the picture of that size or the next larger one.
class SignEngine : public DrawnIconEngine
{
public:
    QIconEngine *clone() const override { return new SignEngine; }

    QPixmap pixmap(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        const auto *const found = std::ranges::find_if(signSides, [side](int have) { return have >= side; });
        const int drawn = found == signSides.end() ? signSides.back() : *found;
        const QPixmap image(u":/signs/%1.png"_s.arg(drawn), "PNG");
        return drawn == side ? image
                             : image.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
};

} // namespace

QIcon Icons::tinted(const QString &name)
{
    return QIcon(new TintedIconEngine(name));
}

QIcon Icons::application()
{
    return QIcon(new SignEngine);
}
