// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/decoding.h"

#include "core/base/sentences.h"

namespace authdesk::net {

using namespace Qt::StringLiterals;
using base::Sentences;

int retryAfterOf(const Answer &answer)
{
    bool isNumber = false;
    const int seconds = answer.header("retry-after").trimmed().toInt(&isNumber);
    return isNumber && seconds > 0 ? seconds : 0;
}

std::optional<base::Error> strangeAnswer(const Answer &answer, bool wantsJson)
{
    const auto unexpected = [&answer](const QString &message) {
        return base::Error{.code = base::ErrorCode::UnexpectedAnswer,
                           .message = message,
                           .detail = u"status %1, type %2"_s.arg(answer.status)
                                         .arg(QString::fromLatin1(answer.header("content-type")))};
    };
    if (answer.status >= 300 && answer.status < 400)
        return unexpected(
            Sentences::tr("The server sends visitors on to another address: %1. Connect to that "
                          "address instead; nothing was sent there.")
                .arg(QString::fromUtf8(answer.header("location")).left(200)));
    if (wantsJson && !answer.isJson())
        return unexpected(
            Sentences::tr("A web page answered instead of the server's API. Check the address; "
                          "another program may be listening there."));
    return std::nullopt;
}

base::Result<void> checked(const base::Result<Answer> &answer, ErrorDecoder errorOf, bool wantsJson)
{
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status >= 400)
        return std::unexpected(errorOf(answer->status, answer->body, retryAfterOf(*answer)));
    if (auto strange = strangeAnswer(*answer, wantsJson))
        return std::unexpected(std::move(*strange));
    return {};
}

} // namespace authdesk::net
