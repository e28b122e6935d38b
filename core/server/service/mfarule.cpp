// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/service/mfarule.h"

#include "core/base/json.h"
#include "core/model/user.h"
#include "core/server/store/settingsrepository.h"

#include <algorithm>

namespace authdesk::server::service {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView requiredKey{"security.mfa_required"};
constexpr QLatin1StringView graceKey{"security.mfa_grace_days"};
constexpr QLatin1StringView sinceKey{"security.mfa_required_since"};

} // namespace

MfaPolicy readMfaPolicy(store::Connection &connection)
{
    store::SettingsRepository settings(connection);
    MfaPolicy policy;
    policy.isRequired = settings.find(requiredKey) == u"true"_s;
    policy.gracePeriodDays =
        std::clamp(settings.find(graceKey).value_or(QString()).toInt(), 0, longestGraceDays);
    if (policy.isRequired)
        policy.requiredSince = base::timeFromText(settings.find(sinceKey).value_or(QString()));
    return policy;
}

void writeMfaPolicy(store::Connection &connection, const MfaPolicy &policy)
{
    store::SettingsRepository settings(connection);
    const auto write = [&settings](QLatin1StringView key, const QString &value) {
        if (value.isEmpty())
            settings.remove(key);
        else
            settings.set(key, value);
    };
    write(requiredKey, policy.isRequired ? u"true"_s : QString());
    write(graceKey,
          policy.gracePeriodDays > 0 ? QString::number(policy.gracePeriodDays) : QString());
    write(sinceKey, policy.isRequired && policy.requiredSince
                        ? policy.requiredSince->toUTC().toString(Qt::ISODateWithMs)
                        : QString());
}

std::optional<QDateTime> secondFactorDue(const MfaPolicy &policy, const model::User &person)
{
    if (!policy.isRequired || person.mfaEnabled)
        return std::nullopt;
    // Demanded before it was noted since when: then it counts from the account.
    const QDateTime begin =
        std::max(policy.requiredSince.value_or(person.createdAt), person.createdAt);
    return begin.addDays(policy.gracePeriodDays);
}

bool isSecondFactorDue(store::Connection &connection, const model::User &person,
                       const QDateTime &now)
{
    const auto due = secondFactorDue(readMfaPolicy(connection), person);
    return due && *due <= now;
}

} // namespace authdesk::server::service
