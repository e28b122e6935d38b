// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which certificates a person has compared and trusts by their fingerprints, an address each, and
// which were refused since. Where one is pinned, that certificate is taken and no other, whoever
// vouches for it. Window thread.
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>

namespace authdesk::net {

struct SeenCertificate
{
    QByteArray fingerprint; ///< 32 bytes, SHA-256
    QStringList names;      ///< host names and addresses that it is for
    QDateTime validUntil;   ///< UTC
    bool operator==(const SeenCertificate &) const = default;
};

class CertificatePins final
{
public:
    CertificatePins() = default;
    CertificatePins(const CertificatePins &) = delete;
    CertificatePins &operator=(const CertificatePins &) = delete;

    /// From the next connection to that host and port on; empty: no certificate is pinned there.
    void pin(const QUrl &address, const QByteArray &fingerprint);
    /// Empty: none.
    [[nodiscard]] QByteArray pinned(const QUrl &address) const;

    /// What was shown there last and not taken; only a certificate that could be taken by its
    /// fingerprint: not one that has ended.
    [[nodiscard]] std::optional<SeenCertificate> refused(const QUrl &address) const;
    void noteRefused(const QUrl &address, const SeenCertificate &certificate);

private:
    QHash<QString, QByteArray> m_pinned;
    QHash<QString, SeenCertificate> m_refused;
};

/// "AB:CD:EF:…" in eight groups of four bytes with blanks between them, as people compare it.
[[nodiscard]] QString groupedFingerprint(const QByteArray &fingerprint);

} // namespace authdesk::net
