// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page *Sessions*: who is signed in on the server, from where, with what, since when; ends one
// or all of a person. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/gateway/sessionsgateway.h"
#include "core/model/user.h"
#include "ui/widgets/page.h"

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class BusyOverlay;
class EmptyState;
class MessageBar;
class RowTable;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::pages::sessions {

class SessionsViewModel;
enum class Ending;

/// What the page stands on; the references outlive it.
struct SessionsPageContext
{
    gateway::SessionsGateway &sessions;
    model::User me; ///< who is signed in
    QString serverName;
    const base::Clock &clock;
};

class SessionsPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit SessionsPage(const SessionsPageContext &context, QWidget *parent = nullptr);
    ~SessionsPage() override;

    void activated() override;
    /// Who is signed in has changed (name, role): what is offered follows.
    void setMe(const model::User &me);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead(QVBoxLayout *all);
    void buildMiddle(QVBoxLayout *all);
    void buildFoot(QVBoxLayout *all);
    void connectViewModel();
    void ask(Ending ending);
    void announceEnd(const model::Session &session, Ending ending);
    void retranslate();
    void updateWidgets();
    void updateMiddle();
    [[nodiscard]] std::optional<model::Session> chosen() const;

    SessionsPageContext m_context;
    std::unique_ptr<SessionsViewModel> m_viewModel;
    QLabel *m_title;
    QLineEdit *m_search;
    widgets::MessageBar *m_message;
    QWidget *m_middle;
    QStackedLayout *m_stack;
    widgets::RowTable *m_table;
    widgets::EmptyState *m_empty;
    widgets::BusyOverlay *m_busy = nullptr;
    QWidget *m_foot;
    QLabel *m_choice;
    QPushButton *m_end;
    QPushButton *m_endAll;
    bool m_started = false;
    bool m_refused = false; ///< the message is about an end that was refused, not about the list
};

} // namespace authdesk::ui::pages::sessions
