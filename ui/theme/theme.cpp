// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/systemscheme.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolTip>

namespace authdesk::ui::theme {

namespace {

// Qt's platform themes always bring some Highlight; only one that differs from Qt's own defaults
// was chosen by the person.
QColor chosenAccent()
{
    const QColor highlight = QGuiApplication::palette().color(QPalette::Highlight);
    for (const QColor &stock :
         {QColor(0x308CC6), QColor(0x000080), QColor(0x0078D7), QColor(0x3399FF),
          lightColors().highlight, darkColors().highlight}) {
        if (highlight.rgb() == stock.rgb())
            return {};
    }
    return highlight;
}

} // namespace

Theme::Theme(QApplication &application, Scheme scheme)
    : m_application(application)
    , m_system(new SystemScheme(this))
    , m_scheme(scheme)
    , m_accent(chosenAccent())
{
    QApplication::setStyle(new Style);
    QGuiApplication::setWindowIcon(applicationIcon());
    QObject::connect(m_system, &SystemScheme::changed, this, &Theme::apply);
    QObject::connect(&m_application, &QApplication::focusChanged, this,
                     [this](QWidget *, QWidget *now) { moveFocusRing(now); });
    apply();
}

Theme::~Theme()
{
    delete m_ring;
}

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    apply();
}

void Theme::apply()
{
    m_dark = m_scheme == Scheme::System ? m_system->isDark() : m_scheme == Scheme::Dark;
    const Colors &colors = m_dark ? darkColors() : lightColors();
    QPalette palette = colors.toPalette();
    if (isUsableAccent(m_accent, colors)) {
        palette.setColor(QPalette::Active, QPalette::Highlight, m_accent);
        palette.setColor(QPalette::Inactive, QPalette::Highlight, m_accent);
    }
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

void Theme::moveFocusRing(QWidget *focused)
{
    // Item views show the ring at the current cell, menus and tabs mark it themselves, and a
    // window is not a thing that takes keys.
    const bool ringed = focused && !focused->isWindow()
                        && !qobject_cast<QAbstractItemView *>(focused)
                        && !qobject_cast<QMenu *>(focused) && !qobject_cast<QTabBar *>(focused);
    if (!ringed) {
        if (m_ring)
            m_ring->setWidget(nullptr);
        return;
    }
    if (!m_ring)
        m_ring = new QFocusFrame; // owned by the focused widget's parent from now on
    m_ring->setWidget(focused);
}

} // namespace authdesk::ui::theme
