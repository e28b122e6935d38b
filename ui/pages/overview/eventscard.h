// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The card *Latest events*: a line each of what the audit noted last. Window thread.
#pragma once

#include "core/base/error.h"
#include "core/model/auditevent.h"

#include <QtWidgets/QWidget>

#include <optional>

class QGridLayout;
class QLabel;

namespace authdesk::ui::widgets {
class Card;
class Chip;
class ElidedLabel;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::overview {

class EventsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsCard(QWidget *parent = nullptr);

    void setContent(const QList<model::AuditEvent> &events, const QDateTime &now);
    /// Beside the events that are shown already.
    void showError(const std::optional<base::Error> &error);

Q_SIGNALS:
    void tryAgainWanted();

private:
    struct Line
    {
        QLabel *time = nullptr;
        widgets::ElidedLabel *words = nullptr;
        widgets::Chip *refused = nullptr;
    };

    [[nodiscard]] Line makeLine();
    void setTexts();

    QList<model::AuditEvent> m_events;
    QDateTime m_now;
    std::optional<base::Error> m_error;
    widgets::Card *m_card;
    widgets::MessageBar *m_message;
    QLabel *m_none;
    QGridLayout *m_grid;
    QList<Line> m_lines; ///< as many as there ever were events
};

} // namespace authdesk::ui::pages::overview
