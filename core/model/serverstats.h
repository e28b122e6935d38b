// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a server is doing: what it is, who is in it, how signing in went. Plain values.
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QUrl>

#include <optional>

namespace authdesk::model {

struct ListenerAddress
{
    QUrl url;
    QString system; ///< the only one that answers there; empty: every system
    bool operator==(const ListenerAddress &) const = default;
};

struct ServerFacts
{
    QString name; ///< what people sign in to
    QString version;
    QDateTime startedAt;    ///< UTC
    QString databaseEngine; ///< "sqlite", "postgresql"
    QList<ListenerAddress> listeners;
    bool operator==(const ServerFacts &) const = default;
};

/// Every person has one of the four statuses.
struct UserCounts
{
    qint64 active = 0;
    qint64 disabled = 0; ///< or past their end
    qint64 locked = 0;
    qint64 invited = 0;
    qint64 withSecondFactor = 0;
    qint64 mayManageUsers = 0; ///< neither disabled nor past their end

    [[nodiscard]] qint64 total() const { return active + disabled + locked + invited; }
    [[nodiscard]] qint64 withoutSecondFactor() const { return total() - withSecondFactor; }
    bool operator==(const UserCounts &) const = default;
};

struct SignInHour
{
    QDateTime from; ///< UTC, a full hour
    qint64 succeeded = 0;
    qint64 refused = 0; ///< wrong names, passwords and codes
    bool operator==(const SignInHour &) const = default;
};

/// What somebody should do something about.
enum class Concern {
    OneManager,      ///< nobody else could help the only one who may manage users
    NoSecondFactor,  ///< people whose password alone lets them in
    Locked,          ///< people who cannot sign in for now
    CertificateEnds, ///< what TLS shows is good for 30 more days at most, or not any more
};

[[nodiscard]] QLatin1StringView concernName(Concern concern); ///< "one_manager", …
[[nodiscard]] std::optional<Concern> concernFromName(QStringView name);

struct Attention
{
    Concern concern = Concern::OneManager;
    qint64 count = 0; ///< of people; 0: it is not about a number of them. Of a certificate: days
    bool operator==(const Attention &) const = default;
};

struct ServerStats
{
    ServerFacts server;
    UserCounts users;
    qint64 openSessions = 0;
    QList<SignInHour> signIns; ///< the last 24 hours, oldest first, the current one last
    QList<Attention> attention;
    bool operator==(const ServerStats &) const = default;
};

} // namespace authdesk::model
