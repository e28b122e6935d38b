// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/signincheck.h"

#include <algorithm>
#include <array>
#include <utility>

namespace authdesk::model {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array obstacles{
    std::pair{SignInObstacle::Disabled, "disabled"_L1},
    std::pair{SignInObstacle::Ended, "ended"_L1},
    std::pair{SignInObstacle::Locked, "locked"_L1},
    std::pair{SignInObstacle::OneTimePasswordExpired, "one_time_password_expired"_L1},
    std::pair{SignInObstacle::NoPassword, "no_password"_L1},
    std::pair{SignInObstacle::OneTimeCodeExpired, "one_time_code_expired"_L1},
    std::pair{SignInObstacle::ClockOff, "clock_off"_L1},
};

constexpr std::array cures{
    std::pair{SignInCure::Enable, "enable"_L1},
    std::pair{SignInCure::ExtendValidity, "set_valid_until"_L1},
    std::pair{SignInCure::Unlock, "unlock"_L1},
    std::pair{SignInCure::ResetPassword, "reset_password"_L1},
    std::pair{SignInCure::ResetSecondFactor, "reset_mfa"_L1},
    std::pair{SignInCure::SetClock, "set_clock"_L1},
};

template <typename Table, typename Value>
QLatin1StringView nameIn(const Table &table, Value value)
{
    for (const auto &[known, name] : table) {
        if (known == value)
            return name;
    }
    return {};
}

template <typename Value, typename Table>
std::optional<Value> valueIn(const Table &table, QStringView wanted)
{
    for (const auto &[value, name] : table) {
        if (wanted == name)
            return value;
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView signInObstacleName(SignInObstacle obstacle)
{
    return nameIn(obstacles, obstacle);
}

std::optional<SignInObstacle> signInObstacleFromName(QStringView name)
{
    return valueIn<SignInObstacle>(obstacles, name);
}

QLatin1StringView signInCureName(SignInCure cure)
{
    return nameIn(cures, cure);
}

std::optional<SignInCure> signInCureFromName(QStringView name)
{
    return valueIn<SignInCure>(cures, name);
}

} // namespace authdesk::model
