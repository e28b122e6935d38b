// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/services.h"

#include "core/server/service/importedhashes.h"
#include "core/server/service/toolbox.h"
#include "core/server/store/challengerepository.h"
#include "core/server/store/sessionrepository.h"
#include "core/server/store/settingsrepository.h"
#include "core/server/store/statsrepository.h"
#include "core/server/store/throttlerepository.h"
#include "core/server/text/texts.h"

namespace authdesk::server::service {

namespace {

/// Guesses in a row are remembered this long after the last one.
constexpr int forgetNamesDays = 30;

} // namespace

struct Services::Parts
{
    Parts(const Ground &ground, TokenService::CompanionMaker maker)
        : tools(ground)
        , setup(tools)
        , signIn(tools)
        , account(tools)
        , mfa(tools)
        , mfaPolicy(tools)
        , enrollment(tools, mfa)
        , users(tools)
        , bulk(tools)
        , outside(tools)
        , peopleWithRoles(tools)
        , frontEnd(tools)
        , members(tools)
        , tiers(tools)
        , ranks(tools)
        , keys(tools)
        , roles(tools)
        , sessions(tools)
        , audit(tools)
        , rescue(tools)
        , tokens(tools, std::move(maker))
        , stats(tools)
        , serverSettings(tools)
        , transfer(tools)
        , importedHashes(tools)
    {
    }

    Toolbox tools;
    SetupService setup;
    SignInService signIn;
    AccountService account;
    MfaService mfa;
    MfaPolicyService mfaPolicy;
    EnrollmentService enrollment;
    UserService users;
    BulkService bulk;
    OutsideService outside;
    PeopleWithRoles peopleWithRoles;
    FrontEndSettingsService frontEnd;
    MemberService members;
    TierService tiers;
    RankService ranks;
    ApiKeyService keys;
    RoleService roles;
    SessionService sessions;
    AuditService audit;
    RescueService rescue;
    TokenService tokens;
    StatsService stats;
    ServerSettingsService serverSettings;
    text::Texts texts;
    TransferService transfer;
    ImportedHashes importedHashes;
};

Services::Services(const Ground &ground, TokenService::CompanionMaker maker)
    : m_parts(std::make_unique<Parts>(ground, std::move(maker)))
{
}

Services::~Services()
{
    m_parts->tools.bell.stop();
}

SetupService &Services::setup()
{
    return m_parts->setup;
}

SignInService &Services::signIn()
{
    return m_parts->signIn;
}

AccountService &Services::account()
{
    return m_parts->account;
}

MfaService &Services::mfa()
{
    return m_parts->mfa;
}

MfaPolicyService &Services::mfaPolicy()
{
    return m_parts->mfaPolicy;
}

EnrollmentService &Services::enrollment()
{
    return m_parts->enrollment;
}

UserService &Services::users()
{
    return m_parts->users;
}

BulkService &Services::bulk()
{
    return m_parts->bulk;
}

OutsideService &Services::outside()
{
    return m_parts->outside;
}

PeopleWithRoles &Services::peopleWithRoles()
{
    return m_parts->peopleWithRoles;
}

FrontEndSettingsService &Services::frontEnd()
{
    return m_parts->frontEnd;
}

MemberService &Services::members()
{
    return m_parts->members;
}

TierService &Services::tiers()
{
    return m_parts->tiers;
}

RankService &Services::ranks()
{
    return m_parts->ranks;
}

ApiKeyService &Services::keys()
{
    return m_parts->keys;
}

RoleService &Services::roles()
{
    return m_parts->roles;
}

SessionService &Services::sessions()
{
    return m_parts->sessions;
}

AuditService &Services::audit()
{
    return m_parts->audit;
}

RescueService &Services::rescue()
{
    return m_parts->rescue;
}

TokenService &Services::tokens()
{
    return m_parts->tokens;
}

StatsService &Services::stats()
{
    return m_parts->stats;
}

ServerSettingsService &Services::serverSettings()
{
    return m_parts->serverSettings;
}

void Services::setServerControl(ServerControl *control)
{
    m_parts->serverSettings.setControl(control);
    m_parts->stats.setControl(control);
}

const text::Texts &Services::texts() const
{
    return m_parts->texts;
}

TransferService &Services::transfer()
{
    return m_parts->transfer;
}

void Services::tidyUp()
{
    Toolbox &tools = m_parts->tools;
    // What stays for now is cleared away by the next call; it opens nothing.
    [[maybe_unused]] const auto tidied =
        tools.ground.database.write([&](store::Connection &connection) {
            const QDateTime now = tools.now();
            store::SessionRepository(connection).removeEnded(now);
            store::ChallengeRepository(connection).removeExpired(now);
            store::ThrottleRepository(connection)
                .removeOlderThan(now.addDays(-forgetNamesDays), now);
        });
    tools.mint.rotate();
    m_parts->importedHashes.forgetWhereNoneIsLeft();
}

bool Services::isReady()
{
    return m_parts->tools
        .read([](store::Connection &connection) {
            return store::SettingsRepository(connection).find(QStringLiteral("server.name"));
        })
        .has_value();
}

base::Result<qint64> Services::openSessions()
{
    return m_parts->tools.read([this](store::Connection &connection) {
        return store::StatsRepository(connection).countSessions(m_parts->tools.now());
    });
}

QDateTime Services::now() const
{
    return m_parts->tools.now();
}

QString Services::serverName() const
{
    return m_parts->tools.serverName();
}

} // namespace authdesk::server::service
