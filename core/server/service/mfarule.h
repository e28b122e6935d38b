// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether everybody must have a second factor, and from when on: whoever signs in without one after
// that only gets as far as setting one up. The functions are for inside this room and run inside
// Database::read() and write().
#pragma once

#include <QtCore/QDateTime>

#include <optional>

namespace authdesk::model {
struct User;
}

namespace authdesk::server::store {
class Connection;
}

namespace authdesk::server::service {

inline constexpr int longestGraceDays = 90;

/// What is asked of everybody.
struct MfaPolicy
{
    bool isRequired = false;
    int gracePeriodDays = 0;                     ///< 0 to 90; kept while nothing is required
    std::optional<QDateTime> requiredSince = {}; ///< UTC; only with isRequired
    bool operator==(const MfaPolicy &) const = default;
};

[[nodiscard]] MfaPolicy readMfaPolicy(store::Connection &connection);
void writeMfaPolicy(store::Connection &connection, const MfaPolicy &policy);

/// From when on the person gets no further without a second factor (UTC): the grace period begins
/// with the demand, for somebody who came later with the account. Absent where nothing is required
/// and for whoever has a factor.
[[nodiscard]] std::optional<QDateTime> secondFactorDue(const MfaPolicy &policy,
                                                       const model::User &person);
/// Whether that time has come.
[[nodiscard]] bool isSecondFactorDue(store::Connection &connection, const model::User &person,
                                     const QDateTime &now);

} // namespace authdesk::server::service
