// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// All services over one ground. Owns them; what `ground` refers to outlives this. Any thread.
#pragma once

#include "core/server/service/accountservice.h"
#include "core/server/service/apikeyservice.h"
#include "core/server/service/auditservice.h"
#include "core/server/service/bulkservice.h"
#include "core/server/service/enrollmentservice.h"
#include "core/server/service/frontendsettingsservice.h"
#include "core/server/service/ground.h"
#include "core/server/service/memberservice.h"
#include "core/server/service/mfapolicyservice.h"
#include "core/server/service/mfaservice.h"
#include "core/server/service/outsideservice.h"
#include "core/server/service/peoplewithroles.h"
#include "core/server/service/rankservice.h"
#include "core/server/service/rescueservice.h"
#include "core/server/service/roleservice.h"
#include "core/server/service/serversettingsservice.h"
#include "core/server/service/sessionservice.h"
#include "core/server/service/setupservice.h"
#include "core/server/service/signinservice.h"
#include "core/server/service/statsservice.h"
#include "core/server/service/tierservice.h"
#include "core/server/service/tokenservice.h"
#include "core/server/service/transferservice.h"
#include "core/server/service/userservice.h"

namespace authdesk::server::text {
class Texts;
}

namespace authdesk::server::service {

class Services final
{
public:
    explicit Services(const Ground &ground, TokenService::CompanionMaker maker = {});
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;
    ~Services();

    [[nodiscard]] SetupService &setup();
    [[nodiscard]] SignInService &signIn();
    [[nodiscard]] AccountService &account();
    [[nodiscard]] MfaService &mfa();
    [[nodiscard]] MfaPolicyService &mfaPolicy();
    [[nodiscard]] EnrollmentService &enrollment();
    [[nodiscard]] UserService &users();
    [[nodiscard]] BulkService &bulk();
    [[nodiscard]] OutsideService &outside();
    [[nodiscard]] PeopleWithRoles &peopleWithRoles();
    [[nodiscard]] FrontEndSettingsService &frontEnd();
    [[nodiscard]] MemberService &members();
    [[nodiscard]] TierService &tiers();
    [[nodiscard]] RankService &ranks();
    [[nodiscard]] ApiKeyService &keys();
    [[nodiscard]] RoleService &roles();
    [[nodiscard]] SessionService &sessions();
    [[nodiscard]] AuditService &audit();
    [[nodiscard]] RescueService &rescue();
    [[nodiscard]] TokenService &tokens();
    [[nodiscard]] StatsService &stats();
    [[nodiscard]] ServerSettingsService &serverSettings();
    /// Who holds the listeners, for those who ask and change them; outlives the services, or takes
    /// itself back by null.
    void setServerControl(ServerControl *control);
    /// How to say something to a person.
    [[nodiscard]] const text::Texts &texts() const;
    [[nodiscard]] TransferService &transfer();

    /// Clears away what has ended: sessions, challenges, names that nobody guesses at any more,
    /// signing keys that verify nothing, and that refusals wait for imported hashes. The host calls
    /// it every few minutes, on one thread.
    void tidyUp();
    /// Whether the database answers.
    [[nodiscard]] bool isReady();
    /// What the services call now (UTC).
    [[nodiscard]] QDateTime now() const;
    /// Sign-ins that are still good.
    [[nodiscard]] base::Result<qint64> openSessions();
    /// What people sign in to: AUTHDESK_NAME, or the name given at the first run.
    [[nodiscard]] QString serverName() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace authdesk::server::service
