// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toast.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QtCore/QEvent>
#include <QtCore/QPropertyAnimation>
#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

static constexpr int stayMs = 6000;

Toast::Toast(QWidget *host)
    : QWidget(host)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_action(linkButton({}, this))
    , m_gone(new QTimer(this))
{
    m_label->setObjectName(u"toastText"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"toastAction"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space16, theme::space8, theme::space16, theme::space8);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    m_gone->setSingleShot(true);
    QObject::connect(m_gone, &QTimer::timeout, this, &QWidget::hide);
    QObject::connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionClicked();
    });
    host->installEventFilter(this);
    hide();
}

void Toast::showMessage(const QString &text, const QString &action, Kind kind)
{
    m_label->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    const theme::Colors &colors = theme::colorsOf(palette());
    const bool done = kind == Kind::Done;
    m_icon->setPixmap(theme::iconPixmap(done ? theme::Icon::Check : theme::Icon::Warning, 20,
                                        done ? colors.goodText : colors.warningText,
                                        devicePixelRatioF()));
    const bool wasHidden = isHidden();
    show();
    raise();
    place();
    m_gone->start(action.isEmpty() ? stayMs : 2 * stayMs);
    setAccessibleName(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);

    if (wasHidden && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0) {
        auto *slide = new QPropertyAnimation(this, "pos", this);
        slide->setDuration(theme::motionMs);
        slide->setEasingCurve(QEasingCurve::OutQuad);
        slide->setStartValue(pos() + QPoint(0, theme::space16));
        slide->setEndValue(pos());
        slide->start(QAbstractAnimation::DeleteWhenStopped);
    }
}

QString Toast::text() const
{
    return m_label->text();
}

void Toast::place()
{
    QWidget *host = parentWidget();
    const int most = host->width() - 2 * theme::space24;
    m_label->setWordWrap(false);
    layout()->activate();
    QSize size = sizeHint();
    if (size.width() > most) {
        m_label->setWordWrap(true);
        layout()->activate();
        size = {most, layout()->totalHeightForWidth(most)};
    }
    setGeometry(QRect(
        QPoint((host->width() - size.width()) / 2, host->height() - size.height() - theme::space16),
        size));
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::radius,
                            theme::radius);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace authdesk::ui::widgets
