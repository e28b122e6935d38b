// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Brings a request from its connection to its handler and the answer back: who is meant (Host),
// which row, who asks, may they, where the handler runs. One per listener and loop, in the event
// loop's thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/telemetry.h"
#include "core/server/http/admission.h"
#include "core/server/http/answerwriter.h"
#include "core/server/http/connection.h"
#include "core/server/http/limits.h"
#include "core/server/http/originrules.h"
#include "core/server/http/requestlog.h"
#include "core/server/http/routetable.h"
#include "core/server/http/trustedproxies.h"
#include "core/server/http/workpool.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>

namespace authdesk::server::http {

/// What the dispatchers of a server share. Everything outlives them.
struct DispatchContext
{
    Authenticator &authenticator;
    const base::Clock &clock;
    const Limits &limits;
    const TrustedProxies &proxies;
    RequestLog &requestLog;
    WorkPool &generalPool;
    WorkPool &signInPool;
    std::function<void(const model::RequestEntry &)> logLine;
    base::Telemetry *telemetry; ///< null: nobody counts
};

class Dispatcher final : public QObject
{
    Q_OBJECT

public:
    Dispatcher(std::shared_ptr<const RouteTable> table, OriginRules origins,
               const DispatchContext &context);
    ~Dispatcher() override;

    /// How long the body of that request may be.
    [[nodiscard]] qint64 bodyLimit(const RequestHead &head) const;
    /// Sees to it that the connection gets its answer, now or later.
    void dispatch(Connection &connection, RequestHead &&head, const QByteArray &body);
    /// The answer to what the guard refused; the head is as far as it was read.
    [[nodiscard]] QByteArray refuse(const Connection &connection, const RequestHead &head,
                                    const Refusal &refusal);
    /// Answers whoever waits in a long poll with Busy, now and from now on.
    void endLongPolls();
    [[nodiscard]] base::Telemetry *telemetry() const { return m_context.telemetry; }

private:
    struct Exchange;
    class LongPoll;

    [[nodiscard]] std::optional<Response> answerWithoutRow(const Exchange &exchange,
                                                           const RequestHead &head,
                                                           const RouteTable::Match &match);
    void authorize(Exchange &&exchange);
    void run(Exchange &&exchange);
    void runOnPool(Exchange &&exchange, bool looksUpToken);
    void runLater(Exchange &&exchange);
    void complete(const Exchange &exchange, base::Result<Response> result);
    void send(const Exchange &exchange, const Response &response);
    void record(const Exchange &exchange, int status);
    [[nodiscard]] QByteArray nextRequestId();

    const std::shared_ptr<const RouteTable> m_table;
    const OriginRules m_origins;
    const DispatchContext &m_context;
    AnswerWriter m_writer;
    quint64 m_idState;
    QSet<LongPoll *> m_longPolls;
    bool m_isEnding = false;
};

} // namespace authdesk::server::http
