// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds out what answers at an address that a person typed in any form. Sends no secret. Window
// thread.
#pragma once

#include "core/gateway/connection.h"

#include <memory>
#include <vector>

namespace authdesk::gateway {

/// One place to look at, made from what was typed.
struct Candidate
{
    QUrl address; ///< scheme, host, port and path without a slash at the end
    bool operator==(const Candidate &) const = default;
};

/// "acme.example" → https, then http; loopback without a scheme → http first; a typed scheme is
/// kept; a typed path is tried before the bare origin. InvalidFields for what is no address.
[[nodiscard]] base::Result<QList<Candidate>> candidatesFor(const QString &typed);

/// True for localhost, 127.0.0.0/8 and ::1: what is sent there never leaves this computer.
[[nodiscard]] bool isLoopback(const QUrl &address);

/// What one kind of server shows of itself at an address.
struct Sighting
{
    bool recognised = false;
    /// Nothing when the server does not say whether it is set up.
    std::optional<SetupState> setup = {};
    /// What the person must know before going on ("set up on the server's command line").
    QString hint = {};
    QStringList reasons = {}; ///< what was seen, sentence by sentence
    Capabilities capabilities = {};
    bool operator==(const Sighting &) const = default;
};

class Probe
{
public:
    Probe() = default;
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;
    virtual ~Probe() = default;

    [[nodiscard]] virtual QString system() const = 0;
    [[nodiscard]] virtual QString displayName() const = 0;
    /// An error only where nothing answered (Unreachable, TlsFailed, TimedOut); something else
    /// that answers is a Sighting that is not recognised.
    [[nodiscard]] virtual QFuture<base::Result<Sighting>> look(const QUrl &address) = 0;
};

struct Found
{
    QString system;      ///< "pipelit"
    QString displayName; ///< "Pipelit"
    QUrl address;
    bool encrypted = false;
    bool loopback = false; ///< on this computer: nothing is sent over a network
    Sighting sighting;

    /// A password would travel readable: the person has to agree to that first.
    [[nodiscard]] bool sendsPasswordUnencrypted() const { return !encrypted && !loopback; }
    bool operator==(const Found &) const = default;
};

class Detector final
{
public:
    /// Probes are asked in this order; the first that recognises its server wins.
    explicit Detector(std::vector<std::unique_ptr<Probe>> probes);
    ~Detector();
    Detector(const Detector &) = delete;
    Detector &operator=(const Detector &) = delete;

    /// InvalidFields for what is no address; NotFound where a server answers that no probe knows;
    /// otherwise the error of the most promising candidate. Cancelling ends the search;
    /// destruction ends it with Cancelled.
    [[nodiscard]] QFuture<base::Result<Found>> detect(const QString &typed);

private:
    class Search;
    std::vector<std::unique_ptr<Probe>> m_probes;
    QList<std::weak_ptr<Search>> m_searches;
};

} // namespace authdesk::gateway
