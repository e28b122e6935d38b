// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every service stands on, put together once by core/server/host or by a test. Everything is
// thread-safe and outlives the services.
#pragma once

#include "core/base/secret.h"
#include "core/password/passwordrules.h"
#include "core/server/crypto/signingkey.h"

namespace authdesk::base {
class Clock;
class Random;
class Telemetry;
} // namespace authdesk::base
namespace authdesk::server::store {
class Database;
}
namespace authdesk::server::crypto {
class AuditSeal;
class PasswordHasher;
class Sealer;
} // namespace authdesk::server::crypto

namespace authdesk::server::service {

/// When the first run asks for the setup code.
enum class SetupCodeRule {
    BeyondLoopback, ///< only callers that are not on this computer
    Everyone,       ///< AUTHDESK_SETUP_CODE=always, a public URL, a trusted proxy or TLS
};

struct Options
{
    QString serverName; ///< AUTHDESK_NAME; empty: the one stored at the first run, or "Authdesk"
    password::PasswordPolicy passwordPolicy = password::PasswordPolicy::Standard;
    SetupCodeRule setupCode = SetupCodeRule::BeyondLoopback;
    int addressLimit = 100; ///< failed sign-ins a minute from one address; 0: no limit
    /// Of new tokens, where a system signs its tokens.
    crypto::SigningAlgorithm tokenAlgorithm = crypto::SigningAlgorithm::Hs256;
    /// Signs the tokens that OpenArchiver's front end verifies: what it was given, or a subkey of
    /// the master key. Empty: started without the master key.
    base::Secret sharedTokenKey = {};
};

struct Ground
{
    store::Database &database;
    crypto::PasswordHasher &hasher;
    const crypto::Sealer *sealer;  ///< null: started without the master key (rescue)
    const crypto::AuditSeal *seal; ///< null: as above; audit rows are sealed at a later start
    const base::Clock &clock;
    base::Random &random;
    Options options;
    base::Telemetry *telemetry = nullptr; ///< null: nobody counts
};

} // namespace authdesk::server::service
