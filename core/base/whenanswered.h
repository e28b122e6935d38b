// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Waiting for an answer in the name of something that may be gone before it comes. Qt's own
// QFuture::then(context, …) asserts on a vanished context up to 6.4 and looks at it from the
// answering thread; this does neither. The context's thread.
#pragma once

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <utility>

namespace authdesk::base {

/// Calls `function` with the result: at once when it is already there, else from the event loop of
/// `context`. Not at all when `context` is gone by then or the future ended without a result.
template <typename T, typename Function>
void whenAnswered(const QFuture<T> &future, QObject *context, Function function)
{
    if (future.isFinished()) {
        if (future.resultCount() > 0)
            function(future.resultAt(0));
        return;
    }
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, function = std::move(function)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             function(watcher->future().resultAt(0));
                     });
    watcher->setFuture(future);
}

} // namespace authdesk::base
