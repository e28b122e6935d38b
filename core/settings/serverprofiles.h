// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers that this console knows, kept in `profiles.json` of its data folder. Never a secret.
// Every change is written at once and as a whole. Window thread.
#pragma once

#include "core/base/result.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <optional>

namespace authdesk::settings {

/// A server whose data lie on this computer, run by this program or as a service of this user.
struct HostedServer
{
    QString folder; ///< absolute
    quint16 port = 8000;
    /// The master key lies in the keychain and not in the folder's `master.key`.
    bool keyInKeychain = false;
    /// What people type, where others may come in; else empty.
    QUrl publicAddress = {};
    /// It runs as a service of this user, and not inside this program.
    bool asService = false;
    bool operator==(const HostedServer &) const = default;
};

struct ServerProfile
{
    QString id = {};   ///< a UUID, made by add()
    QString name = {}; ///< "acme-prod", what people call it
    QUrl address = {};
    QString system = {}; ///< "authdesk", "pipelit"
    QString login = {};  ///< who signed in last; may be empty
    /// The person asked for it; whether a token is really kept is the vault's business.
    bool keepSignedIn = false;
    bool askedForSecondFactor = false; ///< *Later* was chosen and asked about once
    std::optional<HostedServer> hosted = {};
    /// SHA-256 of the one certificate that is taken there, compared by a person; empty: whatever
    /// the system trusts.
    QByteArray trustedCertificate = {};

    /// What other people are told to type.
    [[nodiscard]] QUrl addressForPeople() const
    {
        return hosted && !hosted->publicAddress.isEmpty() ? hosted->publicAddress : address;
    }
    bool operator==(const ServerProfile &) const = default;
};

class ServerProfiles final : public QObject
{
    Q_OBJECT

public:
    /// `folder`: the console's data folder; made when the first profile is written.
    explicit ServerProfiles(QString folder, QObject *parent = nullptr);

    /// Reads the file; a missing one means no servers. DatabaseDamaged for one that is not ours:
    /// it is then put aside as `profiles.json.broken`, and the list starts empty.
    [[nodiscard]] base::Result<void> load();

    [[nodiscard]] const QList<ServerProfile> &all() const { return m_profiles; }
    [[nodiscard]] std::optional<ServerProfile> find(const QString &id) const;
    /// Gives it an id and writes it. FileFailed: nothing has changed.
    [[nodiscard]] base::Result<ServerProfile> add(ServerProfile profile);
    [[nodiscard]] base::Result<void> update(const ServerProfile &profile);
    [[nodiscard]] base::Result<void> remove(const QString &id);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::Result<void> store(QList<ServerProfile> profiles);

    QString m_folder;
    QList<ServerProfile> m_profiles;
};

} // namespace authdesk::settings
