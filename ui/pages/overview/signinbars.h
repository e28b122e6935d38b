// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a chart of sign-ins shows, without a widget: how high its bars are, and the same in words.
// Free functions, any thread.
#pragma once

#include "core/model/serverstats.h"

namespace authdesk::ui::pages::overview {

/// The refused stand on the succeeded ones.
struct SignInBar
{
    int succeeded = 0; ///< pixels
    int refused = 0;
    bool operator==(const SignInBar &) const = default;
};

struct SignInSum
{
    qint64 succeeded = 0;
    qint64 refused = 0;
    qint64 most = 0; ///< in one hour, both together

    bool operator==(const SignInSum &) const = default;
};

[[nodiscard]] SignInSum sumOf(const QList<model::SignInHour> &hours);
/// The hour with the most is as high as `height`; what is there at all is at least two pixels high.
[[nodiscard]] QList<SignInBar> barsOf(const QList<model::SignInHour> &hours, int height);

/// "14:00 – 15:00: 3 succeeded, 1 refused", in local time.
[[nodiscard]] QString hourText(const model::SignInHour &hour);
/// "3 succeeded, 1 refused"
[[nodiscard]] QString sumText(const SignInSum &sum);
/// The whole chart: the sum, and every hour with a sign-in.
[[nodiscard]] QString chartText(const QList<model::SignInHour> &hours);

} // namespace authdesk::ui::pages::overview
