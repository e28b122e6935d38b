// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/undoablesteps.h"

#include "core/base/whenanswered.h"

namespace authdesk::ui::shell {

using base::ErrorCode;
using base::Result;

UndoableSteps::UndoableSteps(std::vector<Step> steps, QObject *parent)
    : QObject(parent)
    , m_steps(std::move(steps))
{
}

QFuture<Result<void>> UndoableSteps::run()
{
    m_promise.start();
    QFuture<Result<void>> future = m_promise.future();
    next();
    return future;
}

void UndoableSteps::cancel()
{
    m_isCancelled = true;
    if (!m_isUndoing && m_done < m_steps.size() && m_steps[m_done].callOff)
        m_steps[m_done].callOff();
}

void UndoableSteps::next()
{
    if (m_done == m_steps.size())
        return finish({});
    if (m_isCancelled)
        return fail({.code = ErrorCode::Cancelled, .message = {}});
    const Step &step = m_steps[m_done];
    Q_EMIT began(step.tag);
    base::whenAnswered(step.run(), this, [this](const Result<void> &outcome) {
        if (!outcome)
            return fail(outcome.error());
        ++m_done;
        next();
    });
}

void UndoableSteps::fail(const base::Error &error)
{
    m_error = error;
    m_isUndoing = true;
    Q_EMIT undoing();
    undoNext();
}

void UndoableSteps::undoNext()
{
    if (m_done == 0)
        return finish(std::unexpected(m_error));
    const Step &step = m_steps[--m_done];
    if (!step.undo)
        return undoNext();
    base::whenAnswered(step.undo(), this, [this](const Result<void> &outcome) {
        if (!outcome) {
            const base::Error &error = outcome.error();
            // One cause may keep several steps from being undone.
            if (!m_error.detail.contains(error.message))
                m_error.detail =
                    QStringList{m_error.detail, error.message, error.detail}.join(u'\n').trimmed();
            Q_EMIT leftOver();
        }
        undoNext();
    });
}

void UndoableSteps::finish(const Result<void> &outcome)
{
    m_promise.addResult(outcome);
    m_promise.finish();
    deleteLater();
}

} // namespace authdesk::ui::shell
