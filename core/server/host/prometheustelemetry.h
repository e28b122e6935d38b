// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps what a server tells of its work, and words it as Prometheus reads it (text format 0.0.4).
// Every label is one of a fixed few: a system, a class of status, an end. Any thread.
#pragma once

#include "core/base/telemetry.h"

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QStringList>

#include <memory>
#include <optional>

namespace authdesk::server::host {

/// What is read off the server's parts whenever somebody asks.
struct TelemetryReadings
{
    quint64 hashes = 0; ///< computed since the start
    std::size_t hashesWaiting = 0;
    double hashWaitSeconds = 0; ///< of all of them together
    quint64 writes = 0;
    quint64 writeGroups = 0;
    std::optional<qint64> sessions = {}; ///< nullopt: the database did not answer
};

class PrometheusTelemetry final : public base::Telemetry
{
public:
    /// `systems`: every system whose requests are told apart.
    PrometheusTelemetry(const QStringList &systems, const QDateTime &startedAt);
    ~PrometheusTelemetry() override;

    void requestAnswered(const QString &system, int status) override;
    void signInEnded(base::SignInEnd end) override;
    void connectionOpened() override;
    void connectionClosed() override;

    [[nodiscard]] QByteArray exposition(const TelemetryReadings &readings);
    static constexpr QByteArrayView contentType{"text/plain; version=0.0.4; charset=utf-8"};

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace authdesk::server::host
