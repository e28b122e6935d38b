// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/fonts.h"

#include <QtCore/QEvent>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace authdesk::ui::theme {

namespace {

constexpr double leastPointSize = 9.0;

class FontKeeper final : public QObject
{
public:
    FontKeeper(QWidget *widget, FontRole role)
        : QObject(widget)
        , m_widget(widget)
        , m_role(role)
    {
        setObjectName(QStringLiteral("authdeskFontKeeper"));
        m_widget->setFont(font(m_role));
        m_widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_widget && event->type() == QEvent::ApplicationFontChange)
            m_widget->setFont(font(m_role));
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget *m_widget;
    FontRole m_role;
};

} // namespace

QFont font(FontRole role)
{
    const QFont body = QApplication::font();
    const double size = body.pointSizeF() > 0 ? body.pointSizeF() : 10.0;
    const auto sized = [size](QFont changed, double difference) {
        changed.setPointSizeF(std::max(leastPointSize, size + difference));
        return changed;
    };
    const auto strong = [](QFont changed) {
        changed.setWeight(QFont::DemiBold);
        return changed;
    };
    const auto fixed = [] { return QFontDatabase::systemFont(QFontDatabase::FixedFont); };
    switch (role) {
    case FontRole::Caption:
        return sized(body, -1);
    case FontRole::Body:
        return sized(body, 0);
    case FontRole::Strong:
        return strong(sized(body, 0));
    case FontRole::Section:
        return strong(sized(body, 1));
    case FontRole::PageTitle:
        return strong(sized(body, 5));
    case FontRole::Fixed:
        return sized(fixed(), 0);
    case FontRole::Secret:
        return sized(fixed(), 2);
    }
    return body;
}

void setFontRole(QWidget *widget, FontRole role)
{
    delete widget->findChild<QObject *>(QStringLiteral("authdeskFontKeeper"),
                                        Qt::FindDirectChildrenOnly);
    new FontKeeper(widget, role);
}

} // namespace authdesk::ui::theme
