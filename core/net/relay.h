// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Continues a future on the thread that finishes it, and passes a cancel of the result back to
// where it came from, which QFuture::then() does not do. Window thread.
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>

#include <memory>

namespace authdesk::net {

/// Calls `whenCancelled` when somebody cancels `future` before it is finished.
template <typename T, typename Function>
void onCancelRequest(const QFuture<T> &future, Function whenCancelled)
{
    auto *watcher = new QFutureWatcher<T>;
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, std::move(whenCancelled));
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
}

/// A future of `map(value of from)`. It finishes whenever `from` does; cancelled when `from` was.
template <typename To, typename From, typename Map>
[[nodiscard]] QFuture<To> relay(QFuture<From> from, Map map)
{
    auto promise = std::make_shared<QPromise<To>>();
    promise->start();
    onCancelRequest(promise->future(), [from]() mutable { from.cancel(); });
    from.then([promise, map = std::move(map)](const From &value) mutable {
            promise->addResult(map(value));
            promise->finish();
        })
        .onCanceled([promise] {
            promise->future().cancel();
            promise->finish();
        });
    return promise->future();
}

/// A future that is finished already.
template <typename T>
[[nodiscard]] QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace authdesk::net
