// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The result of a transaction that is kept although it refuses: the guess was counted, the reuse
// was written, and the caller still gets an error. Inside this room only.
#pragma once

#include "core/base/result.h"

#include <variant>

namespace authdesk::server::service {

template <typename T>
using Verdict = std::variant<T, base::Error>;

template <typename T>
[[nodiscard]] base::Result<T> resultOf(base::Result<Verdict<T>> verdict)
{
    if (!verdict)
        return base::fail(std::move(verdict).error());
    if (auto *refused = std::get_if<base::Error>(&*verdict))
        return base::fail(std::move(*refused));
    return std::get<T>(*std::move(verdict));
}

} // namespace authdesk::server::service
