// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/vault/keychainjobs.h"

#include "core/base/sentences.h"

#include <QtCore/QPromise>
#include <QtCore/QTimer>

#include <qt6keychain/keychain.h>

namespace authdesk::vault {

using namespace Qt::StringLiterals;
using base::Sentences;

namespace {

using Written = base::Result<void>;
using ReadBack = base::Result<std::optional<base::Secret>>;

base::Error errorOf(QKeychain::Error error, const QString &detail)
{
    if (error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser)
        return {.code = base::ErrorCode::KeychainLocked,
                .message = Sentences::tr(
                    "The keychain is locked or did not allow access. Unlock it and try "
                    "again."),
                .detail = detail};
    return {.code = base::ErrorCode::KeychainUnavailable,
            .message = Sentences::tr(
                "This computer has no keychain that answers, so nothing secret is kept."),
            .detail = detail};
}

} // namespace

KeychainJobs::KeychainJobs(QString service, std::chrono::milliseconds timeLimit)
    : m_service(std::move(service))
    , m_timeLimit(timeLimit)
{
}

void KeychainJobs::cancelAll()
{
    m_closed = true;
    Q_EMIT cancelled();
}

template <typename T, typename Finished>
QFuture<T> KeychainJobs::run(QKeychain::Job *job, const QString &name, Finished finished)
{
    struct State
    {
        QPromise<T> promise;
        bool ended = false;
        void end(T result)
        {
            if (std::exchange(ended, true))
                return;
            promise.addResult(std::move(result));
            promise.finish();
        }
    };
    auto state = std::make_shared<State>();
    state->promise.start();
    const QFuture<T> future = state->promise.future();
    if (m_closed) {
        delete job;
        state->end(
            base::fail(base::ErrorCode::Cancelled, Sentences::tr("The request was cancelled.")));
        return future;
    }
    // Never falls back to a file of its own: what the keychain refuses is not kept.
    job->setInsecureFallback(false);
    job->setKey(name);
    job->setAutoDelete(true);
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, job, [state] {
        state->end(
            base::fail(base::ErrorCode::KeychainUnavailable,
                       Sentences::tr("The keychain does not answer, so nothing secret is kept.")));
    });
    connect(job, &QKeychain::Job::finished, timer, &QTimer::stop);
    connect(job, &QKeychain::Job::finished, job,
            [state, finished](QKeychain::Job *done) { state->end(finished(done)); });
    connect(this, &KeychainJobs::cancelled, job, [state] {
        state->end(
            base::fail(base::ErrorCode::Cancelled, Sentences::tr("The request was cancelled.")));
    });
    timer->start(m_timeLimit);
    job->start();
    return future;
}

QFuture<ReadBack> KeychainJobs::read(const QString &name)
{
    return run<ReadBack>(new QKeychain::ReadPasswordJob(m_service), name,
                         [](QKeychain::Job *job) -> ReadBack {
                             if (job->error() == QKeychain::EntryNotFound)
                                 return std::optional<base::Secret>();
                             if (job->error() != QKeychain::NoError)
                                 return std::unexpected(errorOf(job->error(), job->errorString()));
                             auto *read = static_cast<QKeychain::ReadPasswordJob *>(job);
                             return std::optional(base::Secret(read->binaryData()));
                         });
}

QFuture<Written> KeychainJobs::write(const QString &name, const base::Secret &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret.view().toByteArray());
    return run<Written>(job, name, [](QKeychain::Job *done) -> Written {
        if (done->error() != QKeychain::NoError)
            return std::unexpected(errorOf(done->error(), done->errorString()));
        return {};
    });
}

QFuture<Written> KeychainJobs::remove(const QString &name)
{
    return run<Written>(new QKeychain::DeletePasswordJob(m_service), name,
                        [](QKeychain::Job *done) -> Written {
                            const QKeychain::Error error = done->error();
                            if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
                                return std::unexpected(errorOf(error, done->errorString()));
                            return {};
                        });
}

} // namespace authdesk::vault
