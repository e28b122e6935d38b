// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the list of events does, without a widget: filters, following what happens, the check of the
// chain. Window thread.
#pragma once

#include "ui/pages/audit/auditfilters.h"
#include "ui/pages/audit/audittablemodel.h"

#include <QtCore/QTimer>

namespace authdesk::ui::pages::audit {

class AuditViewModel final : public QObject
{
    Q_OBJECT

public:
    /// Why there is no row.
    enum class Emptiness {
        NotEmpty,     ///< there are rows, or nobody knows yet
        NothingYet,   ///< nothing happened at all
        NothingFound, ///< the filters let nothing through
    };

    static constexpr int typingPauseMs = 300;
    static constexpr int retryPauseMs = 10'000;
    /// After an answer without news: a server that does not wait must not be asked without end.
    static constexpr int quietPauseMs = 1000;
    static constexpr std::chrono::seconds longestWait{25};

    AuditViewModel(gateway::AuditGateway &audit, const base::Clock &clock,
                   QObject *parent = nullptr);
    ~AuditViewModel() override;

    [[nodiscard]] AuditTableModel &table() { return m_table; }
    [[nodiscard]] const AuditTableModel &table() const { return m_table; }
    [[nodiscard]] const AuditFilters &filters() const { return m_filters; }
    [[nodiscard]] bool hasFilter() const { return m_filters != AuditFilters(); }
    [[nodiscard]] Emptiness emptiness() const;
    /// What an export asks for: what is shown, to its end.
    [[nodiscard]] gateway::AuditQuery exportQuery() const;

    /// Asks when nobody has typed for a moment.
    void setPerson(const QString &person);
    /// Asks at once for what was typed last.
    void searchNow();
    void setAction(const QString &action);
    void setResult(const QString &result);
    /// Not TimeSpan::Days.
    void setSpan(TimeSpan span);
    /// Both included; put in their order.
    void setDays(QDate first, QDate last);
    void clearFilters();
    /// Asks for the list anew, from its top.
    void load();
    /// Reads again what is shown; rows and selection stay.
    void refresh();

    /// Whether anybody looks: without them nothing is followed.
    void setShown(bool shown);
    [[nodiscard]] bool isLive() const { return m_live; }
    void setLive(bool live);
    /// Days that have passed bring nothing new.
    [[nodiscard]] bool canBeLive() const;
    /// Why new events do not come in at the moment; tried again by itself.
    [[nodiscard]] const std::optional<base::Error> &followError() const { return m_followError; }

    void verify();
    [[nodiscard]] bool isVerifying() const { return m_verifying; }

Q_SIGNALS:
    /// Filters, emptiness, following or checking are different.
    void changed();
    void verified(const gateway::AuditVerdict &verdict);
    void verifyFailed(const base::Error &error);

private:
    void onTableChanged();
    void follow();
    void stopFollowing();
    void takeNewer(const base::Result<model::Page<model::AuditEvent>> &answer);

    gateway::AuditGateway &m_gateway;
    const base::Clock &m_clock;
    AuditTableModel m_table;
    AuditFilters m_filters;
    QTimer m_typing;
    QTimer m_next; ///< to the next wait for news
    QFuture<base::Result<model::Page<model::AuditEvent>>> m_following;
    quint64 m_followGeneration = 0; ///< which wait may still answer
    bool m_isFollowing = false;
    bool m_asked = false; ///< for a list, whose newest event is where following begins
    bool m_shown = false;
    bool m_live = true;
    bool m_verifying = false;
    std::optional<base::Error> m_followError;
};

} // namespace authdesk::ui::pages::audit
