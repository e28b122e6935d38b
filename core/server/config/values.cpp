// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/values.h"

namespace authdesk::server::config {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

std::unexpected<base::Error> refuse(const QString &reason)
{
    return fail(ErrorCode::InvalidFields, reason);
}

} // namespace

Result<ListenAddress> listenAddressFromText(const QString &text, const QStringList &systems)
{
    const QString wrong = u"\"%1\" is not ADDR:PORT or ADDR:PORT=SYSTEM"_s.arg(text);
    ListenAddress listener;
    const qsizetype equals = text.indexOf(u'=');
    const QString where = text.left(equals < 0 ? text.size() : equals);
    if (equals >= 0) {
        listener.system = text.mid(equals + 1);
        if (listener.system.isEmpty())
            return refuse(wrong);
    }
    const qsizetype colon = where.lastIndexOf(u':');
    if (colon < 0)
        return refuse(wrong);
    QString host = where.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return refuse(wrong);
    bool isNumber = false;
    listener.port = where.mid(colon + 1).toUShort(&isNumber);
    if (host == u"localhost"_s)
        listener.address = QHostAddress(QHostAddress::LocalHost);
    else if (!listener.address.setAddress(host))
        return refuse(wrong);
    if (!isNumber)
        return refuse(wrong);
    if (!listener.system.isEmpty() && !systems.contains(listener.system))
        return refuse(u"there is no system \"%1\"; there are %2"_s.arg(listener.system,
                                                                       systems.join(u", "_s)));
    return listener;
}

QString textOf(const ListenAddress &listener)
{
    const QString host = listener.address.toString();
    const bool isV6 = listener.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString where =
        (isV6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host, QString::number(listener.port));
    return listener.system.isEmpty() ? where : where + u'=' + listener.system;
}

Result<Network> networkFromText(const QString &text)
{
    const QString wrong = u"\"%1\" is not ADDR or ADDR/BITS"_s.arg(text);
    const qsizetype slash = text.indexOf(u'/');
    const QString host = slash < 0 ? text : text.left(slash);
    QHostAddress address;
    const bool isWhole = host.contains(u':') || host.count(u'.') == 3;
    if (!isWhole || host.contains(u'%') || !address.setAddress(host))
        return refuse(wrong);
    const int most = address.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
    bool isNumber = true;
    const int bits = slash < 0 ? most : text.mid(slash + 1).toInt(&isNumber);
    if (!isNumber || bits < 0 || bits > most)
        return refuse(wrong);
    return qMakePair(address, bits);
}

QString textOf(const Network &network)
{
    return u"%1/%2"_s.arg(network.first.toString()).arg(network.second);
}

Result<QUrl> originFromText(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != u"http"_s && url.scheme() != u"https"_s))
        return refuse(u"\"%1\" is no http or https address"_s.arg(text));
    if (!url.path().isEmpty() && url.path() != u"/"_s)
        return refuse(u"must be an origin without a path, not \"%1\""_s.arg(text));
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return refuse(u"must be an origin like https://id.example.org"_s);
    QUrl origin = url;
    origin.setPath(QString());
    return origin;
}

} // namespace authdesk::server::config
