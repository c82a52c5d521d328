// SPDX-License-Identifier: Apache-2.0
#include "gui/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

/// Resources of a static library are there only once the program asks for them.
static void loadResources()
{
    static const bool isLoaded = [] {
        Q_INIT_RESOURCE(resources);
        return true;
    }();
    Q_UNUSED(isLoaded)
}

namespace {

QColor tint(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

/// Draws the file anew for each request, so that it follows the palette and the screen.
class TintedIconEngine : public QIconEngine
{
public:
    explicit TintedIconEngine(QString file)
        : m_file(std::move(file))
    {
    }

    QIconEngine *clone() const override { return new TintedIconEngine(m_file); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(m_file).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), tint(mode));
        return image;
    }

private:
    QString m_file;
};

} // namespace

QIcon Icons::tinted(const QString &name)
{
    loadResources();
    return QIcon(new TintedIconEngine(u":/icons/%1.svg"_s.arg(name)));
}

QIcon Icons::application()
{
    loadResources();
    return QIcon(u":/kickdesk.svg"_s);
}
