// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Second factors: pending until a code confirmed them. The secret is sealed by the caller. Used
// inside Database::read() and write(). Confirming and removing keeps User::mfaMethods right.
#pragma once

#include "core/model/mfamethod.h"
#include "core/model/signincheck.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace authdesk::server::store {

class Connection;

struct FactorRecord
{
    qint64 id = 0;
    qint64 userId = 0;
    model::MfaKind kind = model::MfaKind::Totp;
    QString name = {};
    QByteArray sealedSecret = {};
    std::optional<QDateTime> confirmedAt = {};  ///< absent: pending
    std::optional<QDateTime> pendingUntil = {}; ///< a pending one is useless after this
    qint64 lastStep = -1;                       ///< the newest time step whose code was accepted
    QDateTime createdAt = {};
    std::optional<QDateTime> lastUsedAt = {};
    std::optional<model::ClockOffset> clock = {}; ///< none since the last code that was accepted
    QByteArray heldCodes = {}; ///< of a pending one: hashes of codes shown already, a line each
};

class FactorRepository final
{
public:
    explicit FactorRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Whether a factor or a one-time code, expired or not, may stand behind the password: one
    /// quick look, before the person's factors and codes are read.
    [[nodiscard]] bool isProtected(qint64 userId);
    [[nodiscard]] QList<FactorRecord> listConfirmed(qint64 userId);
    [[nodiscard]] std::optional<FactorRecord> findConfirmed(qint64 userId, model::MfaKind kind);
    /// The pending one that has not expired.
    [[nodiscard]] std::optional<FactorRecord> findPending(qint64 userId, model::MfaKind kind,
                                                          const QDateTime &now);
    [[nodiscard]] std::optional<FactorRecord> find(qint64 id);

    /// A pending factor in place of any earlier pending one of its kind; the new id.
    [[nodiscard]] qint64 createPending(qint64 userId, model::MfaKind kind,
                                       const QByteArray &sealedSecret, const QString &name,
                                       const QDateTime &pendingUntil, const QDateTime &now);
    /// Replaces the sealed secret, for a seal that names the row's id.
    void setSealedSecret(qint64 id, const QByteArray &sealedSecret);
    /// Hashes of recovery codes that wait beside a pending factor, a line each.
    void holdCodes(qint64 id, const QByteArray &hashes);
    /// Active from now on, its first code spent. False when it is not pending any more.
    [[nodiscard]] bool confirm(qint64 id, qint64 step, const QDateTime &now);
    /// Spends the code of a time step. False when this step, or a later one, was spent before.
    [[nodiscard]] bool spendStep(qint64 id, qint64 step, const QDateTime &now);
    /// What a refused code told about the clock of the authenticator.
    void setClock(qint64 id, const model::ClockOffset &clock);
    [[nodiscard]] bool remove(qint64 id, const QDateTime &now);
    /// Pending ones too; how many there were.
    qint64 removeAll(qint64 userId, const QDateTime &now);

private:
    Connection &m_connection;
};

} // namespace authdesk::server::store
