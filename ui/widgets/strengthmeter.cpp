// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/strengthmeter.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QtGui/QPainter>

namespace authdesk::ui::widgets {

static constexpr int bars = 4;

StrengthMeter::StrengthMeter(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StrengthMeter::setScore(int score)
{
    m_score = score;
    update();
}

void StrengthMeter::paintEvent(QPaintEvent *)
{
    const theme::Colors &colors = theme::colorsOf(palette());
    const QColor filled = m_score <= 1   ? colors.dangerText
                          : m_score == 2 ? colors.warningText
                                         : colors.goodText;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double bar = (width() - (bars - 1) * theme::space4) / double(bars);
    // Something weak still fills one bar, so that "weak" and "empty" look different.
    const int full = m_score < 0 ? 0 : std::max(1, m_score);
    for (int i = 0; i < bars; ++i) {
        painter.setBrush(i < full ? filled : colors.neutralFill);
        painter.drawRoundedRect(QRectF(i * (bar + theme::space4), 0, bar, height()), 2, 2);
    }
}

} // namespace authdesk::ui::widgets
