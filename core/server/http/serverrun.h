// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server as it runs by one set of options: its threads, with a loop on each. Made and ended by
// HttpServer; inside this room only.
#pragma once

#include "core/server/http/serverloop.h"

#include <QtCore/QEventLoop>
#include <QtCore/QThread>

#include <atomic>
#include <future>
#include <thread>

namespace authdesk::server::http {

/// A thread and the loop that lives on it.
class HttpServer::LoopThread final
{
public:
    /// Afterwards the loop accepts connections; the thread ends by end().
    [[nodiscard]] base::Result<void> start(Shared &shared, int number);
    /// Accepts nothing any more; ready when every client is gone.
    [[nodiscard]] std::future<void> finish(Loop::Leave leave);
    void hurry();
    /// Returns when nothing is accepted there any more.
    void close(std::size_t place);
    void end();

private:
    std::unique_ptr<QThread> m_thread;
    Loop *m_loop = nullptr;         ///< lives on the thread until end()
    QEventLoop *m_events = nullptr; ///< so does this
};

class HttpServer::Running final
{
public:
    Running(const HttpServerOptions &options, Authenticator &authenticator,
            const base::Clock &clock, RequestLog &requestLog, Running *before);
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;
    /// Finishes what is in flight, promptly where leave() was not called.
    ~Running();

    [[nodiscard]] base::Result<void> start();
    [[nodiscard]] const QList<QUrl> &urls() const { return m_shared.urls; }

    // What a successor asks while it starts, in one thread after another.
    /// The socket that was opened for such a listener and is not taken yet; -1: there is none.
    [[nodiscard]] qintptr takeSocket(const ListenerOptions &wanted);
    /// Whether a socket that is not taken listens on that port.
    [[nodiscard]] bool listensOn(quint16 port) const;
    /// Closes those; the port is free when this returns.
    void giveWay(quint16 port);
    /// The successor did not come about: its sockets are this one's again.
    void takeBack();
    /// Whether some listener is closed for a successor.
    [[nodiscard]] bool gaveWay() const;
    /// The options that bring back what it listened on.
    [[nodiscard]] HttpServerOptions optionsAsRun() const;

    /// Accepts nothing any more; returns at once.
    void leave(Loop::Leave leave);
    void hurry();
    void waitUntilQuiet();

private:
    enum class Socket { Own, Taken, Closed };

    [[nodiscard]] bool isInTheWay(std::size_t place, quint16 port) const;

    Shared m_shared;
    std::vector<Socket> m_sockets;                      ///< one for each listener
    std::vector<std::unique_ptr<LoopThread>> m_threads; ///< those that accept connections
    std::vector<std::future<void>> m_quiet;             ///< one for each thread since leave()
};

/// One that was replaced, until nobody is being answered by it any more.
class HttpServer::Retired final
{
public:
    explicit Retired(std::unique_ptr<Running> running);
    Retired(const Retired &) = delete;
    Retired &operator=(const Retired &) = delete;
    /// Promptly.
    ~Retired();

    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    QMutex m_mutex; ///< guards m_running's end
    std::unique_ptr<Running> m_running;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace authdesk::server::http
