// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-ins by the hour as bars: succeeded ones filled, refused ones hatched above them. The arrow
// keys and the mouse choose an hour. Window thread.
#pragma once

#include "core/model/serverstats.h"

#include <QtWidgets/QWidget>

namespace authdesk::ui::pages::overview {

class SignInChart final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInChart(QWidget *parent = nullptr);

    void setHours(const QList<model::SignInHour> &hours);
    /// The hour that is looked at; -1: none.
    [[nodiscard]] int currentHour() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// -1: none any more.
    void currentHourChanged(int hour);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrentHour(int hour);
    /// Where the bars stand, above the line with the times.
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect column(int hour) const;
    void paintTimes(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    QList<model::SignInHour> m_hours;
    int m_current = -1;
};

} // namespace authdesk::ui::pages::overview
