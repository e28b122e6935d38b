// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/openarchiver/client/archiverkeys.h"

#include "core/base/sentences.h"
#include "core/systems/openarchiver/client/archivermodel.h"
#include "core/systems/openarchiver/messages/requests.h"

#include <algorithm>

namespace authdesk::systems::openarchiver::client {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Sentences;
using Keys = base::Result<QList<model::ApiKey>>;
using Created = base::Result<gateway::CreatedKey>;

namespace {

constexpr qint64 secondsOfDay = 24LL * 60 * 60;
constexpr qint64 mostDaysOfKey = 730;

base::Error onlyOwn()
{
    return {.code = ErrorCode::NotSupported,
            .message = Sentences::tr("OpenArchiver shows everybody only their own keys.")};
}

} // namespace

bool ArchiverKeys::isMine(qint64 userId) const
{
    const auto &standing = m_calls.standing();
    return !standing->me.isEmpty() && standing->numbers.idOf(userId) == standing->me;
}

ArchiverKeys::Answer<QList<model::ApiKey>> ArchiverKeys::list(qint64 userId)
{
    if (!isMine(userId))
        return net::readyFuture<Keys>(std::unexpected(onlyOwn()));
    return net::decoded<QList<model::ApiKey>>(
        m_calls.get(u"/api-keys"_s), errorOf,
        [userId, alive = std::weak_ptr(m_calls.standing())](const QByteArray &body) -> Keys {
            const auto standing = alive.lock();
            if (!standing)
                return base::fail(ErrorCode::Cancelled);
            const auto keys = messages::decodeKeys(body);
            if (!keys)
                return std::unexpected(keys.error());
            QList<model::ApiKey> all;
            for (const messages::KeyAnswer &key : *keys)
                all.append(keyOf(key, userId, standing->numbers));
            std::ranges::stable_sort(all, [](const auto &one, const auto &other) {
                return one.createdAt > other.createdAt;
            });
            return all;
        });
}

ArchiverKeys::Answer<gateway::CreatedKey>
ArchiverKeys::create(qint64 userId, const QString &name, const std::optional<QDateTime> &expiresAt)
{
    if (!isMine(userId))
        return net::readyFuture<Created>(std::unexpected(onlyOwn()));
    const qint64 seconds = expiresAt ? m_calls.clock().now().secsTo(*expiresAt) : 0;
    const qint64 days = (seconds + secondsOfDay - 1) / secondsOfDay;
    if (seconds <= 0 || days > mostDaysOfKey) {
        const QString why =
            Sentences::tr("OpenArchiver's keys end after at most 730 days. Choose an end.");
        return net::readyFuture<Created>(
            base::fail(base::Error{.code = ErrorCode::InvalidFields,
                                   .message = why,
                                   .fields = {{u"expires_at"_s, u"out_of_range"_s, why}}}));
    }
    return net::chain<Created>(
        net::decoded<base::Secret>(m_calls.post(u"/api-keys"_s,
                                                messages::encodeKeyRequest(name, days),
                                                net::CallAs::SignedIn),
                                   errorOf, messages::decodeNewKeyAnswer),
        [this, userId, name, alive = std::weak_ptr(m_calls.standing())](
            const base::Result<base::Secret> &secret) -> Answer<gateway::CreatedKey> {
            if (!secret)
                return net::readyFuture<Created>(std::unexpected(secret.error()));
            if (alive.expired())
                return net::readyFuture<Created>(base::fail(ErrorCode::Cancelled));
            return lookUp(userId, name, *secret);
        });
}

ArchiverKeys::Answer<gateway::CreatedKey> ArchiverKeys::lookUp(qint64 userId, const QString &name,
                                                               const base::Secret &secret)
{
    return net::relay<Created>(list(userId), [name, userId, secret](const Keys &keys) -> Created {
        // The secret is told this once: it is shown even where the list does not tell the rest.
        gateway::CreatedKey created{.key = {}, .secret = secret};
        created.key.userId = userId;
        created.key.name = name;
        if (!keys)
            return created;
        const QString whole = secret.toString();
        const auto found = std::ranges::find_if(*keys, [&](const model::ApiKey &key) {
            return key.name == name && !key.prefix.isEmpty() && whole.startsWith(key.prefix);
        });
        if (found != keys->cend())
            created.key = *found;
        return created;
    });
}

ArchiverKeys::Answer<void> ArchiverKeys::revoke(qint64 userId, qint64 keyId)
{
    using Done = base::Result<void>;
    if (!isMine(userId))
        return net::readyFuture<Done>(std::unexpected(onlyOwn()));
    const QString id = m_calls.standing()->numbers.idOf(keyId);
    if (id.isEmpty())
        return net::readyFuture<Done>(
            base::fail(ErrorCode::NotFound, Sentences::tr("There is no such key.")));
    return net::succeeded(m_calls.call({.method = "DELETE", .path = u"/api-keys/"_s + id}),
                          errorOf);
}

} // namespace authdesk::systems::openarchiver::client
