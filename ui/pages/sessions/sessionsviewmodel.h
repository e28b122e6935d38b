// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of sessions does, without a widget: search while typing, ending one or all of a
// person. Window thread.
#pragma once

#include "core/model/user.h"
#include "ui/pages/sessions/sessiontablemodel.h"

#include <QtCore/QTimer>

namespace authdesk::ui::pages::sessions {

/// What is to end.
enum class Ending { One, AllOfPerson };

class SessionsViewModel final : public QObject
{
    Q_OBJECT

public:
    static constexpr int typingPauseMs = 200;

    SessionsViewModel(gateway::SessionsGateway &sessions, model::User me, const base::Clock &clock,
                      QObject *parent = nullptr);
    ~SessionsViewModel() override;

    [[nodiscard]] SessionTableModel &table() { return m_table; }
    [[nodiscard]] const SessionTableModel &table() const { return m_table; }
    [[nodiscard]] const QString &search() const { return m_search; }
    /// The search finds no session; there is always one's own.
    [[nodiscard]] bool isEmpty() const;

    void setMe(const model::User &me);
    /// Whether to offer it at all. Auditors only look; of any other role the server decides.
    [[nodiscard]] bool mayEnd() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Whether this ends what the window itself works with.
    [[nodiscard]] bool endsOwn(const model::Session &session, Ending ending) const;

    void load();
    void refresh();
    /// Asks when nobody has typed for a moment.
    void setSearch(const QString &text);
    /// Asks at once for what was typed last.
    void searchNow();
    /// Of `session`, or of its person. Does nothing while another end is under way.
    void end(const model::Session &session, Ending ending);

Q_SIGNALS:
    /// Search, list or isBusy are different.
    void changed();
    void ended(const model::Session &session, authdesk::ui::pages::sessions::Ending ending);
    void endRefused(const base::Error &error);

private:
    gateway::SessionsGateway &m_gateway;
    model::User m_me;
    SessionTableModel m_table;
    QString m_search;
    QTimer m_typing;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::sessions
