// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The quick look at one event: who did what to whom, from where, what changed from what to what.
// Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/auditevent.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class Chip;
class CopyButton;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::audit {

class EventPane final : public QWidget
{
    Q_OBJECT

public:
    explicit EventPane(QWidget *parent = nullptr);

    void setEvent(const model::AuditEvent &event);
    void clear() { m_event.reset(); }
    [[nodiscard]] bool hasEvent() const { return m_event.has_value(); }
    [[nodiscard]] qint64 eventId() const { return m_event ? m_event->id : -1; }
    /// The pane stands in place of the list, with a way back.
    void setAlone(bool alone);
    /// To the way back, or to what closes it.
    void takeKeyboard();

Q_SIGNALS:
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildHead();
    void buildBody();
    void retranslate();
    void updateWidgets();
    void addFact(const QString &label, const QString &value, const QString &name);
    void addChanges();
    [[nodiscard]] QString asText() const;

    std::optional<model::AuditEvent> m_event;
    QPushButton *m_back;
    QPushButton *m_close;
    QLabel *m_title;
    QLabel *m_time;
    widgets::Chip *m_result;
    QScrollArea *m_scroll;
    QWidget *m_facts = nullptr; ///< made anew for each event
    QVBoxLayout *m_rows = nullptr;
    QStringList m_lines; ///< of asText(), as the facts are made
    widgets::CopyButton *m_copy;
};

} // namespace authdesk::ui::pages::audit
