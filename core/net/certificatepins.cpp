// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/certificatepins.h"

namespace authdesk::net {

using namespace Qt::StringLiterals;

namespace {

QString placeOf(const QUrl &address)
{
    constexpr int usualPort = 443;
    return u"%1 %2"_s.arg(address.host(QUrl::FullyEncoded).toLower()).arg(address.port(usualPort));
}

} // namespace

void CertificatePins::pin(const QUrl &address, const QByteArray &fingerprint)
{
    const QString place = placeOf(address);
    m_refused.remove(place);
    if (fingerprint.isEmpty())
        m_pinned.remove(place);
    else
        m_pinned.insert(place, fingerprint);
}

QByteArray CertificatePins::pinned(const QUrl &address) const
{
    return m_pinned.value(placeOf(address));
}

std::optional<SeenCertificate> CertificatePins::refused(const QUrl &address) const
{
    const auto found = m_refused.constFind(placeOf(address));
    return found == m_refused.cend() ? std::nullopt : std::optional(*found);
}

void CertificatePins::noteRefused(const QUrl &address, const SeenCertificate &certificate)
{
    m_refused.insert(placeOf(address), certificate);
}

QString groupedFingerprint(const QByteArray &fingerprint)
{
    constexpr qsizetype bytesInGroup = 4;
    QStringList groups;
    for (qsizetype at = 0; at < fingerprint.size(); at += bytesInGroup)
        groups.append(QString::fromLatin1(fingerprint.mid(at, bytesInGroup).toHex(':').toUpper()));
    return groups.join(u' ');
}

} // namespace authdesk::net
