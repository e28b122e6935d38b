// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/icons.h"

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <cmath>

// Static libraries do not register their resources by themselves; the macro wants no namespace.
static void registerIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace authdesk::ui::theme {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView fileName(Icon name)
{
    switch (name) {
    case Icon::Account:
        return "account"_L1;
    case Icon::Add:
        return "add"_L1;
    case Icon::Audit:
        return "audit"_L1;
    case Icon::Check:
        return "check"_L1;
    case Icon::ChevronDown:
        return "chevron-down"_L1;
    case Icon::ChevronRight:
        return "chevron-right"_L1;
    case Icon::Clock:
        return "clock"_L1;
    case Icon::Copy:
        return "copy"_L1;
    case Icon::Cross:
        return "cross"_L1;
    case Icon::Eye:
        return "eye"_L1;
    case Icon::EyeOff:
        return "eye-off"_L1;
    case Icon::Folder:
        return "folder"_L1;
    case Icon::Info:
        return "info"_L1;
    case Icon::Key:
        return "key"_L1;
    case Icon::Lock:
        return "lock"_L1;
    case Icon::Overview:
        return "overview"_L1;
    case Icon::Phone:
        return "phone"_L1;
    case Icon::Printer:
        return "printer"_L1;
    case Icon::Refresh:
        return "refresh"_L1;
    case Icon::Save:
        return "save"_L1;
    case Icon::Search:
        return "search"_L1;
    case Icon::Server:
        return "server"_L1;
    case Icon::Sessions:
        return "sessions"_L1;
    case Icon::Users:
        return "users"_L1;
    case Icon::Warning:
        return "warning"_L1;
    }
    return {};
}

QByteArray source(Icon name)
{
    static QHash<Icon, QByteArray> sources;
    QByteArray &svg = sources[name];
    if (svg.isEmpty()) {
        registerIconResources();
        QFile file(":/authdesk/icons/"_L1 + fileName(name) + ".svg"_L1);
        if (file.open(QIODevice::ReadOnly))
            svg = file.readAll();
    }
    return svg;
}

enum class Shape { Outline, Filled };

QPixmap render(Icon name, const QSize &pixels, const QColor &color, Shape shape)
{
    const QString key = u"authdesk-icon-%1-%2-%3-%4-%5"_s.arg(int(name))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16)
                            .arg(int(shape));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = source(name);
    const QByteArray rgb = color.name(QColor::HexRgb).toLatin1();
    svg.replace("#000000", rgb);
    if (shape == Shape::Filled)
        svg.replace("class=\"body\"", "fill=\"" + rgb + '"');
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    const int edge = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - edge) / 2.0, (pixels.height() - edge) / 2.0,
                                     edge, edge));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolicEngine final : public QIconEngine
{
public:
    SymbolicEngine(Icon name, QPalette::ColorRole role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, picture);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, size, color(mode),
                      state == QIcon::On ? Shape::Filled : Shape::Outline);
    }
    QIconEngine *clone() const override { return new SymbolicEngine(m_name, m_role); }
    bool isNull() override { return false; }
    QString key() const override { return u"AuthdeskSymbolic"_s; }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, m_role);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return palette.color(QPalette::Active, m_role);
    }

    Icon m_name;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon icon(Icon name, QPalette::ColorRole role)
{
    return QIcon(new SymbolicEngine(name, role));
}

QPixmap iconPixmap(Icon name, int size, const QColor &color, qreal pixelRatio)
{
    const int pixels = int(std::lround(size * pixelRatio));
    QPixmap pixmap = render(name, {pixels, pixels}, color, Shape::Outline);
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    registerIconResources();
    QSvgRenderer renderer(u":/authdesk/icons/authdesk.svg"_s);
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, size, size));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

QList<Icon> allIcons()
{
    return {Icon::Account,      Icon::Add,    Icon::Audit,    Icon::Check,   Icon::ChevronDown,
            Icon::ChevronRight, Icon::Clock,  Icon::Copy,     Icon::Cross,   Icon::Eye,
            Icon::EyeOff,       Icon::Folder, Icon::Info,     Icon::Key,     Icon::Lock,
            Icon::Overview,     Icon::Phone,  Icon::Printer,  Icon::Refresh, Icon::Save,
            Icon::Search,       Icon::Server, Icon::Sessions, Icon::Users,   Icon::Warning};
}

} // namespace authdesk::ui::theme
