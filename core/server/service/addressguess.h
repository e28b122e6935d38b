// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One guess as its address sees it: counted from the beginning, and given back at the end unless it
// was wrong. Inside this room only; one thread.
#pragma once

#include "core/server/service/caller.h"
#include "core/server/service/toolbox.h"

namespace authdesk::server::service {

class AddressGuess final
{
public:
    AddressGuess(Toolbox &tools, const Caller &caller)
        : m_limiter(tools.addresses)
        , m_ticket(m_limiter.reserve(caller.address))
    {
    }
    AddressGuess(const AddressGuess &) = delete;
    AddressGuess &operator=(const AddressGuess &) = delete;
    ~AddressGuess()
    {
        if (!m_wasWrong)
            m_limiter.giveBack(m_ticket);
    }

    /// TooManyRequests when the address has to wait; nothing was counted then.
    [[nodiscard]] base::Result<> demandCalm() const
    {
        if (m_ticket.retryAfterSeconds == 0)
            return {};
        return base::fail(base::Error{
            .code = base::ErrorCode::TooManyRequests,
            .message = QStringLiteral("Too many failed sign-ins from here. Try again later."),
            .retryAfterSeconds = m_ticket.retryAfterSeconds});
    }
    void wasWrong() { m_wasWrong = true; }

private:
    AddressLimiter &m_limiter;
    AddressTicket m_ticket;
    bool m_wasWrong = false;
};

} // namespace authdesk::server::service
