// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/messagebar.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

struct BarColors
{
    QColor front;
    QColor fill;
    theme::Icon icon;
};

static BarColors barColors(MessageBar::Kind kind, const theme::Colors &colors)
{
    switch (kind) {
    case MessageBar::Kind::Warning:
        return {colors.warningText, colors.warningFill, theme::Icon::Warning};
    case MessageBar::Kind::Danger:
        return {colors.dangerText, colors.dangerFill, theme::Icon::Warning};
    case MessageBar::Kind::Good:
        return {colors.goodText, colors.goodFill, theme::Icon::Check};
    case MessageBar::Kind::Info:
        break;
    }
    return {colors.text, colors.neutralFill, theme::Icon::Info};
}

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_button(plainButton({}, this))
{
    m_label->setObjectName(u"messageText"_s);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(u"messageButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space12, theme::space8, theme::space12, theme::space8);
    layout->setSpacing(theme::space8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1, Qt::AlignVCenter);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    QObject::connect(m_button, &QPushButton::clicked, this, &MessageBar::buttonClicked);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &text, const QString &button)
{
    m_kind = kind;
    m_label->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    updateWidgets();
    show();
    setAccessibleName(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clear()
{
    m_label->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_label->text();
}

void MessageBar::updateWidgets()
{
    const BarColors look = barColors(m_kind, theme::colorsOf(palette()));
    m_icon->setPixmap(theme::iconPixmap(look.icon, 20, look.front, devicePixelRatioF()));
    QPalette words = m_label->palette();
    words.setColor(QPalette::WindowText, look.front);
    m_label->setPalette(words);
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(barColors(m_kind, theme::colorsOf(palette())).fill);
    painter.drawRoundedRect(rect(), theme::radius, theme::radius);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateWidgets();
    QWidget::changeEvent(event);
}

} // namespace authdesk::ui::widgets
