// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An endpoint is one row: method, path, right, handler. A row without a right does not compile.
// Tables are built at start and never change afterwards; any thread may read them.
#pragma once

#include "core/base/result.h"
#include "core/server/http/response.h"

#include <QtCore/QFuture>

#include <functional>

namespace authdesk::server::http {

/// Who may call a row. There is no default: every row names its right.
class Right final
{
public:
    Right() = delete;

    /// Anyone, with or without a token.
    [[nodiscard]] static Right anyone() { return Right(Kind::Anyone); }
    /// Whoever has a good token that is not held back by a missing second factor.
    [[nodiscard]] static Right signedIn() { return Right(Kind::SignedIn); }
    /// Whoever has a good token, also one that must set up a second factor first.
    [[nodiscard]] static Right signedInOrEnrolling() { return Right(Kind::Enrolling); }
    /// Whoever may do `action` to `subject`.
    [[nodiscard]] static Right to(model::Action action, model::Subject subject)
    {
        return Right(Kind::Statement, action, subject);
    }

    /// Whoever may do `action` to `subject`, and anyone on this computer (Request::loopback).
    [[nodiscard]] static Right toOrLoopback(model::Action action, model::Subject subject)
    {
        Right right = to(action, subject);
        right.m_isOpenToLoopback = true;
        return right;
    }

    enum class Kind { Anyone, SignedIn, Enrolling, Statement };
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] model::Action action() const { return m_action; }
    [[nodiscard]] model::Subject subject() const { return m_subject; }
    [[nodiscard]] bool isOpenToLoopback() const { return m_isOpenToLoopback; }

private:
    explicit Right(Kind kind, model::Action action = model::Action::Manage,
                   model::Subject subject = model::Subject::All)
        : m_kind(kind)
        , m_action(action)
        , m_subject(subject)
    {
    }
    Kind m_kind;
    model::Action m_action;
    model::Subject m_subject;
    bool m_isOpenToLoopback = false;
};

/// What answers a row, and where it runs.
class Handler final
{
public:
    /// The answer, or an error that the dispatcher words by the mount's encodeError, with
    /// Retry-After and WWW-Authenticate where they belong. A lambda may return a plain Response.
    using Call = std::function<base::Result<Response>(const Request &)>;
    using LaterCall = std::function<QFuture<Response>(const Request &)>;

    /// In the event loop: only memory may be touched.
    [[nodiscard]] static Handler inLoop(Call call) { return {Where::Loop, std::move(call), {}}; }
    /// On the bounded pool for everything that reads or writes the store.
    [[nodiscard]] static Handler onPool(Call call) { return {Where::Pool, std::move(call), {}}; }
    /// On the bounded pool for whatever waits for a password hash, so that a flood of sign-ins
    /// takes no place from the rest.
    [[nodiscard]] static Handler onSignInPool(Call call)
    {
        return {Where::SignInPool, std::move(call), {}};
    }
    /// Called in the loop; the answer comes when the future is finished (long polls).
    [[nodiscard]] static Handler later(LaterCall call)
    {
        return {Where::Later, {}, std::move(call)};
    }

    enum class Where { Loop, Pool, SignInPool, Later };
    Where where;
    Call call;
    LaterCall laterCall;
};

/// What a body may be sent as. Anything else gets 415; a request without a body needs no type.
enum class BodyType {
    Json, ///< application/json only
    Any,  ///< the handler looks at the Content-Type itself (forms, files)
};

struct Route
{
    Method method;
    QByteArray path; ///< from the mount's prefix on; "{id}" stands for one whole segment
    Right right;
    Handler handler;
    BodyType bodyType = BodyType::Json;
    qint64 bodyLimit = 0; ///< bytes; 0: the server's limit
};

/// How one system words what went wrong; called in any thread.
using ErrorEncoder = std::function<Response(const base::Error &, const Request &)>;

/// A system's rows under a prefix. The prefix is "" or "/name".
struct Mount
{
    QByteArray prefix;
    QString system; ///< "authdesk", "pipelit"
    QList<Route> routes = {};
    ErrorEncoder encodeError = {};
    /// A header whose value counts as the token, before Authorization: "X-API-KEY". Empty: none.
    QByteArray keyHeader = {};
};

/// The one table from error code to HTTP status.
[[nodiscard]] int statusOf(base::ErrorCode code);
/// An error as a client may be told it: where the database lies, or what it said, is for the log.
[[nodiscard]] base::Error forClients(base::Error error);

} // namespace authdesk::server::http
