// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overview/signinchart.h"

#include "ui/pages/overview/signinbars.h"
#include "ui/theme/colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace authdesk::ui::pages::overview {

namespace {

constexpr int chartWidth = 480;
constexpr int chartHeight = 140;
constexpr int leastChartWidth = 240;
constexpr int barGap = 3;
constexpr int hoursBetweenTimes = 6;

/// Hatched: not by colour alone.
void paintRefused(QPainter &painter, const QRect &rect, const theme::Colors &colors)
{
    if (rect.isEmpty())
        return;
    painter.fillRect(rect, colors.dangerFill);
    painter.fillRect(rect, QBrush(colors.dangerText, Qt::BDiagPattern));
    painter.setPen(colors.dangerText);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

} // namespace

SignInChart::SignInChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    theme::setFontRole(this, theme::FontRole::Caption);
}

void SignInChart::setHours(const QList<model::SignInHour> &hours)
{
    m_hours = hours;
    setAccessibleDescription(chartText(hours));
    if (m_current >= m_hours.size())
        setCurrentHour(-1);
    update();
}

QSize SignInChart::sizeHint() const
{
    return {chartWidth, chartHeight};
}

QSize SignInChart::minimumSizeHint() const
{
    return {leastChartWidth, chartHeight};
}

QRect SignInChart::plot() const
{
    const int line = fontMetrics().height();
    return rect().adjusted(1, line + theme::space4, -1, -line - theme::space8);
}

QRect SignInChart::column(int hour) const
{
    const QRect all = plot();
    const int count = int(m_hours.size());
    const int left = all.left() + all.width() * hour / count;
    const int right = all.left() + all.width() * (hour + 1) / count;
    return {left, all.top(), right - left, all.height()};
}

void SignInChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Colors &colors = theme::colorsOf(palette());
    const QRect all = plot();
    const QList<SignInBar> bars = barsOf(m_hours, all.height());
    for (int hour = 0; hour < bars.size(); ++hour) {
        const QRect place = column(hour);
        if (hour == m_current)
            painter.fillRect(place, colors.selectedRow);
        const SignInBar bar = bars.at(hour);
        const QRect good(place.left() + 1, place.bottom() + 1 - bar.succeeded,
                         place.width() - barGap, bar.succeeded);
        painter.fillRect(good, colors.highlight);
        const QRect bad(good.left(), good.top() - bar.refused, good.width(), bar.refused);
        paintRefused(painter, bad, colors);
    }
    painter.setPen(palette().color(QPalette::Dark));
    painter.drawLine(all.bottomLeft() + QPoint(0, 1), all.bottomRight() + QPoint(0, 1));
    paintTimes(painter);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), theme::focusRing));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), theme::radius, theme::radius);
    }
}

void SignInChart::paintTimes(QPainter &painter) const
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRect all = plot();
    // How high the highest bar is, so that the others can be read.
    painter.drawText(QRect(theme::space4, theme::space4, width() - 2 * theme::space4, all.top()),
                     Qt::AlignLeft | Qt::AlignTop, QLocale().toString(sumOf(m_hours).most));
    for (int hour = 0; hour < m_hours.size(); hour += hoursBetweenTimes) {
        const QString time =
            QLocale().toString(m_hours.at(hour).from.toLocalTime().time(), QLocale::ShortFormat);
        const int wide = all.width() * hoursBetweenTimes / int(m_hours.size());
        painter.drawText(QRect(column(hour).left() + 1, all.bottom() + theme::space4, wide,
                               height() - all.bottom()),
                         Qt::AlignLeft | Qt::AlignTop, time);
    }
}

void SignInChart::paintLegend(QPainter &painter) const
{
    const theme::Colors &colors = theme::colorsOf(palette());
    //: In the legend of the chart of sign-ins
    const QString good = tr("Succeeded");
    //: In the legend of the chart of sign-ins
    const QString bad = tr("Refused");
    const QFontMetrics metrics = fontMetrics();
    const int side = metrics.ascent();
    const int badLeft = width() - theme::space4 - metrics.horizontalAdvance(bad);
    const int badBox = badLeft - theme::space4 - side;
    const int goodLeft = badBox - theme::space12 - metrics.horizontalAdvance(good);
    const int goodBox = goodLeft - theme::space4 - side;
    painter.fillRect(QRect(goodBox, theme::space4, side, side), colors.highlight);
    paintRefused(painter, QRect(badBox, theme::space4, side, side), colors);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(goodLeft, theme::space4 + side - 1, good);
    painter.drawText(badLeft, theme::space4 + side - 1, bad);
}

void SignInChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_hours.size()) - 1;
    int hour = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        hour = m_current < 0 ? last : m_current - 1;
        break;
    case Qt::Key_Right:
        hour = m_current < 0 ? last : m_current + 1;
        break;
    case Qt::Key_Home:
        hour = 0;
        break;
    case Qt::Key_End:
        hour = last;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (last >= 0)
        setCurrentHour(std::clamp(hour, 0, last));
}

void SignInChart::mouseMoveEvent(QMouseEvent *event)
{
    for (int hour = 0; hour < m_hours.size(); ++hour) {
        if (column(hour).contains(event->position().toPoint().x(), plot().top())) {
            setCurrentHour(hour);
            return;
        }
    }
}

void SignInChart::leaveEvent(QEvent *)
{
    setCurrentHour(-1);
}

void SignInChart::focusOutEvent(QFocusEvent *event)
{
    setCurrentHour(-1);
    QWidget::focusOutEvent(event);
}

void SignInChart::setCurrentHour(int hour)
{
    if (hour == m_current)
        return;
    m_current = hour;
    update();
    Q_EMIT currentHourChanged(hour);
}

} // namespace authdesk::ui::pages::overview
