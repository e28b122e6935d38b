// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moves a server between this program and a service of its own. Window thread.
#pragma once

#include "ui/pages/server/backgroundcontrol.h"
#include "ui/shell/hostedservers.h"
#include "ui/shell/undoablesteps.h"

#include <QtCore/QPointer>

namespace authdesk::ui::shell {

class ServiceMove final : public pages::server::BackgroundControl
{
    Q_OBJECT

public:
    /// All outlive it.
    ServiceMove(HostedServers &hosted, hosting::ServiceManager &services, vault::Vault &vault,
                const settings::ServerProfile &profile);

    [[nodiscard]] bool isService() const override;
    [[nodiscard]] bool staysWhenSignedOut() const override;
    [[nodiscard]] bool isKeyInKeychain() const override;
    [[nodiscard]] QFuture<hosting::ServiceSupport> support() override;
    [[nodiscard]] QFuture<bool> isKeychainUsable() override;
    [[nodiscard]] QFuture<base::Result<Remark>> keepRunning(bool staysWhenSignedOut) override;
    [[nodiscard]] QFuture<base::Result<Remark>> runHere(bool keyToKeychain) override;
    [[nodiscard]] bool isAsBefore() const override { return m_isAsBefore; }
    void cancel() override;

private:
    using Done = QFuture<base::Result<void>>;
    using Steps = UndoableSteps;
    /// What the steps of one move have in common.
    struct Way
    {
        settings::ServerProfile before;
        hosting::ServiceSpec spec;
        base::Secret key;        ///< where it moves
        bool wasWritten = false; ///< into the file, by this move
    };

    [[nodiscard]] settings::ServerProfile profile() const { return m_hosted.profile(m_profile); }
    [[nodiscard]] std::shared_ptr<Way> wayOf(bool staysWhenSignedOut) const;
    [[nodiscard]] QFuture<base::Result<Remark>> go(std::vector<Steps::Step> steps,
                                                   std::function<QFuture<Remark>()> afterwards);
    [[nodiscard]] Steps::Step keyToFile(const std::shared_ptr<Way> &way);
    [[nodiscard]] Steps::Step keyToKeychain(const std::shared_ptr<Way> &way);
    [[nodiscard]] Steps::Step stop(const std::shared_ptr<Way> &way);
    [[nodiscard]] Steps::Step list(const settings::ServerProfile &profile);
    [[nodiscard]] Done writeKey(const std::shared_ptr<Way> &way);
    [[nodiscard]] Done takeKeyBack(const std::shared_ptr<Way> &way);

    HostedServers &m_hosted;
    hosting::ServiceManager &m_services;
    vault::Vault &m_vault;
    const settings::ServerProfile m_profile; ///< as it was; id and folder stay
    QPointer<Steps> m_steps;
    bool m_isAsBefore = true;
};

} // namespace authdesk::ui::shell
