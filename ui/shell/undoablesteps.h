// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Work in steps that all succeed or leave nothing behind: where one fails, those before it are
// undone, the last one first. Window thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>

#include <functional>
#include <vector>

namespace authdesk::ui::shell {

class UndoableSteps final : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<QFuture<base::Result<void>>()>;

    struct Step
    {
        int tag = 0; ///< what began() tells
        Work run;    ///< undoes itself what it did, if it fails
        Work undo = {};
        /// Ends `run` early, where that can be; it then fails with Cancelled.
        std::function<void()> callOff = {};
    };

    UndoableSteps(std::vector<Step> steps, QObject *parent);

    /// Ends with the first error; what could not be undone stands in its detail. The object is
    /// deleted then.
    [[nodiscard]] QFuture<base::Result<void>> run();
    /// Undoes what is done already; the future ends with Cancelled, unless it ends by then.
    void cancel();

Q_SIGNALS:
    void began(int tag);
    void undoing();
    /// Something could not be undone.
    void leftOver();

private:
    void next();
    void fail(const base::Error &error);
    void undoNext();
    void finish(const base::Result<void> &outcome);

    const std::vector<Step> m_steps;
    std::size_t m_done = 0;
    bool m_isCancelled = false;
    bool m_isUndoing = false;
    base::Error m_error;
    QPromise<base::Result<void>> m_promise;
};

} // namespace authdesk::ui::shell
