// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A short word about something done, at the lower edge of a window, gone after a few seconds.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace authdesk::ui::widgets {

class Toast final : public QWidget
{
    Q_OBJECT

public:
    /// Floats above `host` and follows its size.
    explicit Toast(QWidget *host);

    enum class Kind { Done, Warning };

    /// Replaces what it showed. An action keeps it twice as long.
    void showMessage(const QString &text, const QString &action = {}, Kind kind = Kind::Done);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_action;
    QTimer *m_gone;
};

} // namespace authdesk::ui::widgets
