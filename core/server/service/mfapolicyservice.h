// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is asked of everybody about a second factor. Thread-safe; blocks.
#pragma once

#include "core/base/result.h"
#include "core/server/service/caller.h"
#include "core/server/service/mfarule.h"

namespace authdesk::server::service {

class Toolbox;

/// Absent stays as it is.
struct MfaPolicyChange
{
    std::optional<bool> isRequired = {};
    std::optional<int> gracePeriodDays = {}; ///< 0 to 90
};

class MfaPolicyService final
{
public:
    explicit MfaPolicyService(Toolbox &tools);

    [[nodiscard]] base::Result<MfaPolicy> read();
    /// Counts from everybody's next sign-in on; whoever is signed in stays so. The grace period
    /// begins when the demand is made, and a change of its length does not begin it anew.
    /// Forbidden (the right to change settings); InvalidFields ("gracePeriodDays"); MfaNotEnabled
    /// for somebody who has no factor and asks others for one.
    [[nodiscard]] base::Result<MfaPolicy> change(const Actor &actor, const MfaPolicyChange &change,
                                                 const Caller &caller);

private:
    Toolbox &m_tools;
};

} // namespace authdesk::server::service
