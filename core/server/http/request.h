// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A request as a handler sees it: read completely, framing checked, nothing of Qt HTTP Server in
// it. Immutable once dispatched; copies are cheap; any thread.
#pragma once

#include "core/base/secret.h"
#include "core/server/http/principal.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtNetwork/QHostAddress>

#include <memory>
#include <optional>

namespace authdesk::server::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

[[nodiscard]] QByteArrayView methodName(Method method); ///< "GET", …

struct Header
{
    QByteArray name; ///< as sent; compared without case
    QByteArray value;
};

struct Request
{
    Method method = Method::Get;
    QByteArray path;  ///< decoded, "/admin/v1/users/7"; without the query
    QByteArray query; ///< as sent, without '?'
    QList<Header> headers;
    QByteArray body;
    QHostAddress peer;   ///< who sent it: is connected, or was to a trusted proxy
    bool secure = false; ///< the sender's connection or the public URL is https
    /// Peer, Host, forwarding headers and Origin all say "this computer" (contracts: First run).
    bool loopback = false;
    QString requestId;                ///< 16 hex digits, also in the log and in X-Request-Id
    QByteArrayView prefix;            ///< of the mount: "" at the root, "/pipelit"
    QList<QByteArray> pathParameters; ///< what the {…} of the row matched, decoded, in order
    std::shared_ptr<const Principal> principal; ///< null where the row asks for no right
    base::Secret bearer; ///< the token itself, for sign-out; empty when none came

    /// The first header of that name, without case; null when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// A parameter of the query, percent-decoded; nullopt when absent.
    [[nodiscard]] std::optional<QString> queryValue(QByteArrayView name) const;
    /// A path parameter that must be a positive 63-bit number; nullopt otherwise.
    [[nodiscard]] std::optional<qint64> idParameter(qsizetype index) const;
};

} // namespace authdesk::server::http
