// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/trustedproxies.h"

#include "core/server/http/requesttarget.h"

#include <algorithm>

namespace authdesk::server::http {

namespace {

/// What one proxy said of whoever called it.
struct Hop
{
    QHostAddress address; ///< null: not told, or unreadable
    QByteArray scheme;
    QByteArray host;
};

bool isNamed(QByteArrayView name, QByteArrayView wanted)
{
    return name.size() == wanted.size() && name.compare(wanted, Qt::CaseInsensitive) == 0;
}

/// An IPv4 address that came mapped into IPv6 is the IPv4 address.
QHostAddress unmapped(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.isNull() ? 0 : address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

/// "192.0.2.1", "192.0.2.1:8080", "2001:db8::1", "[2001:db8::1]:8080"; null for all else. Stricter
/// than Qt, which also takes "1" and "0x7f.1".
QHostAddress addressOf(QByteArrayView node)
{
    if (node.startsWith('[')) {
        const qsizetype end = node.indexOf(']');
        const bool isWhole = end > 0 && (end + 1 == node.size() || node[end + 1] == ':');
        node = isWhole ? node.sliced(1, end - 1) : QByteArrayView();
    } else if (node.count(':') == 1) {
        node = node.first(node.indexOf(':'));
    }
    const bool isV6 = node.contains(':');
    const bool isClean = std::all_of(node.begin(), node.end(), [isV6](char c) {
        return (c >= '0' && c <= '9') || c == '.'
               || (isV6 && (c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    });
    QHostAddress address;
    if (isClean && (isV6 || node.count('.') == 3))
        address.setAddress(QString::fromLatin1(node));
    return unmapped(address);
}

/// Cuts where the separator stands outside of quotes.
QList<QByteArrayView> cut(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    qsizetype begin = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            isQuoted = !isQuoted;
        } else if (text[at] == '\\' && isQuoted) {
            ++at;
        } else if (text[at] == separator && !isQuoted) {
            parts.append(text.sliced(begin, at - begin).trimmed());
            begin = at + 1;
        }
    }
    parts.append(text.sliced(begin).trimmed());
    return parts;
}

/// The values of all headers of that name, in their order, as one list.
QByteArray joined(const RequestHead &head, QByteArrayView name)
{
    QByteArray values;
    for (const Header &header : head.headers) {
        if (isNamed(header.name, name))
            values += (values.isEmpty() ? "" : ",") + header.value;
    }
    return values;
}

QByteArray lastOf(const QByteArray &list)
{
    return list.mid(list.lastIndexOf(',') + 1).trimmed();
}

QList<Hop> hopsOfXForwarded(const RequestHead &head)
{
    QList<Hop> hops;
    const QByteArray chain = joined(head, "X-Forwarded-For");
    if (chain.isEmpty())
        return hops;
    for (const QByteArrayView node : cut(chain, ','))
        hops.append({.address = addressOf(node), .scheme = {}, .host = {}});
    return hops;
}

Hop hopOf(QByteArrayView element)
{
    Hop hop;
    for (const QByteArrayView pair : cut(element, ';')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArrayView name = pair.first(equals).trimmed();
        QByteArrayView value = pair.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.sliced(1, value.size() - 2);
        if (isNamed(name, "for"))
            hop.address = addressOf(value);
        else if (isNamed(name, "proto"))
            hop.scheme = value.toByteArray();
        else if (isNamed(name, "host"))
            hop.host = value.toByteArray();
    }
    return hop;
}

QList<Hop> hopsOfForwarded(const RequestHead &head)
{
    QList<Hop> hops;
    const QByteArray chain = joined(head, "Forwarded");
    if (chain.isEmpty())
        return hops;
    for (const QByteArrayView element : cut(chain, ','))
        hops.append(hopOf(element));
    return hops;
}

} // namespace

TrustedProxies::TrustedProxies(QList<Network> networks)
    : m_networks(std::move(networks))
{
    for (Network &network : m_networks)
        network.first.setScopeId(QString());
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    if (m_networks.isEmpty())
        return false;
    QHostAddress plain = unmapped(address);
    plain.setScopeId(QString());
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&plain](const Network &network) { return plain.isInSubnet(network); });
}

TrustedProxies::Sender TrustedProxies::senderOf(const RequestHead &head, const QHostAddress &peer,
                                                bool isEncrypted) const
{
    Sender sender{.address = peer, .isEncrypted = isEncrypted, .host = head.host};
    if (!head.wasForwarded || !contains(peer))
        return sender;
    // From the nearest proxy backwards, as long as the one that speaks is trusted.
    const auto walk = [this, &peer](const QList<Hop> &hops) {
        Hop found{.address = peer, .scheme = {}, .host = {}};
        for (auto hop = hops.crbegin(); hop != hops.crend(); ++hop) {
            found.scheme = hop->scheme;
            found.host = hop->host;
            if (hop->address.isNull())
                break;
            found.address = hop->address;
            if (!contains(hop->address))
                break;
        }
        return found;
    };
    const QList<Hop> named = hopsOfXForwarded(head);
    const QList<Hop> standard = hopsOfForwarded(head);
    Hop hop = walk(named.isEmpty() ? standard : named);
    // A proxy sets one kind and lets the other through as its client wrote it; which is whose
    // cannot be told.
    if (!named.isEmpty() && !standard.isEmpty() && walk(standard).address != hop.address)
        hop.address = peer;
    sender.address = hop.address;
    if (const QByteArray scheme = lastOf(joined(head, "X-Forwarded-Proto")); !scheme.isEmpty())
        hop.scheme = scheme;
    if (const QByteArray host = lastOf(joined(head, "X-Forwarded-Host")); !host.isEmpty())
        hop.host = host;
    if (!hop.scheme.isEmpty())
        sender.isEncrypted = isNamed(hop.scheme, "https");
    if (!hop.host.isEmpty() && isHost(hop.host))
        sender.host = hop.host;
    return sender;
}

} // namespace authdesk::server::http
