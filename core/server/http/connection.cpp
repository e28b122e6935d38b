// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/connection.h"

#include "core/server/http/dispatcher.h"
#include "core/server/http/requestpipe.h"

#include <QtCore/QFile>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

#include <algorithm>
#include <chrono>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 readBuffer = 64 * 1024;
/// Beyond this much unread answer the client's next request has to wait, and so has the rest of a
/// file.
constexpr qint64 writeBacklog = 64 * 1024;
constexpr qint64 mostDiscarded = 16 * 1024 * 1024;

/// Tells the client that nothing more comes, while it may still be sending: closing at once would
/// make its kernel throw the answer away. Qt has no call for it.
void closeWriteSide(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
#else
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
#endif
}

/// How much of `bytes` the system took at once; 0 where it took nothing, for whatever reason. For a
/// socket that Qt has nothing to write to: its own way there sets up a notification and takes it
/// away again, two system calls for each answer.
qsizetype sendAtOnce(qintptr descriptor, const QByteArray &bytes)
{
#if defined(Q_OS_WIN)
    const auto sent = ::send(static_cast<SOCKET>(descriptor), bytes.constData(),
                             static_cast<int>(bytes.size()), 0);
#elif defined(MSG_NOSIGNAL)
    const auto sent = ::send(static_cast<int>(descriptor), bytes.constData(),
                             static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
#else
    const qsizetype sent = 0; // A client that has left would end the server by a signal.
#endif
    return std::max<qsizetype>(0, sent);
}

} // namespace

qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Connection::Connection(qintptr descriptor, const QSslConfiguration *tls, Dispatcher &dispatcher,
                       const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_dispatcher(dispatcher)
    , m_guard(limits, [this](const RequestHead &head) { return m_dispatcher.bodyLimit(head); })
    , m_deadline(steadyMs() + limits.idleMs)
{
    if (tls)
        m_socket.reset(m_tls = new QSslSocket);
    else
        m_socket = std::make_unique<QTcpSocket>();
    m_socket->setReadBufferSize(readBuffer);
    m_socket->setSocketDescriptor(descriptor);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_peer = m_socket->peerAddress();
    m_pipe = new RequestPipe(*this, m_peer);
    m_pipe->setParent(this);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::readInput);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    if (tls)
        beginTls(*tls);
}

Connection::~Connection()
{
    m_socket->disconnect(this);
}

void Connection::beginTls(const QSslConfiguration &tls)
{
    m_state = State::Greeting;
    m_deadline = steadyMs() + m_limits.requestMs;
    connect(m_tls, &QSslSocket::encrypted, this, &Connection::endGreeting);
    // What the client has not read yet shows only below the encryption.
    connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
    connect(m_tls, &QSslSocket::errorOccurred, this, &Connection::onTlsError);
    m_tls->setSslConfiguration(tls);
    m_tls->startServerEncryption();
}

void Connection::endGreeting()
{
    if (m_state != State::Greeting)
        return;
    m_state = State::Reading;
    if (!m_isFinishing)
        m_deadline = steadyMs() + m_limits.idleMs;
    readInput();
}

/// Qt leaves the connection open when TLS has come to its end, but for an end in the greeting.
void Connection::onTlsError(QAbstractSocket::SocketError error)
{
    if (m_state == State::Greeting)
        return;
    if (error != QAbstractSocket::RemoteHostClosedError)
        abort();
    else if (m_state == State::Reading || m_state == State::Lingering)
        close();
}

void Connection::readInput()
{
    if (m_state == State::Lingering) {
        m_discarded += m_socket->skip(m_socket->bytesAvailable());
        if (m_discarded > mostDiscarded)
            abort();
        return;
    }
    if (m_isReading)
        return;
    m_isReading = true;
    while (m_state == State::Reading && unread() <= writeBacklog) {
        if (m_input.isEmpty()) {
            m_input = m_socket->readAll();
            m_inputAt = 0;
            if (m_input.isEmpty())
                break;
        }
        if (m_guard.state() == FramingGuard::State::Idle)
            m_deadline = steadyMs() + m_limits.requestMs;
        m_inputAt += m_guard.feed(QByteArrayView(m_input).sliced(m_inputAt));
        if (m_inputAt == m_input.size())
            m_input.clear();
        if (m_guard.state() == FramingGuard::State::Complete) {
            handOver();
        } else if (m_guard.state() == FramingGuard::State::Refused) {
            m_head = m_guard.takeHead();
            refuse(m_guard.refusal());
        } else if (m_guard.state() == FramingGuard::State::Body && m_guard.head().expectsContinue
                   && !m_saidContinue && m_input.isEmpty()) {
            m_saidContinue = true;
            write("HTTP/1.1 100 Continue\r\n\r\n"_ba);
        }
    }
    m_isReading = false;
}

void Connection::handOver()
{
    m_state = State::Handling;
    m_deadline = 0;
    m_saidContinue = false;
    m_head = m_guard.takeHead();
    const QByteArray body = m_guard.takeBody();
    m_guard.reset();
    m_isDelivered = false;
    if (m_head.knownMethod)
        m_pipe->deliver(*m_head.knownMethod, body);
    else
        delivered(body); // Only to be told that its method is not allowed.
    if (!m_isDelivered)
        refuse({400, "The request is not readable."_L1});
}

void Connection::delivered(const QByteArray &body)
{
    m_isDelivered = true;
    m_dispatcher.dispatch(*this, std::move(m_head), body);
}

void Connection::refuse(const Refusal &refusal)
{
    if (m_state == State::Gone)
        return;
    m_state = State::Handling;
    turnAway(m_dispatcher.refuse(*this, m_head, refusal));
}

void Connection::turnAway(const QByteArray &bytes)
{
    write(bytes);
    if (m_state != State::Gone)
        linger();
}

void Connection::answer(const QByteArray &bytes, Next next, std::shared_ptr<QFile> file)
{
    if (m_state != State::Handling)
        return;
    write(bytes);
    if (m_state != State::Handling)
        return;
    m_next = next;
    m_fileLeft = file ? file->size() : 0;
    if (m_fileLeft == 0) {
        afterAnswer();
        return;
    }
    m_file = std::move(file);
    m_writeDeadline = steadyMs() + m_limits.writeMs + m_fileLeft / m_limits.slowestReader;
    sendFile();
}

/// As much of the file as the client takes now; onBytesWritten() goes on.
void Connection::sendFile()
{
    while (m_fileLeft > 0 && unread() <= writeBacklog) {
        const QByteArray part = m_file->read(std::min(writeBacklog, m_fileLeft));
        // The client was told how long the answer is: it must not take a part for the whole.
        if (part.isEmpty()) {
            abort();
            return;
        }
        m_fileLeft -= part.size();
        m_socket->write(part);
    }
    if (m_fileLeft > 0)
        return;
    m_file.reset();
    afterAnswer();
}

void Connection::afterAnswer()
{
    if (m_next == Next::Close || m_isFinishing) {
        close();
        return;
    }
    m_state = State::Reading;
    m_deadline = steadyMs() + m_limits.idleMs;
    readInput();
}

void Connection::write(const QByteArray &bytes)
{
    const bool isClear = !m_tls && m_socket->bytesToWrite() == 0;
    const qsizetype sent = isClear ? sendAtOnce(m_socket->socketDescriptor(), bytes) : 0;
    if (sent < bytes.size()) {
        m_socket->write(bytes.constData() + sent, bytes.size() - sent);
        // Now instead of at the next turn of the event loop: it saves a poll per answer.
        m_socket->flush();
    }
    if (m_state != State::Gone && unread() > 0)
        m_writeDeadline = steadyMs() + m_limits.writeMs + unread() / m_limits.slowestReader;
}

/// How much the client has not taken yet of what was written to it.
qint64 Connection::unread() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

void Connection::linger()
{
    m_state = State::Lingering;
    m_input.clear();
    m_deadline = steadyMs() + m_limits.lingerMs;
    if (unread() == 0)
        endWriting();
    readInput();
}

void Connection::endWriting()
{
    // TLS would still want to say that it ends; there the answer's length tells the client.
    if (!m_tls)
        closeWriteSide(m_socket->socketDescriptor());
}

void Connection::close()
{
    m_state = State::Closing;
    m_deadline = 0;
    m_socket->disconnectFromHost();
    // Not even TLS's last word may wait for the client for ever.
    if (m_state == State::Closing && m_writeDeadline == 0)
        m_writeDeadline = steadyMs() + m_limits.writeMs;
}

void Connection::finish(int graceMs)
{
    m_isFinishing = true;
    const bool isIdle = m_state == State::Reading && m_guard.state() == FramingGuard::State::Idle
                        && m_socket->bytesAvailable() == 0
                        && (!m_tls || m_tls->encryptedBytesAvailable() == 0);
    if (graceMs > 0) {
        if (isIdle || m_state == State::Greeting)
            m_deadline = std::min(m_deadline, steadyMs() + graceMs);
    } else if (m_state == State::Greeting) {
        abort();
    } else if (isIdle) {
        close();
    }
}

void Connection::abort()
{
    if (m_state != State::Gone)
        m_socket->abort();
}

void Connection::checkTimes(qint64 nowMs)
{
    const bool isOver = m_deadline != 0 && nowMs >= m_deadline;
    if (m_writeDeadline != 0 && nowMs >= m_writeDeadline) {
        abort();
    } else if (isOver && m_state == State::Greeting) {
        abort();
    } else if (isOver && m_state == State::Lingering) {
        if (m_tls && m_tls->isEncrypted())
            close();
        else
            abort();
    } else if (isOver && m_state == State::Reading) {
        if (unread() > 0)
            return;
        if (m_guard.state() == FramingGuard::State::Idle) {
            close();
            return;
        }
        m_head = m_guard.takeHead();
        refuse({408, "The request did not come to its end in time."_L1});
    }
}

void Connection::onBytesWritten()
{
    if (m_file) {
        sendFile();
        return;
    }
    if (unread() > 0)
        return;
    m_writeDeadline = 0;
    if (m_state == State::Lingering) {
        endWriting();
    } else if (m_state == State::Reading && !m_isReading) {
        // The idling begins when the client has read its answer; so does what a request may take
        // that had to wait for that.
        const bool isIdle = m_guard.state() == FramingGuard::State::Idle;
        m_deadline = steadyMs() + (isIdle ? m_limits.idleMs : m_limits.requestMs);
        readInput();
    }
}

void Connection::onDisconnected()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    Q_EMIT gone(this);
    deleteLater();
}

} // namespace authdesk::server::http
