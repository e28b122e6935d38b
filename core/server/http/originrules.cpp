// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/originrules.h"

#include <QtNetwork/QNetworkInterface>

#include <algorithm>

namespace authdesk::server::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype loopbackNames = 3;

bool isSameName(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

/// "[::1]:8000" → "[::1]"
QByteArrayView withoutPort(QByteArrayView host)
{
    const qsizetype end = host.startsWith('[') ? host.indexOf(']') + 1 : host.indexOf(':');
    return end <= 0 ? host : host.first(end);
}

QByteArray hostOf(const QHostAddress &address)
{
    QHostAddress plain = address;
    plain.setScopeId(QString());
    const QByteArray text = plain.toString().toLatin1();
    return plain.protocol() == QAbstractSocket::IPv6Protocol ? '[' + text + ']' : text;
}

QByteArray originOf(const QUrl &url)
{
    return url
        .toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                   | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash)
        .toLower();
}

} // namespace

bool isLoopbackAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? (v4 >> 24) == 127 : address == QHostAddress(QHostAddress::LocalHostIPv6);
}

OriginRules::OriginRules(const Place &place)
    : m_names{"localhost"_ba, "127.0.0.1"_ba, "[::1]"_ba}
    , m_corsOrigins(place.corsOrigins)
    , m_isWildcard(place.listening == QHostAddress(QHostAddress::Any)
                   || place.listening == QHostAddress(QHostAddress::AnyIPv4)
                   || place.listening == QHostAddress(QHostAddress::AnyIPv6))
    , m_publicSecure(place.publicUrl.scheme() == "https"_L1)
{
    const QByteArray scheme = place.scheme.toLatin1() + "://";
    const quint16 usualPort = place.scheme == "https"_L1 ? 443 : 80;
    for (const QByteArray &name : std::as_const(m_names)) {
        m_ownOrigins.append(scheme + name + ':' + QByteArray::number(place.port));
        if (place.port == usualPort)
            m_ownOrigins.append(scheme + name);
    }
    if (!m_isWildcard)
        m_names.append(hostOf(place.listening));
    if (!place.publicUrl.isEmpty()) {
        const QByteArray host = place.publicUrl.host(QUrl::FullyEncoded).toLatin1().toLower();
        m_names.append(host.contains(':') && !host.startsWith('[') ? '[' + host + ']' : host);
        m_ownOrigins.append(originOf(place.publicUrl));
    }
}

bool OriginRules::answersFor(QByteArrayView host) const
{
    const QByteArrayView name = withoutPort(host);
    if (std::any_of(m_names.begin(), m_names.end(),
                    [name](const QByteArray &known) { return isSameName(known, name); }))
        return true;
    if (!m_isWildcard)
        return false;
    QByteArray bare = name.toByteArray();
    if (bare.startsWith('['))
        bare = bare.sliced(1, bare.size() - 2);
    QHostAddress wanted;
    if (!wanted.setAddress(QString::fromLatin1(bare)))
        return false;
    const QList<QHostAddress> ours = QNetworkInterface::allAddresses();
    return std::any_of(ours.begin(), ours.end(), [&wanted](QHostAddress address) {
        address.setScopeId(QString());
        return address == wanted;
    });
}

bool OriginRules::mayReadAnswers(QByteArrayView origin) const
{
    return std::any_of(m_corsOrigins.begin(), m_corsOrigins.end(),
                       [origin](const QByteArray &allowed) { return isSameName(allowed, origin); });
}

bool OriginRules::isOwnOrigin(QByteArrayView origin) const
{
    return std::any_of(m_ownOrigins.begin(), m_ownOrigins.end(),
                       [origin](const QByteArray &own) { return isSameName(own, origin); });
}

bool OriginRules::isLoopback(const RequestHead &head, const QHostAddress &peer) const
{
    if (head.wasForwarded || !isLoopbackAddress(peer))
        return false;
    const QByteArrayView name = withoutPort(head.host);
    if (std::none_of(m_names.begin(), m_names.begin() + loopbackNames,
                     [name](const QByteArray &known) { return isSameName(known, name); }))
        return false;
    return head.origin.isNull() || isOwnOrigin(head.origin) || mayReadAnswers(head.origin);
}

} // namespace authdesk::server::http
