// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One client: reads and checks its requests one after another, hands each over when it is complete
// and writes the answer before it looks at the next, so that answers leave in order. Ends clients
// that send or read too slowly, or do not come to an end with TLS. In the event loop's thread;
// deletes itself when the client is gone.
#pragma once

#include "core/server/http/framingguard.h"

#include <QtCore/QObject>
#include <QtNetwork/QTcpSocket>

#include <memory>

class QSslConfiguration;
class QSslSocket;
class QFile;

namespace authdesk::server::http {

class Dispatcher;
class RequestPipe;

class Connection final : public QObject
{
    Q_OBJECT

public:
    enum class Next { Request, Close }; ///< what follows an answer

    /// `tls`: null where the client speaks plain HTTP; only looked at here.
    Connection(qintptr descriptor, const QSslConfiguration *tls, Dispatcher &dispatcher,
               const Limits &limits, QObject *parent);
    ~Connection() override;

    [[nodiscard]] const QHostAddress &peer() const { return m_peer; }
    [[nodiscard]] bool isEncrypted() const { return m_tls != nullptr; }
    [[nodiscard]] RequestPipe &pipe() const { return *m_pipe; }

    /// Called by Qt HTTP Server's side, from inside RequestPipe::deliver().
    void delivered(const QByteArray &body);
    /// The answer to the request that was dispatched last, and what `file` holds behind it; nothing
    /// happens when the client is gone.
    void answer(const QByteArray &bytes, Next next, std::shared_ptr<QFile> file = {});
    /// Answers before anything was asked, and closes: there are too many clients.
    void turnAway(const QByteArray &bytes);
    /// Closes as soon as nothing is in flight; a client that has not begun to ask may still do so
    /// for `graceMs`, because its request may be on its way.
    void finish(int graceMs);
    void abort();
    /// Ends what took too long; called several times a second.
    void checkTimes(qint64 nowMs);

Q_SIGNALS:
    /// The socket is closed; the object is deleted when control returns to the event loop.
    void gone(Connection *connection);

private:
    enum class State { Greeting, Reading, Handling, Lingering, Closing, Gone };

    void beginTls(const QSslConfiguration &tls);
    void endGreeting();
    void onTlsError(QAbstractSocket::SocketError error);
    void readInput();
    void handOver();
    void refuse(const Refusal &refusal);
    void write(const QByteArray &bytes);
    [[nodiscard]] qint64 unread() const;
    void sendFile();
    void afterAnswer();
    void linger();
    void endWriting();
    void close();
    void onBytesWritten();
    void onDisconnected();

    const Limits &m_limits;
    Dispatcher &m_dispatcher;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_tls = nullptr; ///< m_socket, where it speaks TLS
    QHostAddress m_peer;
    RequestPipe *m_pipe; ///< a child
    FramingGuard m_guard;
    RequestHead m_head;
    QByteArray m_input; ///< what came and is not fed to the guard yet, from m_inputAt on
    qsizetype m_inputAt = 0;
    std::shared_ptr<QFile> m_file; ///< what is left of an answer; null: nothing
    qint64 m_fileLeft = 0;         ///< bytes of it that were promised and are not written yet
    Next m_next = Next::Request;   ///< after the answer under way
    State m_state = State::Reading;
    qint64 m_deadline = 0; ///< of the greeting, the request, the idling or the lingering; 0: none
    qint64 m_writeDeadline = 0; ///< 0: nothing waits to be read by the client
    qint64 m_discarded = 0;
    bool m_isReading = false;
    bool m_isDelivered = false;
    bool m_saidContinue = false;
    bool m_isFinishing = false;
};

/// Milliseconds that never jump; what the deadlines of connections are counted in.
[[nodiscard]] qint64 steadyMs();

} // namespace authdesk::server::http
