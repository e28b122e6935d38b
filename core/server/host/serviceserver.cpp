// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/serviceserver.h"

#include "core/base/log.h"
#include "core/hosting/folderremoval.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QThread>
#include <QtNetwork/QSslSocket>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::chrono::seconds readyLimit{30};
constexpr std::chrono::milliseconds betweenLooks{50};
constexpr int looksPerQuestion = 10; ///< to systemd, while it is awaited
constexpr std::chrono::milliseconds answerLimit{3000};
constexpr int usualPort = 80;
constexpr int usualTlsPort = 443;

bool connectTo(QSslSocket &socket, const Place &place)
{
    const int limit = int(answerLimit.count());
    if (place.address.scheme() != "https"_L1) {
        socket.connectToHost(place.address.host(), quint16(place.address.port(usualPort)));
        return socket.waitForConnected(limit);
    }
    // Not by its names, but by itself: the folder tells what it shows.
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(place.address.host(), quint16(place.address.port(usualTlsPort)));
    return socket.waitForEncrypted(limit)
           && socket.peerCertificate().digest(QCryptographicHash::Sha256) == place.certificate;
}

/// Whether it answers that it can do its work. Blocks for some seconds at most.
bool isReady(const Place &place)
{
    QSslSocket socket;
    if (!connectTo(socket, place))
        return false;
    // A listener for one API alone only tells that it lives.
    const QByteArray path = place.isWhole ? "/readyz" : "/healthz";
    socket.write("GET " + path + " HTTP/1.1\r\nHost: " + place.address.authority().toLatin1()
                 + "\r\nConnection: close\r\n\r\n");
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(answerLimit.count())))
            return false;
    }
    return socket.readLine().startsWith("HTTP/1.1 200 ");
}

} // namespace

ServiceServer::ServiceServer(std::shared_ptr<const hosting::UserManager> manager,
                             hosting::ServiceSpec spec, std::unique_ptr<LocalServerImpl> rescuer)
    : m_manager(std::move(manager))
    , m_spec(std::move(spec))
    , m_rescuer(std::move(rescuer))
{
    m_pool.setMaxThreadCount(1);
}

ServiceServer::~ServiceServer()
{
    callOff();
    m_pool.waitForDone();
}

std::optional<Place> ServiceServer::place() const
{
    const QMutexLocker locker(&m_mutex);
    return m_place;
}

QUrl ServiceServer::address() const
{
    const auto now = place();
    return now ? now->address : QUrl();
}

QByteArray ServiceServer::certificate() const
{
    const auto now = place();
    return now ? now->certificate : QByteArray();
}

QUrl ServiceServer::publicAddress() const
{
    const auto now = place();
    return now ? now->publicAddress : QUrl();
}

QDateTime ServiceServer::startedAt() const
{
    const auto now = place();
    return now ? now->startedAt : QDateTime();
}

std::optional<Place> ServiceServer::lookNow()
{
    auto found = findPlace(m_spec.dataFolder);
    const QMutexLocker locker(&m_mutex);
    m_place = found;
    return found;
}

QFuture<QUrl> ServiceServer::lookAgain()
{
    return QtConcurrent::run(&m_pool, [this] {
        const auto found = lookNow();
        return found ? found->address : QUrl();
    });
}

QFuture<Result<QUrl>> ServiceServer::start(const hosting::LocalServerOptions &)
{
    return QtConcurrent::run(&m_pool, [this, number = ++m_starts] { return startNow(number); });
}

void ServiceServer::callOff()
{
    m_calledOff = m_starts.load();
}

Result<QUrl> ServiceServer::startNow(int number)
{
    if (m_calledOff >= number)
        return fail(ErrorCode::Cancelled);
    if (!findPlace(m_spec.dataFolder)) {
        // Of one that was killed; it is not looked at until the new one answers.
        if (!FolderLock::isTaken(m_spec.dataFolder))
            removePlace(m_spec.dataFolder);
        if (const auto started = m_manager->start(m_spec.id); !started)
            return fail(started.error());
    }
    auto ready = awaitReadiness(number);
    if (!ready) {
        ready.error().detail = m_manager->status(m_spec.id);
        // Or it would be tried again for ever.
        if (const auto stopped = stopNow(); !stopped)
            qCWarning(base::logServer).noquote() << stopped.error().message;
    }
    return ready;
}

Result<QUrl> ServiceServer::awaitReadiness(int number)
{
    const QDeadlineTimer deadline(readyLimit);
    for (int looks = 1; !deadline.hasExpired(); ++looks) {
        if (m_calledOff >= number)
            return fail(ErrorCode::Cancelled);
        const auto found = findPlace(m_spec.dataFolder);
        if (found && isReady(*found)) {
            lookNow();
            return found->address;
        }
        if (!found && looks % looksPerQuestion == 0 && m_manager->hasFailed(m_spec.id))
            return fail(hosting::UserManager::endedAtOnce());
        QThread::msleep(betweenLooks.count());
    }
    return fail(hosting::UserManager::staysSilent());
}

QFuture<Result<void>> ServiceServer::stop()
{
    callOff();
    return QtConcurrent::run(&m_pool, [this] { return stopNow(); });
}

Result<void> ServiceServer::stopNow()
{
    auto stopped = m_manager->stop(m_spec.id);
    lookNow();
    return stopped;
}

QFuture<Result<void>> ServiceServer::removeFolder(const QString &dataFolder)
{
    callOff();
    return QtConcurrent::run(&m_pool, [this, dataFolder]() -> Result<void> {
        if (auto removed = m_manager->remove(m_spec.id); !removed)
            return removed;
        lookNow();
        return hosting::removeFolder(dataFolder);
    });
}

} // namespace authdesk::server::host
