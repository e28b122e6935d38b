// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Continues a future on the thread that finishes it, and passes a cancel of the result back to
// where it came from, which QFuture::then() does not do. Window thread.
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>

#include <functional>
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

/// A future of what `next(value of from)` leads to. Cancelling it cancels whichever of the two is
/// under way; `next` is not called for a `from` that was cancelled.
template <typename To, typename From, typename Next>
[[nodiscard]] QFuture<To> chain(QFuture<From> from, Next next)
{
    auto promise = std::make_shared<QPromise<To>>();
    promise->start();
    const auto cancelCurrent =
        std::make_shared<std::function<void()>>([from]() mutable { from.cancel(); });
    onCancelRequest(promise->future(), [cancelCurrent] { (*cancelCurrent)(); });
    const auto giveUp = [promise] {
        promise->future().cancel();
        promise->finish();
    };
    from.then([promise, cancelCurrent, giveUp, next = std::move(next)](const From &value) mutable {
            QFuture<To> second = next(value);
            *cancelCurrent = [second]() mutable { second.cancel(); };
            second
                .then([promise](const To &result) {
                    promise->addResult(result);
                    promise->finish();
                })
                .onCanceled(giveUp);
        })
        .onCanceled(giveUp);
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
