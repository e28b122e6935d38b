// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Turns an HTTP answer into what it says: an error for everything that is not a success of the
// expected type. Shared by the clients of all systems. Window thread.
#pragma once

#include "core/net/httpclient.h"
#include "core/net/relay.h"

namespace authdesk::net {

/// Seconds of a Retry-After header; 0 when there is none that is a number.
[[nodiscard]] int retryAfterOf(const Answer &answer);
/// The error of an answer that is no error of the API and no success either: a redirect, a page of
/// HTML; nothing for any other answer. `wantsJson`: a body is expected.
[[nodiscard]] std::optional<base::Error> strangeAnswer(const Answer &answer, bool wantsJson);

/// How an API words its errors: (status, body, Retry-After) → what went wrong.
using ErrorDecoder = base::Error (*)(int status, const QByteArray &body, int retryAfterSeconds);

/// Nothing for a success of the expected type; what went wrong for everything else.
[[nodiscard]] base::Result<void> checked(const base::Result<Answer> &answer, ErrorDecoder errorOf,
                                         bool wantsJson);

/// What `decode` makes of the body of a successful answer; the error otherwise. Cancelling the
/// result cancels the call.
template <typename T, typename Decode>
[[nodiscard]] QFuture<base::Result<T>> decoded(QFuture<base::Result<Answer>> call,
                                               ErrorDecoder errorOf, Decode decode)
{
    return relay<base::Result<T>>(std::move(call),
                                  [errorOf, decode = std::move(decode)](
                                      const base::Result<Answer> &answer) -> base::Result<T> {
                                      if (auto success = checked(answer, errorOf, true); !success)
                                          return std::unexpected(std::move(success.error()));
                                      return decode(answer->body);
                                  });
}

/// For answers whose body does not matter.
[[nodiscard]] inline QFuture<base::Result<void>> succeeded(QFuture<base::Result<Answer>> call,
                                                           ErrorDecoder errorOf)
{
    return relay<base::Result<void>>(
        std::move(call),
        [errorOf](const base::Result<Answer> &answer) { return checked(answer, errorOf, false); });
}

} // namespace authdesk::net
