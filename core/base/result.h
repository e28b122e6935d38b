// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A value or the reason why there is none. Nothing in Authdesk throws across a function.
#pragma once

#include "core/base/error.h"

#include <expected>

namespace authdesk::base {

template <typename T = void>
using Result = std::expected<T, Error>;

/// Short for returning an error: `return fail(ErrorCode::NotFound, u"No such user."_s);`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString message = {},
                                                 QString detail = {})
{
    return std::unexpected(
        Error{.code = code, .message = std::move(message), .detail = std::move(detail)});
}

[[nodiscard]] inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}

} // namespace authdesk::base
