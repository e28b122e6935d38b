// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// All services over a real database, a clock that stands still, and hashes that cost next to
// nothing. A fresh one per test.
#pragma once

#include "core/server/crypto/auditseal.h"
#include "core/server/crypto/passwordhasher.h"
#include "core/server/crypto/sealer.h"
#include "core/server/crypto/totp.h"
#include "core/server/service/services.h"
#include "core/server/store/database.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerandom.h"
#include "tests/support/freshdatabase.h"

namespace authdesk::tests {

using namespace Qt::StringLiterals;
using namespace authdesk::server;
using base::ErrorCode;

inline base::Secret secret(const QString &text)
{
    return base::Secret::fromString(text);
}

class ServiceFixture final
{
public:
    explicit ServiceFixture(const service::Options &options = {})
        : m_database(store::Database::open(m_fresh.options()).value())
        , m_key(crypto::MasterKey::generate(random))
        , sealer(m_key)
        , seal(m_key)
        , hasher({.memoryKiB = 8, .passes = 1}, {.threads = 2, .mostWaiting = 256})
        , services(std::make_unique<service::Services>(
              service::Ground{*m_database, hasher, &sealer, &seal, clock, random, options}))
    {
    }

    /// As another program on the same data: without the master key, as the rescue command.
    [[nodiscard]] std::unique_ptr<service::Services> withoutKey()
    {
        return std::make_unique<service::Services>(
            service::Ground{*m_database, hasher, nullptr, nullptr, clock, random, {}});
    }
    struct OtherServer
    {
        std::unique_ptr<store::Database> database;
        std::unique_ptr<service::Services> services;
    };
    /// As another server on the same data, with connections and a memory of its own.
    [[nodiscard]] OtherServer otherServer()
    {
        OtherServer other{.database = store::Database::open(m_fresh.options()).value(),
                          .services = nullptr};
        other.services = std::make_unique<service::Services>(
            service::Ground{*other.database, hasher, &sealer, &seal, clock, random, {}});
        return other;
    }
    [[nodiscard]] store::Database &database() { return *m_database; }
    /// Every byte that lies in the data folder.
    [[nodiscard]] QByteArray storedBytes() const { return m_fresh.storedBytes(); }

    [[nodiscard]] static service::Caller caller(const QString &address = u"192.0.2.1"_s,
                                                const QString &system = u"authdesk"_s)
    {
        return {.address = QHostAddress(address),
                .userAgent = u"test"_s,
                .system = system,
                .requestId = u"0123456789abcdef"_s,
                .loopback = address == "127.0.0.1"_L1};
    }

    service::SignedIn setUp(const QString &name = u"root"_s)
    {
        return services->setup()
            .setUp({.username = name,
                    .email = {},
                    .firstName = {},
                    .lastName = {},
                    .password = password,
                    .serverName = {},
                    .setupCode = {}},
                   caller(u"127.0.0.1"_s))
            .value();
    }

    [[nodiscard]] service::Actor actorOf(const base::Secret &token)
    {
        return services->tokens().lookUp(token.view()).value()->actor;
    }
    [[nodiscard]] service::Actor actorOf(const service::SignedIn &signedIn)
    {
        return actorOf(signedIn.accessToken);
    }
    [[nodiscard]] bool isGood(const base::Secret &token)
    {
        return services->tokens().recall(token.view())
               || services->tokens().lookUp(token.view()).has_value();
    }

    [[nodiscard]] base::Result<service::SignInOutcome>
    signIn(const QString &login, const base::Secret &with, const service::Caller &from = caller())
    {
        return services->signIn().signIn(login, with, from);
    }

    /// Somebody who has chosen `password` already.
    model::User addUser(const service::Actor &by, const QString &name,
                        QLatin1StringView role = model::userSlug)
    {
        const auto created = services->users()
                                 .create(by,
                                         {.username = name,
                                          .email = {},
                                          .firstName = {},
                                          .lastName = {},
                                          .roleSlug = QString(role),
                                          .status = model::UserStatus::Active,
                                          .validUntil = {},
                                          .password = {}},
                                         caller())
                                 .value();
        const auto outcome = signIn(name, created.oneTimePassword->secret).value();
        const auto &change = std::get<service::PasswordChangeRequired>(outcome);
        return std::get<service::SignedIn>(
                   services->signIn()
                       .changePassword(change.changeToken, password, caller())
                       .value())
            .user;
    }
    service::SignedIn enter(const QString &name, const service::Caller &from = caller())
    {
        return std::get<service::SignedIn>(signIn(name, password, from).value());
    }

    /// Turns TOTP on; the secret as bytes is kept in `totp`, the codes are returned.
    QList<base::Secret> enroll(const service::Actor &actor)
    {
        const auto begun = services->mfa().beginTotp(actor, caller()).value();
        totp = secretFromBase32(begun.key);
        const auto confirmed = services->mfa().confirmTotp(actor, code(), caller()).value();
        clock.advanceSeconds(30); // the confirming code is spent
        return confirmed.recoveryCodes;
    }
    [[nodiscard]] QString code(qint64 stepsAhead = 0) const
    {
        return crypto::totpCode(totp, crypto::totpStepAt(clock.now()) + stepsAhead);
    }
    [[nodiscard]] QString wrongCode() const
    {
        for (int number = 0;; ++number) {
            const QString guess = QString::number(number).rightJustified(6, u'0');
            if (guess != code(-1) && guess != code(0) && guess != code(1))
                return guess;
        }
    }
    /// The token of a challenge that a right password opened.
    [[nodiscard]] base::Secret challenge(const QString &name,
                                         const service::Caller &from = caller())
    {
        return std::get<service::SecondFactorRequired>(signIn(name, password, from).value())
            .mfaToken;
    }

    const base::Secret password = secret(u"plum tractor 81 violet"_s);
    base::Secret totp;
    FakeClock clock;
    FakeRandom random;

private:
    static base::Secret secretFromBase32(const base::Secret &text)
    {
        QByteArray bytes;
        quint32 buffer = 0;
        int bits = 0;
        for (const char letter : text.view()) {
            const qsizetype value =
                QByteArrayView("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(letter);
            if (value < 0)
                continue;
            buffer = (buffer << 5) | quint32(value);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append(char((buffer >> bits) & 0xff));
            }
        }
        return base::Secret(std::move(bytes));
    }

    FreshDatabase m_fresh;
    std::unique_ptr<store::Database> m_database;
    crypto::MasterKey m_key;

public:
    crypto::Sealer sealer;
    crypto::AuditSeal seal;
    crypto::PasswordHasher hasher;
    std::unique_ptr<service::Services> services;
};

} // namespace authdesk::tests
