// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/tlskeeper.h"

#include "core/base/log.h"
#include "core/server/crypto/keypair.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <chrono>
#include <utility>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::KeyPairProblem;

namespace {

/// Twice a second, because what changed must stand still for one look before it counts.
constexpr std::chrono::milliseconds lookEvery{500};
constexpr qint64 longestPem = 1024 * 1024;

/// `problem`: a sentence with places for the path and the reason.
Result<QByteArray> readPem(const QString &path, const QString &problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileFailed, problem.arg(path, file.errorString()));
    return file.read(longestPem);
}

QString wordsFor(KeyPairProblem problem, const TlsFiles &files)
{
    switch (problem) {
    case KeyPairProblem::NoCertificate:
        return u"%1 holds no certificate in PEM form."_s.arg(files.certificate);
    case KeyPairProblem::NoKey:
        return u"%1 holds no private key in PEM form."_s.arg(files.key);
    case KeyPairProblem::EncryptedKey:
        return u"The private key %1 asks for a passphrase; TLS needs it without one."_s.arg(
            files.key);
    case KeyPairProblem::OtherKind:
        return u"The private key %1 is neither RSA nor EC."_s.arg(files.key);
    case KeyPairProblem::Mismatch:
        return u"The private key %1 does not belong to the certificate %2."_s.arg(
            files.key, files.certificate);
    }
    return {};
}

} // namespace

struct TlsKeeper::Content
{
    QByteArray certificates;
    base::Secret key;

    [[nodiscard]] static QByteArray fingerprintOf(const Result<Content> &content)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (content) {
            hash.addData(content->certificates);
            hash.addData(content->key.view());
        } else {
            hash.addData(content.error().message.toUtf8());
        }
        return hash.result();
    }
};

TlsKeeper::TlsKeeper(TlsFiles files, const base::Clock &clock)
    : m_files(std::move(files))
    , m_clock(clock)
{
}

TlsKeeper::~TlsKeeper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::unique_ptr<TlsKeeper>> TlsKeeper::start(TlsFiles files, const base::Clock &clock)
{
    std::unique_ptr<TlsKeeper> keeper(new TlsKeeper(std::move(files), clock));
    const Result<Content> content = keeper->read();
    if (auto shown = keeper->show(content); !shown)
        return fail(std::move(shown).error());
    keeper->m_seen = keeper->m_judged = Content::fingerprintOf(content);
    keeper->m_thread = std::thread([&place = *keeper] { place.run(); });
    return keeper;
}

Result<TlsKeeper::Content> TlsKeeper::read() const
{
    auto certificates = readPem(m_files.certificate, u"Cannot read the certificate %1: %2."_s);
    if (!certificates)
        return fail(std::move(certificates).error());
    auto key = readPem(m_files.key, u"Cannot read the private key %1: %2."_s);
    if (!key)
        return fail(std::move(key).error());
    return Content{.certificates = *std::move(certificates), .key = base::Secret(*std::move(key))};
}

Result<void> TlsKeeper::show(const Result<Content> &content)
{
    if (!content)
        return fail(content.error());
    const auto pair = crypto::readKeyPair(content->certificates, content->key);
    if (!pair)
        return fail(ErrorCode::FileFailed, wordsFor(pair.error(), m_files));
    const QDateTime now = m_clock.now();
    if (now > pair->validUntil)
        return fail(ErrorCode::FileFailed,
                    u"The certificate %1 ended on %2."_s.arg(
                        m_files.certificate, pair->validUntil.toString(Qt::ISODate)));
    if (now < pair->validFrom)
        return fail(ErrorCode::FileFailed,
                    u"The certificate %1 begins only on %2."_s.arg(
                        m_files.certificate, pair->validFrom.toString(Qt::ISODate)));
    if (auto shown = m_identity.show(content->certificates, content->key); !shown)
        return shown;
    const std::lock_guard lock(m_mutex);
    m_shown = {.fingerprint = pair->fingerprint,
               .validFrom = pair->validFrom,
               .validUntil = pair->validUntil,
               .names = pair->names};
    return {};
}

model::CertificateFacts TlsKeeper::shown() const
{
    const std::lock_guard lock(m_mutex);
    return m_shown;
}

void TlsKeeper::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, lookEvery, [this] { return m_ending; })) {
        lock.unlock();
        look();
        lock.lock();
    }
}

void TlsKeeper::look()
{
    const Result<Content> content = read();
    const QByteArray now = Content::fingerprintOf(content);
    // Somebody may be in the middle of writing the two.
    const bool standsStill = std::exchange(m_seen, now) == now;
    if (!standsStill || now == m_judged)
        return;
    m_judged = now;
    if (const auto shown = show(content); shown)
        qCInfo(base::logServer).noquote() << "TLS shows the new certificate" << m_files.certificate;
    else
        qCCritical(base::logServer).noquote()
            << "TLS keeps the certificate that it has:" << shown.error().message;
}

} // namespace authdesk::server::host
