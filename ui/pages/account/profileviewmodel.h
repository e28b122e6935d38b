// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One's own profile as a draft, without a widget. Window thread.
#pragma once

#include "core/gateway/accountgateway.h"

#include <QtCore/QObject>

namespace authdesk::ui::pages::account {

struct ProfileDraft
{
    QString username;
    QString email;
    QString firstName;
    QString lastName;

    bool operator==(const ProfileDraft &) const = default;
};

class ProfileViewModel final : public QObject
{
    Q_OBJECT

public:
    explicit ProfileViewModel(gateway::AccountGateway &account, QObject *parent = nullptr);

    /// Reads the profile; a draft that somebody has begun stays.
    void load();
    [[nodiscard]] const std::optional<model::User> &me() const { return m_me; }
    [[nodiscard]] const ProfileDraft &draft() const { return m_draft; }
    void setDraft(const ProfileDraft &draft);
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    void save();
    void revert();

Q_SIGNALS:
    void changed();
    /// The draft was replaced: fill the form again.
    void draftReplaced();
    void saved();
    /// The save was refused; fields may be named.
    void refused(const authdesk::base::Error &error);
    void loadFailed(const authdesk::base::Error &error);

private:
    void adopt(const model::User &me);

    gateway::AccountGateway &m_account;
    std::optional<model::User> m_me;
    ProfileDraft m_draft;
    bool m_busy = false;
};

} // namespace authdesk::ui::pages::account
