// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/tokenauthenticator.h"

#include "core/policy/policy.h"

namespace authdesk::server::host {

using http::Principal;

namespace {

std::shared_ptr<const Principal> principalOf(const service::TokenCache::EntryPointer &entry)
{
    return std::static_pointer_cast<const Principal>(entry->companion);
}

} // namespace

std::shared_ptr<const void> TokenAuthenticator::makePrincipal(const service::Actor &actor)
{
    return std::make_shared<const Principal>(
        Principal{.userId = actor.userId,
                  .uid = actor.uid,
                  .username = actor.username,
                  .sessionId = actor.sessionId,
                  .keyId = actor.keyId,
                  .keyLevel = actor.keyLevel,
                  .system = actor.system,
                  .signedInAt = actor.signedInAt,
                  .statements = actor.statements,
                  .enrollmentRequired = actor.enrollmentRequired});
}

std::optional<TokenAuthenticator::Answer> TokenAuthenticator::recall(QByteArrayView token)
{
    const auto entry = m_tokens.recall(token);
    if (!entry)
        return std::nullopt;
    return principalOf(entry);
}

TokenAuthenticator::Answer TokenAuthenticator::lookUp(QByteArrayView token)
{
    auto entry = m_tokens.lookUp(token);
    if (!entry)
        return base::fail(std::move(entry).error());
    return principalOf(*entry);
}

bool TokenAuthenticator::allows(const Principal &principal, model::Action action,
                                model::Subject subject) const
{
    // What is done to people looks at each of them, in the services; else nobody looks again.
    return subject == model::Subject::Users
               ? policy::allows(principal.statements, action, subject)
               : policy::allowsAll(principal.statements, action, subject);
}

} // namespace authdesk::server::host
