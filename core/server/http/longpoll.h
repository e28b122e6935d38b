// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A handler's answer that comes when it comes. Ends with the answer, with its client or with the
// server, whichever is first; the future is cancelled in the last two cases.
#pragma once

#include "core/server/http/exchange.h"

#include <QtCore/QFutureWatcher>

namespace authdesk::server::http {

class Dispatcher::LongPoll final : public QObject
{
public:
    LongPoll(Dispatcher &dispatcher, Exchange &&exchange);

    void start(const QFuture<Response> &future);
    void end();

private:
    void onFinished();

    Dispatcher &m_dispatcher;
    Exchange m_exchange;
    QFutureWatcher<Response> m_watcher;
};

} // namespace authdesk::server::http
