// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Turns an HTTP answer into what it says: an error for everything that is not a success of the
// expected type. Shared by the clients of all systems. Window thread.
#pragma once

#include "core/net/httpclient.h"
#include "core/net/relay.h"

#include <type_traits>

namespace authdesk::net {

/// Seconds of a Retry-After header; 0 when there is none that is a number.
[[nodiscard]] int retryAfterOf(const Answer &answer);
/// The error of an answer that is no error of the API and no success either: a redirect, a page of
/// HTML; nothing for any other answer. `wantsJson`: a body is expected.
[[nodiscard]] std::optional<base::Error> strangeAnswer(const Answer &answer, bool wantsJson);

/// How an API words its errors: (status, body, Retry-After) → what went wrong.
using ErrorDecoder = base::Error (*)(int status, const QByteArray &body, int retryAfterSeconds);

/// What `decode` makes of the body of a successful answer; the error otherwise. Cancelling the
/// result cancels the call.
template <typename T, typename Decode>
[[nodiscard]] QFuture<base::Result<T>> decoded(QFuture<base::Result<Answer>> call,
                                               ErrorDecoder errorOf, Decode decode)
{
    return relay<base::Result<T>>(std::move(call),
                                  [errorOf, decode = std::move(decode)](
                                      const base::Result<Answer> &answer) -> base::Result<T> {
                                      if (!answer)
                                          return std::unexpected(answer.error());
                                      if (answer->status >= 400)
                                          return std::unexpected(errorOf(
                                              answer->status, answer->body, retryAfterOf(*answer)));
                                      if (auto strange = strangeAnswer(*answer, !std::is_void_v<T>))
                                          return std::unexpected(std::move(*strange));
                                      if constexpr (std::is_void_v<T>)
                                          return {};
                                      else
                                          return decode(answer->body);
                                  });
}

/// For answers whose body does not matter.
[[nodiscard]] inline QFuture<base::Result<void>> succeeded(QFuture<base::Result<Answer>> call,
                                                           ErrorDecoder errorOf)
{
    return decoded<void>(std::move(call), errorOf, nullptr);
}

} // namespace authdesk::net
