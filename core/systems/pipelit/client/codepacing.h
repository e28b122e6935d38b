// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps a person's codes within what Pipelit accepts, because it tells too many codes and a code
// that was used before by the same words as a wrong one: at most five codes in sixty seconds, and
// no code twice. Window thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QtCore/QList>

namespace authdesk::systems::pipelit::client {

class CodePacing final
{
public:
    explicit CodePacing(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    /// Call before a code is sent. InvalidCode for one that was accepted before and is still in
    /// its half minute; TooManyRequests, with the seconds to wait, for the sixth in a minute.
    [[nodiscard]] base::Result<void> admit(const QString &code);
    /// The server took this code: until its half minute is over it is worth nothing.
    void accepted(const QString &code);

private:
    const base::Clock &m_clock;
    QList<qint64> m_sentAt; ///< monotonic milliseconds
    base::Secret m_lastAccepted;
    qint64 m_acceptedAt = 0;
};

} // namespace authdesk::systems::pipelit::client
