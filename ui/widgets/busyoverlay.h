// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rule for waiting: nothing for 300 ms; then what was there at half strength; after 5 s what is
// awaited, and Cancel. Lies above the widget that waits.
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace authdesk::ui::widgets {

class BusyOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// Covers `content` (its parent) while it works.
    explicit BusyOverlay(QWidget *content);

    /// `what` completes the sentence: "Waiting for acme-prod to answer."
    void begin(const QString &what);
    void end();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_busy = false;
    QTimer *m_dim;
    QTimer *m_explain;
    QLabel *m_what;
    QPushButton *m_cancel;
};

} // namespace authdesk::ui::widgets
