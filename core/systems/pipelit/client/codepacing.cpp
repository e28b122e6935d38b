// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/pipelit/client/codepacing.h"

#include "core/base/sentences.h"

#include <algorithm>

namespace authdesk::systems::pipelit::client {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

constexpr qint64 windowMs = 60'000;
constexpr qsizetype mostInWindow = 5;
/// A code is shown for thirty seconds and taken one step before and after.
constexpr qint64 codeLifeMs = 90'000;

} // namespace

base::Result<void> CodePacing::admit(const QString &code)
{
    const qint64 now = m_clock.monotonicMs();
    if (!m_lastAccepted.isEmpty() && now - m_acceptedAt < codeLifeMs
        && m_lastAccepted == base::Secret::fromString(code))
        return base::fail(
            base::ErrorCode::InvalidCode,
            Sentences::tr("This code was used already, and each one works once. Wait until your "
                          "app shows the next one."));
    m_sentAt.removeIf([now](qint64 sent) { return now - sent >= windowMs; });
    if (m_sentAt.size() >= mostInWindow) {
        const int seconds = int((m_sentAt.constFirst() + windowMs - now + 999) / 1000);
        return base::fail(base::Error{
            .code = base::ErrorCode::TooManyRequests,
            .message = Sentences::tr("This server takes five codes a minute and refuses more even "
                                     "when they are right. Wait %1 seconds.")
                           .arg(seconds),
            .retryAfterSeconds = std::max(1, seconds)});
    }
    m_sentAt.append(now);
    return {};
}

void CodePacing::accepted(const QString &code)
{
    m_lastAccepted = base::Secret::fromString(code);
    m_acceptedAt = m_clock.monotonicMs();
}

} // namespace authdesk::systems::pipelit::client
