// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/longpoll.h"

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

Dispatcher::LongPoll::LongPoll(Dispatcher &dispatcher, Exchange &&exchange)
    : QObject(&dispatcher)
    , m_dispatcher(dispatcher)
    , m_exchange(std::move(exchange))
{
    connect(&m_watcher, &QFutureWatcher<Response>::finished, this, &LongPoll::onFinished);
    connect(m_exchange.connection, &Connection::gone, this, [this] { m_watcher.cancel(); });
}

void Dispatcher::LongPoll::start(const QFuture<Response> &future)
{
    m_watcher.setFuture(future);
}

void Dispatcher::LongPoll::end()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_dispatcher.m_longPolls.remove(this);
    m_dispatcher.complete(m_exchange,
                          std::unexpected(base::Error{.code = base::ErrorCode::Busy,
                                                      .message = u"The server is stopping."_s,
                                                      .retryAfterSeconds = 1}));
    deleteLater();
}

void Dispatcher::LongPoll::onFinished()
{
    m_dispatcher.m_longPolls.remove(this);
    deleteLater();
    base::Result<Response> result = base::fail(
        base::ErrorCode::Internal, u"Something went wrong in the server."_s, u"no answer came"_s);
    try {
        QFuture<Response> future = m_watcher.future();
        future.waitForFinished(); // It is; this is where an exception of the handler's comes out.
        if (future.resultCount() > 0)
            result = future.result();
    } catch (...) {
        result = base::fail(base::ErrorCode::Internal, u"Something went wrong in the server."_s,
                            u"a handler's future threw"_s);
    }
    m_dispatcher.complete(m_exchange, std::move(result));
}

} // namespace authdesk::server::http
