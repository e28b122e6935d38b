// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Four bars that fill with the strength of a password. Says nothing by itself: the reason stands
// beside it in words.
#pragma once

#include <QtWidgets/QWidget>

namespace authdesk::ui::widgets {

class StrengthMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit StrengthMeter(QWidget *parent = nullptr);

    /// 0 to 4; -1: nothing typed yet.
    void setScore(int score);
    [[nodiscard]] int score() const { return m_score; }
    [[nodiscard]] QSize sizeHint() const override { return {160, 6}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_score = -1;
};

} // namespace authdesk::ui::widgets
