// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/dispatcher.h"

#include "core/server/http/longpoll.h"

#include <QtCore/QRandomGenerator>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

base::Error busy()
{
    return {.code = base::ErrorCode::Busy,
            .message = u"The server is busy. Try again in a moment."_s,
            .retryAfterSeconds = 1};
}

base::Error unauthenticated()
{
    return {.code = base::ErrorCode::Unauthenticated, .message = u"Sign in first."_s};
}

base::ErrorCode codeOf(const Refusal &refusal)
{
    switch (refusal.status) {
    case 413:
        return base::ErrorCode::TooLarge;
    case 503:
        return base::ErrorCode::Busy;
    default:
        return base::ErrorCode::Malformed;
    }
}

Response preflight(const QByteArray &allow)
{
    return Response::empty()
        .withHeader("Access-Control-Allow-Methods"_ba, allow)
        .withHeader(
            "Access-Control-Allow-Headers"_ba,
            // X-Requested-With is what Swagger UI sends to sign in.
            "Authorization, Content-Type, If-Match, X-API-KEY, X-Requested-With, X-Setup-Code"_ba)
        .withHeader("Access-Control-Max-Age"_ba, "600"_ba);
}

} // namespace

Dispatcher::Dispatcher(std::shared_ptr<const RouteTable> table, OriginRules origins,
                       const DispatchContext &context)
    : m_table(std::move(table))
    , m_origins(std::move(origins))
    , m_context(context)
    , m_writer(context.clock)
    , m_idState(QRandomGenerator::system()->generate64())
{
}

Dispatcher::~Dispatcher() = default;

qint64 Dispatcher::bodyLimit(const RequestHead &head) const
{
    const RouteTable::Match match = m_table->find(head.path);
    const RouteTable::Row *const row =
        match.entry && head.knownMethod ? match.entry->row(*head.knownMethod) : nullptr;
    return row && row->route->bodyLimit > 0 ? row->route->bodyLimit : m_context.limits.bodyBytes;
}

void Dispatcher::dispatch(Connection &connection, RequestHead &&head, const QByteArray &body)
{
    Exchange exchange;
    exchange.connection = &connection;
    exchange.keepAlive = head.keepAlive;
    exchange.isHttp10 = head.isHttp10;
    exchange.methodText = head.method;
    TrustedProxies::Sender sender =
        m_context.proxies.senderOf(head, connection.peer(), connection.isEncrypted());
    head.host = std::move(sender.host);
    exchange.isEncrypted = sender.isEncrypted;
    Request &request = exchange.request;
    request.method = head.knownMethod.value_or(Method::Get);
    request.path = head.path;
    request.query = head.query;
    request.body = body;
    request.peer = sender.address;
    request.secure = exchange.isEncrypted || m_origins.isPublicSecure();
    request.loopback = m_origins.isLoopback(head, request.peer);
    exchange.requestId = nextRequestId();
    request.requestId = QString::fromLatin1(exchange.requestId);
    if (!head.origin.isNull() && m_origins.mayReadAnswers(head.origin))
        exchange.allowedOrigin = head.origin;

    RouteTable::Match match = m_table->find(head.path);
    exchange.mount = match.entry ? match.entry->mount : m_table->mountNear(head.path);
    exchange.row = match.entry && head.knownMethod ? match.entry->row(*head.knownMethod) : nullptr;
    if (exchange.row)
        exchange.mount = exchange.row->mount;
    if (exchange.mount)
        request.prefix = exchange.mount->prefix;
    request.headers = std::move(head.headers);
    if (const auto response = answerWithoutRow(exchange, head, match)) {
        send(exchange, *response);
        return;
    }
    request.pathParameters = std::move(match.parameters);
    if (QByteArray token = shownToken(head, exchange.mount, request); !token.isEmpty())
        request.bearer = base::Secret(std::move(token));
    authorize(std::move(exchange));
}

/// Everything that is decided before a row's right is looked at.
std::optional<Response> Dispatcher::answerWithoutRow(const Exchange &exchange,
                                                     const RequestHead &head,
                                                     const RouteTable::Match &match)
{
    const auto fail = [&exchange](base::ErrorCode code, const QString &message) {
        return wordError({.code = code, .message = message}, exchange.mount, exchange.request);
    };
    if (!m_origins.answersFor(head.host))
        return fail(base::ErrorCode::Misdirected, u"This server does not go by that name."_s);
    const bool isServerWide = head.path == "*";
    const QByteArray allow = match.entry    ? match.entry->allow
                             : isServerWide ? "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"_ba
                                            : QByteArray();
    if (!head.knownMethod || (match.entry && !exchange.row && head.knownMethod != Method::Options))
        return fail(base::ErrorCode::MethodNotAllowed, u"That method is not taken here."_s)
            .withHeader("Allow"_ba, allow);
    if (!match.entry && !isServerWide)
        return fail(base::ErrorCode::NotFound, u"There is nothing at this address."_s);
    if (!exchange.row) {
        const bool isPreflight =
            !exchange.allowedOrigin.isEmpty()
            && !exchange.request.header("Access-Control-Request-Method").isNull();
        return (isPreflight ? preflight(allow) : Response::empty()).withHeader("Allow"_ba, allow);
    }
    if (!exchange.request.body.isEmpty() && exchange.row->route->bodyType == BodyType::Json
        && !isJsonType(head.contentType))
        return fail(base::ErrorCode::UnsupportedMediaType, u"Send the body as application/json."_s);
    return std::nullopt;
}

void Dispatcher::authorize(Exchange &&exchange)
{
    const Right &right = exchange.row->route->right;
    const bool isOpen = right.isOpenToLoopback() && exchange.request.loopback;
    if (right.kind() == Right::Kind::Anyone || isOpen) {
        run(std::move(exchange));
        return;
    }
    if (exchange.request.bearer.isEmpty()) {
        complete(exchange, std::unexpected(unauthenticated()));
        return;
    }
    std::optional<Authenticator::Answer> known =
        m_context.authenticator.recall(exchange.request.bearer.view());
    if (!known) {
        runOnPool(std::move(exchange), true);
        return;
    }
    if (!*known) {
        complete(exchange, std::unexpected(std::move(known->error())));
        return;
    }
    exchange.request.principal = std::move(**known);
    if (auto may =
            checkRight(*exchange.row->route, *exchange.request.principal, m_context.authenticator);
        !may) {
        complete(exchange, std::unexpected(std::move(may.error())));
        return;
    }
    run(std::move(exchange));
}

void Dispatcher::run(Exchange &&exchange)
{
    const Handler &handler = exchange.row->route->handler;
    switch (handler.where) {
    case Handler::Where::Loop:
        complete(exchange, callGuarded(handler.call, exchange.request));
        break;
    case Handler::Where::Pool:
    case Handler::Where::SignInPool:
        runOnPool(std::move(exchange), false);
        break;
    case Handler::Where::Later:
        runLater(std::move(exchange));
        break;
    }
}

/// Looks the token up where the event loop could not, and runs the handler in the same job if it
/// runs on a pool at all.
void Dispatcher::runOnPool(Exchange &&moved, bool looksUpToken)
{
    const auto exchange = std::make_shared<Exchange>(std::move(moved));
    const Route &route = *exchange->row->route;
    const bool hasPool = route.handler.where == Handler::Where::Pool
                         || route.handler.where == Handler::Where::SignInPool;
    const auto work = [this, exchange, &route, hasPool, looksUpToken] {
        std::optional<base::Result<Response>> result;
        if (looksUpToken) {
            // In the shape of a handler, so that an exception ends here too.
            auto admitted = callGuarded(
                [&](const Request &) -> base::Result<Response> {
                    Authenticator::Answer found =
                        m_context.authenticator.lookUp(exchange->request.bearer.view());
                    if (!found)
                        return std::unexpected(std::move(found.error()));
                    exchange->request.principal = std::move(*found);
                    const auto may =
                        checkRight(route, *exchange->request.principal, m_context.authenticator);
                    return may ? base::Result<Response>() : std::unexpected(may.error());
                },
                exchange->request);
            if (!admitted)
                result = std::move(admitted);
        }
        if (!result && hasPool)
            result = callGuarded(route.handler.call, exchange->request);
        QMetaObject::invokeMethod(
            this,
            [this, exchange, result = std::move(result)]() mutable {
                if (result)
                    complete(*exchange, std::move(*result));
                else
                    run(std::move(*exchange));
            },
            Qt::QueuedConnection);
    };
    WorkPool &pool = route.handler.where == Handler::Where::SignInPool ? m_context.signInPool
                                                                       : m_context.generalPool;
    if (!pool.run(work))
        complete(*exchange, std::unexpected(busy()));
}

void Dispatcher::runLater(Exchange &&exchange)
{
    if (m_isEnding || !exchange.connection) {
        complete(exchange, std::unexpected(busy()));
        return;
    }
    const Handler &handler = exchange.row->route->handler;
    QFuture<Response> future;
    const auto started = callGuarded(
        [&](const Request &request) -> base::Result<Response> {
            future = handler.laterCall(request);
            return Response();
        },
        exchange.request);
    if (!started) {
        complete(exchange, std::unexpected(started.error()));
        return;
    }
    auto *const poll = new LongPoll(*this, std::move(exchange));
    m_longPolls.insert(poll);
    poll->start(future);
}

void Dispatcher::endLongPolls()
{
    m_isEnding = true;
    const QSet<LongPoll *> polls = m_longPolls;
    for (LongPoll *const poll : polls)
        poll->end();
}

void Dispatcher::complete(const Exchange &exchange, base::Result<Response> result)
{
    if (!result)
        logFailure(result.error(), exchange.request.requestId);
    if (!exchange.connection) {
        record(exchange, 499); // What others call "client closed request".
        return;
    }
    send(exchange, result ? *result : wordError(result.error(), exchange.mount, exchange.request));
}

void Dispatcher::send(const Exchange &exchange, const Response &response)
{
    record(exchange, response.status);
    const bool withoutBody = exchange.request.method == Method::Head;
    exchange.connection->answer(
        m_writer.encode(response, {.requestId = exchange.requestId,
                                   .allowedOrigin = exchange.allowedOrigin,
                                   .withoutBody = withoutBody,
                                   .close = !exchange.keepAlive || m_isEnding,
                                   .isHttp10 = exchange.isHttp10,
                                   .isEncrypted = exchange.isEncrypted}),
        exchange.keepAlive && !m_isEnding ? Connection::Next::Request : Connection::Next::Close,
        withoutBody ? nullptr : response.file);
}

QByteArray Dispatcher::refuse(const Connection &connection, const RequestHead &head,
                              const Refusal &refusal)
{
    Exchange exchange;
    exchange.methodText = head.method;
    exchange.request.path = head.path;
    exchange.request.headers = head.headers;
    const TrustedProxies::Sender sender =
        m_context.proxies.senderOf(head, connection.peer(), connection.isEncrypted());
    exchange.request.peer = sender.address;
    exchange.requestId = nextRequestId();
    exchange.request.requestId = QString::fromLatin1(exchange.requestId);
    exchange.mount = m_table->mountNear(head.path);
    Response response = wordError({.code = codeOf(refusal),
                                   .message = QString(refusal.reason),
                                   .retryAfterSeconds = refusal.status == 503 ? 1 : 0},
                                  exchange.mount, exchange.request);
    response.status = refusal.status;
    record(exchange, response.status);
    return m_writer.encode(response, {.requestId = exchange.requestId,
                                      .allowedOrigin = {},
                                      .withoutBody = head.knownMethod == Method::Head,
                                      .close = true,
                                      .isHttp10 = false,
                                      .isEncrypted = sender.isEncrypted});
}

void Dispatcher::record(const Exchange &exchange, int status)
{
    using namespace std::chrono;
    if (m_context.telemetry)
        m_context.telemetry->requestAnswered(exchange.mount ? exchange.mount->system : QString(),
                                             status);
    RequestLog::Record record{
        .id = 0,
        .at = m_context.clock.now().toMSecsSinceEpoch(),
        .requestId = exchange.requestId,
        .method = exchange.methodText,
        .path = exchange.request.path,
        .status = status,
        .durationMicroseconds =
            duration_cast<microseconds>(steady_clock::now() - exchange.startedAt).count(),
        .address = exchange.request.peer,
        .system = exchange.mount ? exchange.mount->system : QString(),
        .principal = exchange.request.principal};
    const bool isGood = status < 400;
    if (m_context.logLine && !(isGood && exchange.row && exchange.row->isTokenCheck))
        m_context.logLine(RequestLog::entryOf(record));
    // A long poll for requests would wake itself up with its own entry.
    if (!(isGood && exchange.row && exchange.row->route->handler.where == Handler::Where::Later))
        m_context.requestLog.add(std::move(record));
}

/// 16 hex digits that do not tell how many requests there were (splitmix64).
QByteArray Dispatcher::nextRequestId()
{
    m_idState += 0x9e3779b97f4a7c15U;
    quint64 mixed = m_idState;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    mixed ^= mixed >> 31;
    QByteArray id(16, Qt::Uninitialized);
    for (char &digit : id) {
        digit = "0123456789abcdef"[mixed & 15U];
        mixed >>= 4;
    }
    return id;
}

} // namespace authdesk::server::http
